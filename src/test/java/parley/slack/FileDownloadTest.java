package parley.slack;

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
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private static final String NOT_ALLOWED =
            "Slack did not let the bot download it (is the scope files:read there?)";
    private static final String ASTRAY = "Slack sent the bot from one address to another for it";

    private final Server slack = new Server();
    private final Server stranger = new Server();
    private final OkHttpClient client = new OkHttpClient();
    private final FileDownload download =
            new FileDownload(client, TOKEN, new FileHosts(URI.create(slack.url("/api/"))));

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
        slack.server.stop(0);
        stranger.server.stop(0);
        client.connectionPool().evictAll();
    }

    private FileContent get(Attachment file, long most) {
        return download.get(file, download.trusted(slack.url("/files/a")).orElseThrow(), most);
    }

    private FileContent get() {
        return get(new Attachment("F1", "a.png", "image/png", 0, ""), 10);
    }

    private static FileContent missing(String reason) {
        return new FileContent.Missing(reason);
    }

    private static Map<String, String> to(String location) {
        return Map.of("Location", location);
    }

    @Test
    void get_redirectWithinSlack_isFollowedWithTheToken() {
        slack.answers(302, to("/files/b"), "")
                .answers(307, to(slack.url("/files/c")), "")
                .answers(200, Map.of("Content-Type", "image/png"), "bytes");

        assertThat(((FileContent.Fetched) get()).bytes()).isEqualTo("bytes".getBytes(UTF_8));
        assertThat(slack.asked)
                .containsExactly(
                        "/files/a Bearer " + TOKEN,
                        "/files/b Bearer " + TOKEN,
                        "/files/c Bearer " + TOKEN);
    }

    @Test
    void get_redirectElsewhere_isNotFollowed() {
        slack.answers(302, to(stranger.url("/a")), "");

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
        slack.answers(302, to(location), "").answers(302, to(location), "");

        assertThat(get()).isInstanceOf(FileContent.Missing.class);
        assertThat(slack.asked.size()).isLessThanOrEqualTo(2);
    }

    @Test
    void get_redirectsInCircles_end() {
        for (int i = 0; i < 4; i++) {
            slack.answers(302, to("/files/a"), "");
        }

        assertThat(get()).isEqualTo(missing(ASTRAY));
        assertThat(slack.asked).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?redir=%2Ffiles-pri%2FT1-F1", "/signin?x=1", "/ssb/Login/"})
    void get_redirectToTheLoginPage_isRecognised(String location) {
        slack.answers(302, to(location), "");

        assertThat(get()).isEqualTo(missing(NOT_ALLOWED));
        assertThat(slack.asked).hasSize(1);
    }

    @Test
    void get_loginPageInsteadOfTheFile_isRecognised() {
        Map<String, String> html = Map.of("Content-Type", "text/html; charset=utf-8");
        slack.answers(200, html, "<html>");
        assertThat(get()).isEqualTo(missing(NOT_ALLOWED));

        Attachment page = new Attachment("F1", "a.HTML", "", 6, "");
        slack.answers(200, html, "<html>").answers(200, html, "<login>");
        assertThat(get(page, 10)).isInstanceOf(FileContent.Fetched.class);
        assertThat(get(page, 10)).isEqualTo(missing(NOT_ALLOWED));
    }

    @Test
    void get_tooLarge_isNotHeld() {
        slack.answers(200, Map.of(), "12345678901").answers(200, Map.of(), "12345678901", 0);
        assertThat(get()).isEqualTo(missing("it is larger than 10 bytes"));
        assertThat(get()).isEqualTo(missing("it is larger than 10 bytes"));
        slack.answers(200, Map.of(), "1234567890", 0);

        assertThat(((FileContent.Fetched) get()).bytes()).hasSize(10);
    }

    @Test
    void get_cutOff_isMissing() {
        slack.answers(200, Map.of(), "12345", 9);

        assertThat(get()).isEqualTo(missing("the connection to Slack broke off"));
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "502"})
    void get_passingFault_isRepeatedOnce(int status) {
        slack.answers(status, Map.of("Retry-After", "0"), "").answers(200, Map.of(), "a");
        assertThat(get()).isInstanceOf(FileContent.Fetched.class);

        slack.asked.clear();
        slack.answers(status, Map.of("Retry-After", "0"), "").answers(500, Map.of(), "");
        assertThat(get()).isEqualTo(missing("Slack answered with HTTP status 500"));
        assertThat(slack.asked).hasSize(2);
    }

    @Test
    void get_longPause_isNotWaitedFor() {
        slack.answers(429, Map.of("Retry-After", "60"), "");

        assertThat(get()).isEqualTo(missing("Slack takes no more such requests just now"));
        assertThat(slack.asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403,Slack did not let the bot download it (is the scope files:read there?)",
        "404,Slack does not find it any more",
        "418,Slack answered with HTTP status 418"
    })
    void get_refusal_isTold(int status, String reason) {
        slack.answers(status, Map.of(), "");

        assertThat(get()).isEqualTo(missing(reason));
    }

    @Test
    void get_whateverHappens_theTokenIsInNoReason() {
        slack.answers(302, to("http://evil.org/?token=" + TOKEN), "").answers(418, Map.of(), TOKEN);

        assertThat(get().toString()).doesNotContain(TOKEN);
        assertThat(get().toString()).doesNotContain(TOKEN);
    }
}
