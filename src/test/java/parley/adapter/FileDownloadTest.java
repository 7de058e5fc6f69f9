package parley.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Attachment;
import parley.chat.FileContent;

/** What servers may answer instead of a file. */
final class FileDownloadTest {
    private static final String TOKEN = "xoxb-very-secret-token";
    private static final String NOT_ALLOWED = "Chat did not let the bot download it";
    private static final String ASTRAY = "Chat sent the bot from one address to another for it";

    /** A page in place of a file. */
    private static final FileCheck CHECK =
            new FileCheck() {
                @Override
                public boolean at(HttpUrl redirect) {
                    return redirect.encodedPath().equals("/login");
                }

                @Override
                public boolean instead(Attachment file, String mediaType, long size) {
                    return mediaType.equals("text/html") && size != file.size();
                }
            };

    private final Server chat = new Server();
    private final Server stranger = new Server();
    private final OkHttpClient client = new OkHttpClient();
    private final FileDownload download = download(Optional.of("Bearer " + TOKEN));

    /** A loopback server that gives scripted answers and remembers what it was asked. */
    private static final class Server {
        private final HttpServer server;
        private final Queue<Answer> answers = new ArrayDeque<>();
        private final List<String> asked = new CopyOnWriteArrayList<>();

        private record Answer(int status, Map<String, String> headers, String body, long length) {}

        Server() {
            try {
                server =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", this::serve);
            server.start();
        }

        String url(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        Server answers(int status, Map<String, String> headers, String body) {
            return answers(status, headers, body, body.length());
        }

        /** With another length than it has; 0 for none told. */
        synchronized Server answers(
                int status, Map<String, String> headers, String body, long length) {
            answers.add(new Answer(status, headers, body, length));
            return this;
        }

        private synchronized void serve(HttpExchange exchange) throws IOException {
            asked.add(
                    exchange.getRequestURI()
                            + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"));
            Answer answer = answers.remove();
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), answer.length());
            try (exchange) {
                exchange.getResponseBody().write(answer.body().getBytes(UTF_8));
            }
        }
    }

    @AfterEach
    void close() {
        download.close();
        chat.server.stop(0);
        stranger.server.stop(0);
        client.connectionPool().evictAll();
    }

    private FileDownload download(Optional<String> authorization) {
        return new FileDownload(
                client,
                authorization,
                new FileHosts(List.of(), List.of(), URI.create(chat.url("/api/"))),
                new FileReason("Chat", NOT_ALLOWED),
                CHECK);
    }

    private FileContent get(Attachment file, long most) {
        return download.get(file, chat.url("/files/a"), most).content();
    }

    private static Attachment file(long size) {
        return new Attachment("F1", "a.png", "image/png", size, "");
    }

    private FileContent get() {
        return get(file(0), 10);
    }

    private static FileContent missing(String reason) {
        return new FileContent.Missing(reason);
    }

    private static Map<String, String> to(String location) {
        return Map.of("Location", location);
    }

    @Test
    void get_redirectWithinThePlatform_isFollowedWithTheToken() {
        chat.answers(302, to("/files/b"), "")
                .answers(307, to(chat.url("/files/c")), "")
                .answers(200, Map.of("Content-Type", "image/png"), "bytes");

        assertThat(((FileContent.Fetched) get()).bytes()).isEqualTo("bytes".getBytes(UTF_8));
        assertThat(chat.asked)
                .containsExactly(
                        "/files/a Bearer " + TOKEN,
                        "/files/b Bearer " + TOKEN,
                        "/files/c Bearer " + TOKEN);
    }

    @Test
    void get_redirectElsewhere_isNotFollowed() {
        chat.answers(302, to(stranger.url("/a")), "");

        assertThat(get()).isEqualTo(missing(ASTRAY));
        assertThat(stranger.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.org/a",
                "http://127.0.0.1@evil.org/",
                "data:text/plain,a",
                "",
                "http://"
            })
    void get_oddRedirect_isNotFollowed(String location) {
        chat.answers(302, to(location), "").answers(302, to(location), "");

        assertThat(get()).isInstanceOf(FileContent.Missing.class);
        assertThat(chat.asked.size()).isLessThanOrEqualTo(2);
    }

    @Test
    void get_redirectsInCircles_end() {
        for (int i = 0; i < 4; i++) {
            chat.answers(302, to("/files/a"), "");
        }

        assertThat(get()).isEqualTo(missing(ASTRAY));
        assertThat(chat.asked).hasSize(4);
    }

    @Test
    void get_withoutAuthorization_sendsNone() {
        chat.answers(302, to("/files/b"), "").answers(200, Map.of(), "bytes");
        try (FileDownload open = download(Optional.empty())) {
            assertThat(open.get(file(0), chat.url("/files/a"), 10))
                    .isInstanceOf(Download.Done.class);
        }

        assertThat(chat.asked).containsExactly("/files/a null", "/files/b null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.org/a", "file:///etc/passwd", "/files/a", ""})
    void get_elsewhere_asksNobody(String address) {
        assertThat(download.get(file(0), address, 10).content())
                .isEqualTo(missing("it lies outside Chat, and the bot fetches nothing from there"));
        assertThat(chat.asked).isEmpty();
    }

    @Test
    void get_redirectToWhatIsNoFile_isRecognised() {
        chat.answers(302, to("/login"), "");

        assertThat(get()).isEqualTo(missing(NOT_ALLOWED));
        assertThat(chat.asked).hasSize(1);
    }

    @Test
    void get_somethingInsteadOfTheFile_isRecognised() {
        Map<String, String> html = Map.of("Content-Type", "text/html");
        chat.answers(200, html, "<login>").answers(200, html, "<html>");

        assertThat(get(file(6), 10)).isEqualTo(missing(NOT_ALLOWED));
        assertThat(get(file(6), 10)).isInstanceOf(FileContent.Fetched.class);
    }

    @Test
    void get_knownToBeTooLarge_asksNobody() {
        assertThat(get(file(11), 10)).isEqualTo(missing("it is larger than 10 bytes"));
        assertThat(chat.asked).isEmpty();
    }

    @Test
    void get_tooLarge_isNotHeld() {
        chat.answers(200, Map.of(), "12345678901").answers(200, Map.of(), "12345678901", 0);
        assertThat(get()).isEqualTo(missing("it is larger than 10 bytes"));
        assertThat(get()).isEqualTo(missing("it is larger than 10 bytes"));
        chat.answers(200, Map.of(), "1234567890", 0);

        assertThat(((FileContent.Fetched) get()).bytes()).hasSize(10);
    }

    @Test
    void get_cutOff_isMissing() {
        chat.answers(200, Map.of(), "12345", 9);

        assertThat(get()).isEqualTo(missing("the connection to Chat broke off"));
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "502"})
    void get_passingFault_isRepeatedOnce(int status) {
        chat.answers(status, Map.of("Retry-After", "0"), "").answers(200, Map.of(), "a");
        assertThat(get()).isInstanceOf(FileContent.Fetched.class);

        chat.asked.clear();
        chat.answers(status, Map.of("Retry-After", "0"), "").answers(500, Map.of(), "");
        assertThat(get()).isEqualTo(missing("Chat answered with HTTP status 500"));
        assertThat(chat.asked).hasSize(2);
    }

    @Test
    void get_longPause_isNotWaitedFor() {
        chat.answers(429, Map.of("Retry-After", "60"), "");

        assertThat(get()).isEqualTo(missing("Chat takes no more such requests just now"));
        assertThat(chat.asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403,Chat did not let the bot download it",
        "404,Chat does not find it any more",
        "418,Chat answered with HTTP status 418"
    })
    void get_refusal_isTold(int status, String reason) {
        chat.answers(status, Map.of(), "");

        assertThat(download.get(file(0), chat.url("/files/a"), 10))
                .isEqualTo(new Download.Refused(status, reason));
    }

    @Test
    void get_afterClose_asksNobody() {
        download.close();

        assertThat(get()).isEqualTo(missing("the connection to Chat is closed"));
        assertThat(chat.asked).isEmpty();
    }

    @Test
    void get_whateverHappens_theTokenIsInNoReason() {
        chat.answers(302, to("http://evil.org/?token=" + TOKEN), "").answers(418, Map.of(), TOKEN);

        assertThat(get().toString()).doesNotContain(TOKEN);
        assertThat(get().toString()).doesNotContain(TOKEN);
    }
}
