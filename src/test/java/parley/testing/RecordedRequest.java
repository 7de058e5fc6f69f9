package parley.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One request as {@link FakeAnthropic} received it, and what became of its connection. */
public final class RecordedRequest {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();
    private static final long SECONDS = 20;

    private final int number;
    private final HttpHead head;
    private final byte[] body;
    private final long arrivedAt = System.nanoTime();
    private final AtomicLong closedAt = new AtomicLong();
    private final CountDownLatch closedByClient = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    RecordedRequest(int number, HttpHead head, byte[] body) {
        this.number = number;
        this.head = head;
        this.body = body;
    }

    /** Its place in the order of arrival, from 1. */
    public int number() {
        return number;
    }

    public String path() {
        return head.path();
    }

    String method() {
        return head.method();
    }

    /** By lower-case name. */
    public Map<String, String> headers() {
        return head.headers();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(head.headers().get(name));
    }

    /** The bytes of the body, exactly. */
    public byte[] bytes() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the client has closed the connection before the answer was complete. */
    public void awaitClosedByClient() {
        await(closedByClient, "request " + number + " was not closed by the client");
    }

    /** When its last byte was read, as {@link System#nanoTime} tells it. */
    public long arrivedAt() {
        return arrivedAt;
    }

    /** When the client was seen to be gone, likewise; 0 while it is there. */
    public long closedAt() {
        return closedAt.get();
    }

    public boolean closedByClient() {
        return closedByClient.getCount() == 0;
    }

    /** Waits until the script of the answer has been played to its end. */
    public void awaitAnswered() {
        await(answered, "request " + number + " was not answered to the end");
    }

    /** Whether the script of the answer has been played to its end. */
    public boolean answered() {
        return answered.getCount() == 0;
    }

    void markAnswered() {
        answered.countDown();
    }

    void markClosed() {
        closedAt.compareAndSet(0, System.nanoTime());
        closedByClient.countDown();
    }

    private static void await(CountDownLatch latch, String message) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(message + " within " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(message, e);
        }
    }
}
