package parley.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.discord.Outcome.Done;
import parley.discord.Outcome.Limited;
import parley.discord.Outcome.Lost;
import parley.discord.Outcome.Refused;

final class DiscordRestTest {
    private static final String TOKEN = "MTE.Gx.very-secret";

    private record Told(String method, String path, RateHeaders.Budget budget) {}

    private record Seen(String line, String authorization, String agent, String body) {}

    private record Answer(int status, Map<String, String> headers, String body) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile Answer next = new Answer(200, Map.of(), "{}");
    private HttpServer server;
    private DiscordRest rest;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    seen.add(
                            new Seen(
                                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                                    String.valueOf(headers.getFirst("Authorization")),
                                    String.valueOf(headers.getFirst("User-Agent")),
                                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
                    Answer answer = next;
                    answer.headers().forEach(exchange.getResponseHeaders()::set);
                    byte[] body = answer.body().getBytes(UTF_8);
                    exchange.sendResponseHeaders(
                            answer.status(), body.length == 0 ? -1 : body.length);
                    if (body.length > 0) {
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        server.start();
        URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/");
        rest =
                DiscordRest.connect(
                        new DiscordSettings(TOKEN, api, Duration.ZERO),
                        (method, path, budget) -> told.add(new Told(method, path, budget)));
    }

    @AfterEach
    void stop() {
        rest.close();
        server.stop(0);
    }

    private void answers(int status, String body) {
        answers(status, Map.of(), body);
    }

    private void answers(int status, Map<String, String> headers, String body) {
        next = new Answer(status, headers, body);
    }

    private Outcome<JsonNode> get() {
        return rest.get("channels/1/messages?limit=50");
    }

    @Test
    void get_answered_isRead() {
        answers(200, "{\"id\":\"5\"}");

        assertThat(get())
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(done.response().toString()).isEqualTo("{\"id\":\"5\"}"));
        assertThat(seen)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.line()).isEqualTo("GET /api/v10/channels/1/messages?limit=50");
                    assertThat(call.authorization()).isEqualTo("Bot " + TOKEN);
                    assertThat(call.agent()).matches("DiscordBot \\(https://\\S+, \\S+\\).*");
                });
    }

    @Test
    void send_withoutAnswer_isMissingNode() {
        answers(204, "");

        Outcome<JsonNode> outcome = rest.send("DELETE", "channels/1/messages/2", "");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(((JsonNode) done.response()).isMissingNode()).isTrue());
    }

    @Test
    void send_json_goesAsItIs() {
        rest.send("PATCH", "channels/1", "{\"archived\":false}");

        assertThat(seen.getFirst().line()).isEqualTo("PATCH /api/v10/channels/1");
        assertThat(seen.getFirst().body()).isEqualTo("{\"archived\":false}");
    }

    @Test
    void upload_file_goesWithItsMessage() {
        rest.upload(
                "channels/1/messages", "{\"content\":\"x\"}", "a.py", "print()".getBytes(UTF_8));

        assertThat(seen.getFirst().body())
                .contains("name=\"payload_json\"", "{\"content\":\"x\"}")
                .contains("name=\"files[0]\"; filename=\"a.py\"", "print()");
    }

    @Test
    void refusal_hasCodeAndWords() {
        answers(403, "{\"message\":\"Missing Access\",\"code\":50001}");

        assertThat(get()).isEqualTo(new Refused<>(403, 50001, "Missing Access"));
    }

    @Test
    void refusal_ofForm_saysWhichField() {
        answers(
                400,
                "{\"message\":\"Invalid Form Body\",\"code\":50035,\"errors\":{\"content\":{\"_errors\":[]}}}");

        assertThat(get())
                .isEqualTo(
                        new Refused<>(
                                400, 50035, "Invalid Form Body {\"content\":{\"_errors\":[]}}"));
    }

    @Test
    void refusal_thatIsNoJson_hasNoCode() {
        answers(404, "<html>");

        assertThat(get()).isEqualTo(new Refused<>(404, 0, ""));
    }

    @Test
    void limit_isTheLongerOfHeaderAndBody() {
        answers(429, Map.of("Retry-After", "1"), "{\"retry_after\":0.3,\"global\":false}");
        assertThat(get()).isEqualTo(new Limited<>(Duration.ofSeconds(1), false));

        answers(429, Map.of("Retry-After", "1"), "{\"retry_after\":1.25,\"global\":true}");
        assertThat(get()).isEqualTo(new Limited<>(Duration.ofMillis(1250), true));
    }

    @Test
    void limit_withFractionOrWithoutTime_isAPauseAllTheSame() {
        answers(429, Map.of("Retry-After", "0.75"), "{}");
        assertThat(get()).isEqualTo(new Limited<>(Duration.ofMillis(750), false));

        answers(429, Map.of(), "{\"code\":30046}");
        assertThat(get()).isEqualTo(new Limited<>(Duration.ofSeconds(1), false));

        answers(429, Map.of("Retry-After", "soon"), "{\"retry_after\":-3}");
        assertThat(get()).isEqualTo(new Limited<>(Duration.ofSeconds(1), false));
    }

    @Test
    void limit_ofTheProxy_isGlobal() {
        answers(429, Map.of("Retry-After", "30"), "error code: 1015");

        assertThat(get()).isEqualTo(new Limited<>(Duration.ofSeconds(30), true));
    }

    @Test
    void troubleOfDiscord_isLost() {
        for (int status : new int[] {500, 502, 503, 302}) {
            answers(status, Map.of("Location", "http://127.0.0.1:1/"), "");
            assertThat(get()).isInstanceOf(Lost.class);
        }
        answers(200, "{\"id\":");
        assertThat(get()).isInstanceOf(Lost.class);
        assertThat(seen).hasSize(5);
    }

    @Test
    void post_thatTookTooLong_isLost_andNotRepeated() {
        answers(408, "");

        assertThat(rest.send("POST", "channels/1/messages", "{}")).isInstanceOf(Lost.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void headers_areTold() {
        Map<String, String> headers =
                Map.of(
                        "X-RateLimit-Limit", "5",
                        "X-RateLimit-Remaining", "3",
                        "X-RateLimit-Reset-After", "4.25");
        answers(200, headers, "{}");

        get();

        assertThat(told)
                .containsExactly(
                        new Told(
                                "GET",
                                "channels/1/messages",
                                new RateHeaders.Budget(5, 3, Duration.ofMillis(4250))));
    }

    @Test
    void path_elsewhere_isNotCalled() {
        for (String path : List.of("//other.host/x", "http://other.host/", "../../x", "/x")) {
            assertThatThrownBy(() -> rest.get(path)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void unreachable_isLost_withoutTheAddress() {
        server.stop(0);

        assertThat(get()).isEqualTo(new Lost<>("Discord cannot be reached: ConnectException"));
    }

    @Test
    void closed_isLost() {
        rest.close();

        assertThat(get()).isEqualTo(new Lost<>("the connection to Discord is closed"));
        assertThat(seen).isEmpty();
    }
}
