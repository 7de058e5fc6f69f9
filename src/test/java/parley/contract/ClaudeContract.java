package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.claude.Claude;
import parley.claude.ClaudeMessage;
import parley.claude.ClaudeRequest;
import parley.claude.ClaudeStream;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.claude.Role;
import parley.claude.StreamEvent;
import parley.claude.StreamEvent.BlockReady;
import parley.claude.StreamEvent.Finished;
import parley.claude.StreamEvent.Started;
import parley.claude.StreamEvent.TextDelta;

/** What every {@link Claude} does for one question. */
abstract class ClaudeContract {
    abstract Claude claude();

    private static ClaudeRequest request() {
        ClaudeMessage question =
                new ClaudeMessage(Role.USER, List.of(new ContentBlock.Text("Hello?")));
        return new ClaudeRequest(
                new ModelId("claude-sonnet-5-5"),
                500,
                "Be kind.",
                List.of(question),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    private static List<StreamEvent> drain(ClaudeStream stream) {
        List<StreamEvent> events = new ArrayList<>();
        for (Optional<StreamEvent> next = stream.next(); next.isPresent(); next = stream.next()) {
            events.add(next.get());
        }
        return events;
    }

    @Test
    void answer_beginsAndEndsOnceAndIsWhole() {
        try (ClaudeStream stream = claude().stream(request())) {
            List<StreamEvent> events = drain(stream);
            String deltas =
                    events.stream()
                            .filter(TextDelta.class::isInstance)
                            .map(event -> ((TextDelta) event).text())
                            .collect(Collectors.joining());

            assertThat(events.getFirst()).isInstanceOf(Started.class);
            assertThat(events.getLast()).isInstanceOf(Finished.class);
            assertThat(events).filteredOn(Started.class::isInstance).hasSize(1);
            assertThat(events).filteredOn(Finished.class::isInstance).hasSize(1);
            assertThat(deltas).isNotBlank();
            assertThat(events).contains(new BlockReady(new ContentBlock.Text(deltas)));
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void usage_isCounted() {
        try (ClaudeStream stream = claude().stream(request())) {
            Finished finished = (Finished) drain(stream).getLast();

            assertThat(finished.usage().prompt()).isPositive();
            assertThat(finished.usage().output()).isPositive();
        }
    }

    @Test
    void closedStream_bringsNothing() {
        ClaudeStream stream = claude().stream(request());
        stream.close();
        stream.close();

        assertThat(stream.next()).isEmpty();
    }

    @Test
    void streamClosedInTheMiddle_bringsNothingMore() {
        ClaudeStream stream = claude().stream(request());
        assertThat(stream.next()).isPresent();
        stream.close();

        assertThat(stream.next()).isEmpty();
    }

    @Test
    void close_fromAnotherThread_endsTheReading() throws InterruptedException {
        ClaudeStream stream = claude().stream(request());
        BlockingQueue<List<StreamEvent>> read = new LinkedBlockingQueue<>();
        assertThat(stream.next()).isPresent();
        Thread.startVirtualThread(() -> read.add(drain(stream)));

        stream.close();

        assertThat(read.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void streams_runSideBySide() {
        try (ClaudeStream one = claude().stream(request());
                ClaudeStream two = claude().stream(request())) {
            assertThat(one.next()).get().isInstanceOf(Started.class);
            assertThat(two.next()).get().isInstanceOf(Started.class);
            assertThat(drain(one)).last().isInstanceOf(Finished.class);
            assertThat(drain(two)).last().isInstanceOf(Finished.class);
        }
    }

    @Test
    void facts_areThereForAnyModel() {
        for (String name : List.of("claude-sonnet-5-5", "claude-next-9", "qwen3:30b", "a/b c?d")) {
            var facts = claude().facts(new ModelId(name));

            assertThat(facts.model().value()).isEqualTo(name);
            assertThat(facts.contextTokens()).isGreaterThanOrEqualTo(facts.maxOutputTokens());
            assertThat(facts.maxOutputTokens()).isPositive();
            assertThat(facts.charactersPerToken()).isPositive();
        }
    }

    @Test
    void warmUp_canBeRepeated() {
        claude().warmUp();
        claude().warmUp();

        try (ClaudeStream stream = claude().stream(request())) {
            assertThat(drain(stream)).last().isInstanceOf(Finished.class);
        }
    }
}
