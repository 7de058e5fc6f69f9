package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.MemoryMessageLog;

final class WebServerTest {
    private final TestingPlayground playground = new TestingPlayground(new MemoryMessageLog());

    @AfterEach
    void close() {
        playground.close();
    }

    @Test
    void live_isOk() {
        assertThat(playground.get("/health/live").body()).isEqualTo("ok");
    }

    @Test
    void ready_saysWhatWasChecked() {
        HttpResponse<String> response = playground.get("/health/ready");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(
                        "{\"ready\":true,\"checks\":[{\"name\":\"store\",\"ok\":true,\"detail\":\"open\",\"vital\":true}]}");
    }

    @Test
    void ready_failedCheck_is503() {
        var bad = new Readiness.Check("model", false, "The key is not accepted.");
        try (var server = server(Readiness.of(List.of(bad)))) {
            HttpResponse<String> response = get(server, "/health/ready");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("The key is not accepted.");
        }
    }

    @Test
    void withoutPlayground_pageAndApiAreAbsent() {
        try (var server = server(Readiness.of(List.of()))) {
            assertThat(get(server, "/").statusCode()).isEqualTo(404);
            assertThat(get(server, "/api/workspace").statusCode()).isEqualTo(404);
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
        }
    }

    private static WebServer server(Readiness readiness) {
        return server(readiness, List.of());
    }

    private static WebServer server(Readiness readiness, List<Endpoint> endpoints) {
        var server =
                new WebServer(
                        "127.0.0.1", 0, () -> readiness, () -> "", Optional.empty(), endpoints);
        server.start();
        return server;
    }

    private static Endpoint echo() {
        return new Endpoint(
                "/events",
                question ->
                        new Endpoint.Reply(
                                202,
                                "text/plain",
                                question.headers().get("x-from")
                                        + " "
                                        + new String(question.body(), StandardCharsets.UTF_8)));
    }

    @Test
    void endpoint_requestOfAnyHostAndType_isHandedOnAsItIs() {
        try (var server = server(Readiness.of(List.of()), List.of(echo()))) {
            HttpResponse<String> response =
                    playground.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + server.port()
                                                            + "/events"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("X-From", "slack")
                                    .header("Origin", "https://example.org")
                                    .POST(HttpRequest.BodyPublishers.ofString("a=ü+%20"))
                                    .build());

            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(response.body()).isEqualTo("slack a=ü+%20");
        }
    }

    @Test
    void endpoint_largeBody_isTakenUpToOneMegabyte() {
        try (var server = server(Readiness.of(List.of()), List.of(echo()))) {
            assertThat(post(server, "x".repeat(Endpoint.LONGEST_BODY))).isEqualTo(202);
            assertThat(post(server, "x".repeat(Endpoint.LONGEST_BODY + 1))).isEqualTo(413);
        }
    }

    private int post(WebServer server, String body) {
        return playground
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + server.port() + "/events"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build())
                .statusCode();
    }

    private HttpResponse<String> get(WebServer server, String path) {
        return playground.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build());
    }

    @Test
    void metrics_areText() {
        HttpResponse<String> response = playground.get("/metrics");

        assertThat(response.body()).isEqualTo("parley_turns_total 3\n");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type ->
                        assertThat(type.toLowerCase(Locale.ROOT).replace(" ", ""))
                                .isEqualTo("text/plain;version=0.0.4;charset=utf-8"));
    }

    @Test
    void page_allowsOnlyItsOwnScripts() {
        HttpResponse<String> page = playground.get("/");

        assertThat(page.body())
                .contains("<title>Parley</title>")
                .doesNotContain("<style", "style=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void markdownReader_isServedFromTheClassPath() {
        HttpResponse<String> script = playground.get("/vendor/marked.js");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.body()).contains("Lexer");
    }

    @Test
    void unknownPath_is404InPlainWords() {
        HttpResponse<String> response = playground.get("/api/nothing");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo("{\"code\":\"missing\",\"error\":\"Nothing is here.\"}");
    }

    @Test
    void host_ofAnotherName_isRefusedEverywhere() throws IOException {
        for (String path : List.of("/", "/health/live", "/metrics", "/api/workspace")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example:" + port()))
                    .as(path)
                    .startsWith("HTTP/1.1 403");
        }
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:" + port())).startsWith("HTTP/1.1 200");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:1")).startsWith("HTTP/1.1 403");
    }

    @Test
    void malformedRequest_getsNoPageOfTheServers() throws IOException {
        assertThat(raw("GET / HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("<html", "Jetty");
    }

    private int port() {
        return playground.server.port();
    }

    private String raw(String head) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream()
                    .write(
                            (head + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void origin_ofAnotherSite_isRefused() {
        var read =
                playground
                        .request("/api/workspace")
                        .header("Origin", "http://evil.example")
                        .build();

        assertThat(playground.send(read).statusCode()).isEqualTo(403);
        assertThat(playground.send(post("application/json", "Origin", "null")).statusCode())
                .isEqualTo(403);
        assertThat(
                        playground
                                .send(post("application/json", "Sec-Fetch-Site", "cross-site"))
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void change_withoutAnyOrigin_isRefused() {
        assertThat(playground.send(post("application/json", "X-Other", "x")).statusCode())
                .isEqualTo(403);
        assertThat(
                        playground
                                .send(post("application/json", "Sec-Fetch-Site", "same-origin"))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void change_thatIsNotJson_isRefused() {
        assertThat(
                        playground
                                .send(post("text/plain", "Sec-Fetch-Site", "same-origin"))
                                .statusCode())
                .isEqualTo(415);
    }

    private HttpRequest post(String type, String header, String value) {
        String body =
                Json.write(Map.of("id", TestingPlayground.id(), "author", "ada", "text", "Hello"));
        return playground
                .request("/api/channels/general/messages")
                .header("Content-Type", type)
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Test
    void body_overTheLimit_isRefused() {
        HttpResponse<String> response =
                playground.say(
                        "general", TestingPlayground.id(), "ada", "x".repeat(600 * 1024), "");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("at most 512 KB");
    }

    @Test
    void body_thatIsNoJson_isRefused() {
        var request =
                playground
                        .request("/api/channels/general/messages")
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Origin", playground.address())
                        .POST(HttpRequest.BodyPublishers.ofString("{"))
                        .build();

        assertThat(playground.send(request).statusCode()).isEqualTo(400);
    }

    @Test
    void close_withOpenPage_endsItsStream() {
        try (EventReader page = playground.events()) {
            page.next("hello");
            playground.server.close();

            assertThat(page.ended()).isTrue();
        }
    }
}
