package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.claude.StreamEvent.TextDelta;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.RecordedRequest;

/** Close, from another thread and at any moment, ends the stream and its connection. */
final class AnthropicCloseTest {
    private final ClaudeRig rig = new ClaudeRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** What a reader on a thread of its own got until its stream ended. */
    private static final class Reader {
        private final BlockingQueue<List<StreamEvent>> result = new LinkedBlockingQueue<>();
        private final Thread thread;

        Reader(ClaudeStream stream, boolean virtual) {
            Runnable read = () -> result.add(ClaudeRig.drain(stream));
            thread = virtual ? Thread.startVirtualThread(read) : Thread.ofPlatform().start(read);
        }

        List<StreamEvent> result() throws InterruptedException {
            List<StreamEvent> events = result.poll(20, TimeUnit.SECONDS);
            assertThat(events).as("the reader came back").isNotNull();
            thread.join();
            return events;
        }
    }

    @Test
    void beforeTheFirstNext_nothingIsSent() {
        ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"));
        stream.close();
        stream.close();

        assertThat(stream.next()).isEmpty();
        assertThat(rig.server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whileTheHeadersAreAwaited_theConnectionIsClosed(boolean virtual) throws Exception {
        rig.server.enqueue(FakeReply.silence().stall());
        ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"));
        Reader reader = new Reader(stream, virtual);
        RecordedRequest request = rig.server.takeRequest();

        stream.close();

        assertThat(reader.result()).isEmpty();
        request.awaitClosedByClient();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whileReading_theConnectionIsClosed(boolean virtual) throws Exception {
        Gate gate = new Gate();
        rig.server.enqueue(FakeReply.message().text("a").gate(gate).text("b").stop("end_turn"));
        ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"));
        ClaudeRig.await(stream, TextDelta.class);
        gate.awaitReached();
        Reader reader = new Reader(stream, virtual);

        stream.close();

        assertThat(reader.result()).isEmpty();
        rig.server.takeRequest().awaitClosedByClient();
    }

    @Test
    void whileNobodyReads_theConnectionIsClosed() {
        rig.server.enqueue(FakeReply.message().text("a").stall());
        ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"));
        ClaudeRig.await(stream, TextDelta.class);

        stream.close();

        assertThat(stream.next()).isEmpty();
        rig.server.takeRequest().awaitClosedByClient();
    }

    @Test
    void whileTheReaderIsFarBehind_theConnectionIsClosed() {
        FakeReply endless = FakeReply.message();
        for (int i = 0; i < 2_000; i++) {
            endless.text("word " + i);
        }
        rig.server.enqueue(endless.stall());
        ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"));
        ClaudeRig.await(stream, TextDelta.class);

        stream.close();

        rig.server.takeRequest().awaitClosedByClient();
    }

    @Test
    void interruptingTheReader_closesTheConnection() {
        rig.server.enqueue(FakeReply.message().text("a").stall());
        ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"));
        ClaudeRig.await(stream, TextDelta.class);

        Thread.currentThread().interrupt();

        assertThatThrownBy(stream::next)
                .isInstanceOf(ClaudeException.ConnectionLost.class)
                .hasMessage("The request was interrupted.");
        assertThat(Thread.interrupted()).isTrue();
        rig.server.takeRequest().awaitClosedByClient();
    }

    @Test
    void theNextStream_isNotHurt() {
        rig.server.enqueue(FakeReply.message().text("a").stall());
        ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"));
        ClaudeRig.await(stream, TextDelta.class);
        stream.close();

        assertThat(rig.collect()).last().isInstanceOf(StreamEvent.Finished.class);
    }
}
