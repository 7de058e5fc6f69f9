package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.MemoryMessageLog;

/** Bodies that no page sends. */
final class HostileRequestsTest {
    private static final long HUNDRED_MB = 100_000_000;

    private final TestingPlayground playground = new TestingPlayground(new MemoryMessageLog());
    private final AtomicLong taken = new AtomicLong();

    @AfterEach
    void close() {
        playground.close();
    }

    /** Never ends before it has given so many bytes. */
    private final class Endless extends InputStream {
        @Override
        public int read() {
            return taken.incrementAndGet() > HUNDRED_MB ? -1 : 'x';
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            return taken.addAndGet(length) > HUNDRED_MB ? -1 : length;
        }
    }

    private int post(HttpRequest.BodyPublisher body) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(playground.address() + "/api/channels/general/messages"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Content-Type", "application/json")
                        .header("Origin", playground.address())
                        .POST(body)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            // The server hung up in the middle of the body.
            return 413;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void body_withoutALength_isReadNoFurtherThanItMayBe() {
        int status = post(HttpRequest.BodyPublishers.ofInputStream(Endless::new));

        assertThat(status).isEqualTo(413);
        assertThat(taken).hasValueLessThan(HUNDRED_MB / 2);
        assertThat(playground.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void body_thatDeclaresTooMuch_isNotReadAtAll() {
        int status =
                post(
                        HttpRequest.BodyPublishers.fromPublisher(
                                HttpRequest.BodyPublishers.ofInputStream(Endless::new),
                                HUNDRED_MB));

        assertThat(status).isEqualTo(413);
        assertThat(taken).hasValueLessThan(HUNDRED_MB / 2);
    }

    @Test
    void body_ofNoise_isRefusedAndDoesNoHarm() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(4_000)];
            random.nextBytes(noise);
            int status =
                    post(
                            HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(noise)));
            assertThat(status).isBetween(400, 499);
        }
        assertThat(playground.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void body_nestedTooDeep_isRefused() {
        String deep = "{\"text\":" + "[".repeat(100_000);

        assertThat(post(HttpRequest.BodyPublishers.ofString(deep))).isEqualTo(400);
    }
}
