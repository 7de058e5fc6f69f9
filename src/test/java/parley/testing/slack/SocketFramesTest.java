package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.Json;

/** The frames of Socket Mode themselves, without Slack's client. */
final class SocketFramesTest {
    private final FakeSlack slack =
            FakeSlack.start()
                    .addUser("U1", "Ada")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> frames = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        http.shutdownNow();
        slack.close();
    }

    private WebSocket open() {
        String body = new RawClient(slack).form("apps.connections.open", slack.appToken()).body();
        String url = Json.parse(body).orElseThrow().path("url").asText();
        return http.newWebSocketBuilder().buildAsync(URI.create(url), new Frames()).join();
    }

    private final class Frames implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence text, boolean last) {
            frames.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            frames.add("pong");
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            frames.add("closed " + code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            frames.add("broken");
        }
    }

    private JsonNode frame(int index) {
        slack.await("frame " + index, () -> frames.size() > index);
        return Json.parse(frames.get(index)).orElseThrow();
    }

    @Test
    void hello_tellsOfTheConnection() {
        open();

        assertThat(frame(0).path("type").asText()).isEqualTo("hello");
        assertThat(frame(0).at("/connection_info/app_id").asText()).isEqualTo(slack.appId());
        assertThat(frame(0).path("num_connections").asInt()).isEqualTo(1);
        assertThat(frame(0).at("/debug_info/approximate_connection_time").asInt()).isPositive();
    }

    @Test
    void envelope_unacknowledged_countsItsRetries() {
        slack.app().redeliverAfter(Duration.ofMillis(200), 2);
        WebSocket socket = open();
        frame(0);
        slack.says("U1", "C1", "hello");

        assertThat(frame(1).path("type").asText()).isEqualTo("events_api");
        assertThat(frame(1).path("retry_attempt").asInt()).isZero();
        assertThat(frame(2).path("retry_attempt").asInt()).isEqualTo(1);
        assertThat(frame(2).path("retry_reason").asText()).isEqualTo("timeout");
        assertThat(frame(2).path("envelope_id")).isEqualTo(frame(1).path("envelope_id"));
        assertThat(frame(1).at("/payload/event/text").asText()).isEqualTo("hello");
        socket.sendText(Json.text(Json.object("envelope_id", frame(1).path("envelope_id"))), true)
                .join();
        slack.awaitAcknowledged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh_requested", "link_disabled", "too_many_websockets"})
    void disconnect_saysWhyAndCloses(String reason) {
        open();
        frame(0);
        slack.sockets().disconnect(reason);

        assertThat(frame(1).path("type").asText()).isEqualTo("disconnect");
        assertThat(frame(1).path("reason").asText()).isEqualTo(reason);
        slack.await("the close", () -> frames.getLast().startsWith("closed"));
    }

    @Test
    void disconnect_warning_leavesItOpen() {
        open();
        frame(0);
        slack.sockets().disconnect("warning");

        assertThat(frame(1).path("reason").asText()).isEqualTo("warning");
        assertThat(slack.sockets().open()).isEqualTo(1);
    }

    @Test
    void connections_endInOrderOrBreak() {
        open();
        frame(0);
        slack.sockets().close();
        slack.await("a close frame", () -> frames.getLast().equals("closed 1000"));
        open();
        frame(2);
        slack.sockets().drop();
        // The JDK tells of an end without a close frame as 1006.
        slack.await("an end", () -> List.of("broken", "closed 1006").contains(frames.getLast()));

        assertThat(slack.sockets().everOpened()).isEqualTo(2);
        assertThat(slack.sockets().mostOpen()).isEqualTo(1);
    }

    @Test
    void silence_swallowsPingsAndEvents_untilHealed() {
        WebSocket socket = open();
        frame(0);
        socket.sendPing(ByteBuffer.allocate(0)).join();
        slack.await("a pong", () -> frames.contains("pong"));
        slack.sockets().silenceAll();
        socket.sendPing(ByteBuffer.allocate(0)).join();
        slack.says("U1", "C1", "hello");
        open();
        slack.await("a second connection", () -> slack.sockets().open() == 2);
        assertThat(frames).hasSize(2);

        slack.sockets().heal();
        open();
        assertThat(frame(2).path("num_connections").asInt()).isEqualTo(3);
    }
}
