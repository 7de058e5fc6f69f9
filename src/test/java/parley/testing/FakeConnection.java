package parley.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One client connection: this thread reads requests and so notices at once when the client goes; a
 * second one writes the answer.
 */
final class FakeConnection {
    private final Socket socket;
    private final BiFunction<HttpHead, byte[], RecordedRequest> recorder;
    private final FakeAnthropic server;

    FakeConnection(
            Socket socket,
            FakeAnthropic server,
            BiFunction<HttpHead, byte[], RecordedRequest> recorder) {
        this.socket = socket;
        this.server = server;
        this.recorder = recorder;
    }

    void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            while (more) {
                Optional<HttpHead> head = HttpHead.read(in);
                more = head.isPresent() && serve(head.get(), in);
            }
        } catch (IOException e) {
            // The client is gone, which serve() has recorded.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean serve(HttpHead head, InputStream in) throws IOException, InterruptedException {
        RecordedRequest request = recorder.apply(head, head.body(in));
        Thread writer = Thread.ofVirtual().start(() -> write(request));
        if (clientStays(in)) {
            writer.join();
            return true;
        }
        if (!request.answered()) {
            request.markClosed();
        }
        writer.interrupt();
        return false;
    }

    /** Waits for the next request, or for the end of the connection. */
    private static boolean clientStays(InputStream in) {
        try {
            in.mark(1);
            boolean stays = in.read() >= 0;
            in.reset();
            return stays;
        } catch (IOException e) {
            return false;
        }
    }

    private void write(RecordedRequest request) {
        try {
            server.replyTo(request).play(new ReplyWriter(socket, request));
            request.markAnswered();
        } catch (IOException e) {
            request.markClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
