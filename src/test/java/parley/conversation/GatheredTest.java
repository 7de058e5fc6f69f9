package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.claude.StreamEvent;
import parley.claude.Usage;
import parley.prompt.PersonaId;
import parley.usage.Cost;
import parley.usage.PriceFile;

final class GatheredTest {
    private static final ModelId SONNET = new ModelId("claude-sonnet-5-5");
    private static final ModelId OPUS = new ModelId("claude-opus-5-5");
    private final Gathered gathered = new Gathered();

    private void started(ModelId model, long input) {
        gathered.started(new StreamEvent.Started("req_1", model, new Usage(input, 1, 0, 0)));
    }

    @Test
    void cost_severalRequests_isTheSumAtEachModelsPrice() {
        started(OPUS, 1_000);
        gathered.finished(new Usage(1_000, 100, 0, 0));
        gathered.restart();
        started(SONNET, 1_000);
        gathered.finished(new Usage(1_000, 100, 0, 0));

        // Opus 4 and 20 dollars a million tokens in and out, Sonnet 2 and 10.
        assertThat(gathered.cost(PriceFile.load()))
                .contains(new Cost(4_000 + 2_000 + 2_000 + 1_000));
        assertThat(gathered.usage()).isEqualTo(new Usage(2_000, 200, 0, 0));
        assertThat(gathered.model()).contains(SONNET);
    }

    @Test
    void brokeOff_inMidAnswer_estimatesWhatWasWritten() {
        started(SONNET, 500);
        gathered.text("x".repeat(300));
        gathered.brokeOff();

        assertThat(gathered.usage()).isEqualTo(new Usage(500, 100, 0, 0));
        assertThat(gathered.estimated()).isTrue();
    }

    @Test
    void brokeOff_beforeTheStart_costsNothing() {
        gathered.brokeOff();

        assertThat(gathered.usage()).isEqualTo(Usage.NONE);
        assertThat(gathered.cost(PriceFile.load())).isEmpty();
        assertThat(gathered.estimated()).isFalse();
    }

    @Test
    void content_afterABlock_holdsItAndTheTextSince() {
        ContentBlock thought = new ContentBlock.Thinking("hm", "sig");
        gathered.block(thought);
        gathered.text("One.");
        gathered.block(new ContentBlock.Text("One."));
        gathered.text(" Tw");

        assertThat(gathered.content())
                .containsExactly(
                        thought, new ContentBlock.Text("One."), new ContentBlock.Text(" Tw"));
        assertThat(gathered.text()).isEqualTo("One. Tw");
    }

    @Test
    void footer_saysWhatIsEstimated() {
        String line =
                Footer.line(
                        new PersonaId("engineer"),
                        SONNET,
                        new Usage(1_000, 56, 200, 34),
                        true,
                        Optional.of(new Cost(1_234)),
                        Duration.ofMillis(2_340));

        assertThat(line)
                .isEqualTo(
                        "engineer · claude-sonnet-5-5 · 1,234 tokens in, about 56 out · $0.0012 · 2.3 s");
    }
}
