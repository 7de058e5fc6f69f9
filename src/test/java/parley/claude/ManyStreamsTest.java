package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;

/** Five hundred answers at once, none of which waits for another. */
final class ManyStreamsTest {
    private static final int STREAMS = 500;

    @Test
    void streams_areAllOpenAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(STREAMS);
        Gate gate = new Gate();
        FakeReply reply = FakeReply.message().text("a").gate(gate).text("b").stop("end_turn");
        try (ClaudeRig rig = new ClaudeRig();
                ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor()) {
            rig.server.answer(_ -> reply);
            List<Future<List<StreamEvent>>> answers = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                answers.add(turns.submit(() -> answer(rig, begun)));
            }
            assertThat(begun.await(60, TimeUnit.SECONDS)).as("all have begun").isTrue();
            assertThat(rig.server.connections()).isGreaterThanOrEqualTo(STREAMS);
            gate.open();
            for (Future<List<StreamEvent>> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS))
                        .last()
                        .isInstanceOf(StreamEvent.Finished.class);
            }
            assertThat(rig.server.requests()).hasSize(STREAMS);
        }
    }

    private static List<StreamEvent> answer(ClaudeRig rig, CountDownLatch begun) {
        try (ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"))) {
            ClaudeRig.await(stream, StreamEvent.TextDelta.class);
            begun.countDown();
            return ClaudeRig.drain(stream);
        }
    }
}
