package parley.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

/** Connections that never come about; the rest is seen through the whole link. */
final class SlackSocketTest {
    private final Slack slack = Slack.getInstance(config());
    private final ServerSocket server = listen();

    private static SlackConfig config() {
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        config.setProxyUrl(null);
        return config;
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        slack.close();
    }

    @Test
    void open_whereNobodyShakesHands_isGivenUp() throws Exception {
        SlackSocket socket = socket();

        assertThat(socket.open(Duration.ofMillis(100))).isFalse();
        socket.close();

        assertThat(socket.isOpen()).isFalse();
        assertThat(socket.send("{}")).isFalse();
    }

    @Test
    void open_thatIsGivenUpMeanwhile_letsGoOfTheConnection() throws Exception {
        SlackSocket socket = socket();
        var opened = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> opened.complete(open(socket)));

        try (Socket other = server.accept()) {
            other.setSoTimeout(20_000);
            String key = readKey(other);
            socket.close();
            shakeHands(other, key);
            other.getInputStream().readAllBytes();
        }

        assertThat(opened.get(20, TimeUnit.SECONDS)).isFalse();
        assertThat(socket.isOpen()).isFalse();
    }

    private static boolean open(SlackSocket socket) {
        try {
            return socket.open(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String readKey(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        String key = "";
        for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return key;
    }

    private static void shakeHands(Socket socket, String key) throws Exception {
        byte[] accept =
                MessageDigest.getInstance("SHA-1")
                        .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(US_ASCII));
        String answer =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + Base64.getEncoder().encodeToString(accept)
                        + "\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(US_ASCII));
    }

    @Test
    void open_whereNobodyListens_endsAtOnce() throws Exception {
        SlackSocket socket = socket();
        server.close();

        assertThat(socket.open(Duration.ofSeconds(20))).isFalse();
        assertThat(socket.awaitEnd(Duration.ZERO))
                .contains(new SocketEnd(SocketEnd.Kind.LOST, "no connection"));
        assertThat(socket.send("{}")).isFalse();
        socket.ping();
        socket.close();
        socket.close();
    }

    @Test
    void close_beforeOpening_isHarmless() throws Exception {
        SlackSocket socket = socket();

        socket.close();

        assertThat(socket.open(Duration.ofMillis(1))).isFalse();
    }

    private SlackSocket socket() throws URISyntaxException {
        String address = "ws://127.0.0.1:" + server.getLocalPort() + "/link/?ticket=1";
        return new SlackSocket(slack, address, (_, _) -> {}, new ManualTicker());
    }
}
