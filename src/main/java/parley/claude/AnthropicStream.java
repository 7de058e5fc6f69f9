package parley.claude;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One answer from the server. A virtual thread of its own sends the request and reads the
 * connection, and events come over a bounded {@link Handoff}.
 *
 * <p>The thread is what makes {@link #close} work at any moment: before the response's headers
 * there is nothing to close, but interrupting a virtual thread that is blocked on a socket closes
 * that socket, whatever the library is doing: connecting, waiting, reading. A platform thread would
 * sleep on, so the caller's thread cannot be used.
 */
final class AnthropicStream implements ClaudeStream {
    private final AnthropicCall.Context context;
    private final ClaudeRequest request;
    private final Consumer<AnthropicStream> onEnd;
    private final Handoff handoff = new Handoff();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();

    /**
     * @param onEnd told, at least once and from any thread, when nothing is under way any more
     */
    AnthropicStream(
            AnthropicCall.Context context, ClaudeRequest request, Consumer<AnthropicStream> onEnd) {
        this.context = context;
        this.request = request;
        this.onEnd = onEnd;
    }

    @Override
    public Optional<StreamEvent> next() {
        start();
        try {
            return handoff.take();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw context.errors().map(e);
        }
    }

    private void start() {
        if (reader.get() == null && closed.getCount() > 0) {
            Thread thread = Thread.ofVirtual().name("claude-stream").unstarted(this::read);
            if (reader.compareAndSet(null, thread)) {
                thread.start();
                interruptIfClosed(thread);
            }
        }
    }

    /** A close that came before the thread was known to it could not interrupt it. */
    private void interruptIfClosed(Thread thread) {
        if (closed.getCount() == 0) {
            thread.interrupt();
        }
    }

    private void read() {
        try {
            new AnthropicCall(context, request, handoff, closed).run();
            handoff.end();
        } catch (Exception | Error e) {
            handoff.fail(context.errors().map(e));
        } finally {
            onEnd.accept(this);
        }
    }

    /** Ends the stream with a failure that its reader sees. */
    void abort(ClaudeException why) {
        handoff.fail(why);
        stop();
    }

    @Override
    public void close() {
        handoff.close();
        stop();
    }

    private void stop() {
        closed.countDown();
        Thread thread = reader.get();
        if (thread == null) {
            onEnd.accept(this);
        } else {
            thread.interrupt();
        }
    }
}
