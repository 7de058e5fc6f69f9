package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.claude.StreamEvent.BlockReady;
import parley.claude.StreamEvent.Finished;
import parley.claude.StreamEvent.Started;
import parley.claude.StreamEvent.TextDelta;
import parley.claude.StreamEvent.ThinkingDelta;

final class OfflineClaudeTest {
    private final OfflineClaude claude = new OfflineClaude(Duration.ZERO);

    private List<StreamEvent> events(ClaudeRequest request) {
        try (ClaudeStream stream = claude.stream(request)) {
            return ClaudeRig.drain(stream);
        }
    }

    private String text(String... thread) {
        return events(ClaudeRig.ask(thread)).stream()
                .filter(TextDelta.class::isInstance)
                .map(event -> ((TextDelta) event).text())
                .collect(Collectors.joining());
    }

    private static String said(String name, String text) {
        return "<message from=\""
                + name
                + "\" at=\"2026-11-21 09:00 UTC\">\n"
                + text
                + "\n</message>";
    }

    @Test
    void answer_showsWhatItWasSent() {
        String text =
                text(
                        said("Ada Lovelace", "What is an engine?"),
                        "A machine.",
                        said("Bob", "Is it?") + said("Grace Hopper", "Is &lt;it fast?\nReally?"));

        assertThat(text)
                .contains("## Hello, Grace Hopper\n")
                .contains("**offline model**")
                .contains("- 3 messages of this thread\n")
                .contains("First asked: “What is an engine?”")
                .contains("> Is <it fast?\n> Really?\n")
                .contains("```bash\n");
    }

    @Test
    void plainText_isTakenAsItIs() {
        assertThat(text("Hi there")).contains("## Hello\n").contains("> Hi there\n");
    }

    @Test
    void answer_isTheSameEachTime() {
        assertThat(text("Hi")).isEqualTo(text("Hi"));
    }

    @Test
    void longQuestion_getsALongAnswer() {
        assertThat(text("Something long, please"))
                .hasSizeGreaterThan(2_500)
                .contains("### 5.", "|---|", "```java", "```sql");
    }

    @Test
    void thinking_comesFirstAndIsNotKept() {
        List<StreamEvent> events = events(ClaudeRig.ask("Think about it"));

        assertThat(events.get(0)).isInstanceOf(Started.class);
        assertThat(events.get(1)).isInstanceOf(ThinkingDelta.class);
        assertThat(events).filteredOn(BlockReady.class::isInstance).hasSize(1);
    }

    @Test
    void model_saysThatItIsOffline() {
        assertThat(claude.offline()).isTrue();
        assertThat(events(ClaudeRig.ask("Hi")).getFirst())
                .isInstanceOfSatisfying(
                        Started.class,
                        started -> assertThat(started.model().value()).isEqualTo("offline"));
    }

    @Test
    void usage_isEstimated() {
        assertThat(events(ClaudeRig.ask("Hi")).getLast())
                .isInstanceOfSatisfying(
                        Finished.class,
                        finished -> {
                            assertThat(finished.usage().input()).isEqualTo(4);
                            assertThat(finished.usage().output()).isGreaterThan(50);
                        });
    }

    @Test
    void lengthLimit_isKept() {
        ClaudeRequest brief =
                new ClaudeRequest(
                        ClaudeRig.SONNET,
                        10,
                        "",
                        ClaudeRig.ask("long").messages(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        List.of());

        assertThat(events(brief).getLast())
                .isInstanceOfSatisfying(
                        Finished.class,
                        finished -> {
                            assertThat(finished.reason()).isEqualTo(StopReason.MAX_TOKENS);
                            assertThat(finished.usage().output()).isEqualTo(10);
                        });
    }

    @Test
    void pause_isEndedByClose() throws InterruptedException {
        ClaudeStream stream = new OfflineClaude(Duration.ofHours(1)).stream(ClaudeRig.ask("Hi"));
        assertThat(stream.next()).isPresent();
        BlockingQueue<Optional<StreamEvent>> result = new LinkedBlockingQueue<>();
        Thread.startVirtualThread(() -> result.add(stream.next()));

        stream.close();

        assertThat(result.poll(20, TimeUnit.SECONDS)).isEqualTo(Optional.empty());
    }

    @Test
    void emptyRequest_isAnsweredToo() {
        assertThat(events(ClaudeRig.ask(List.of()))).last().isInstanceOf(Finished.class);
    }
}
