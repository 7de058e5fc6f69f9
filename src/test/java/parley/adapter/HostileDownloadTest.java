package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Attachment;

/** Servers that send more than was asked for: no more of it is held than the bound. */
final class HostileDownloadTest {
    private static final long MOST = 1_000_000;
    private static final long BOMB = 500_000_000;
    private static final byte[] BLOCK = new byte[64 * 1024];

    private final AtomicLong sent = new AtomicLong();
    private final OkHttpClient client = new OkHttpClient();
    private final HttpServer server;
    private final FileDownload download;

    HostileDownloadTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/bomb", HostileDownloadTest::bomb);
        server.createContext("/endless", this::endless);
        server.createContext("/false-length", HostileDownloadTest::falseLength);
        server.start();
        download =
                new FileDownload(
                        client,
                        Optional.empty(),
                        new FileHosts(List.of("chat.example"), List.of(), URI.create(url(""))),
                        new FileReason("Chat", "Chat did not let the bot download it"),
                        FileCheck.NONE);
    }

    @AfterEach
    void close() {
        download.close();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        server.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Half a gigabyte of nothing in half a megabyte. */
    private static void bomb(HttpExchange exchange) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (long written = 0; written < BOMB; written += BLOCK.length) {
                gzip.write(BLOCK);
            }
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, packed.size());
        try (OutputStream out = exchange.getResponseBody()) {
            packed.writeTo(out);
        }
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(BLOCK);
                sent.addAndGet(BLOCK.length);
            }
        }
    }

    private static void falseLength(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/pdf");
        exchange.sendResponseHeaders(200, 1_000_000_000_000L);
        exchange.getResponseBody().write(BLOCK);
        exchange.close();
    }

    private Download get(String path) {
        return download.get(
                new Attachment("F1", "a.pdf", "application/pdf", 9, ""), url(path), MOST);
    }

    @Test
    void bodyThatInflates_isTooLarge() {
        assertThat(get("/bomb")).isEqualTo(new Download.Failed("it is larger than 1 MB"));
    }

    @Test
    void bodyWithoutAnEnd_isTooLargeAndHungUpOn() {
        assertThat(get("/endless")).isEqualTo(new Download.Failed("it is larger than 1 MB"));
        assertThat(sent).hasValueLessThan(100 * MOST);
    }

    @Test
    void bodyThatDeclaresATerabyte_isTooLargeWithoutReadingIt() {
        assertThat(get("/false-length")).isEqualTo(new Download.Failed("it is larger than 1 MB"));
    }
}
