package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.CHANNEL;
import static parley.contract.Events.NOON;
import static parley.contract.Events.OTHER;
import static parley.contract.Events.THREAD;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.Reference;
import parley.claude.ModelId;
import parley.claude.Usage;
import parley.command.AnswerBook;
import parley.command.AnswerFacts;
import parley.conversation.Material;
import parley.prompt.PersonaId;
import parley.usage.Cost;
import parley.usage.ModelReason;

/** What every {@link AnswerBook} must do, over the conversations of the same store. */
public abstract class AnswerBookContract extends StoreContract {
    protected abstract AnswerBook answers();

    private static AnswerFacts.Finished finished() {
        return new AnswerFacts.Finished(
                "answered",
                new PersonaId("default"),
                3,
                "hash",
                new ModelId("claude-sonnet-5-5"),
                Optional.of(ModelReason.CEILING),
                Optional.of("end_turn"),
                new Usage(10, 20, 30, 40),
                false,
                Optional.of(new Cost(1_234)),
                "req_1",
                Optional.empty(),
                NOON.plusSeconds(1),
                NOON.plusSeconds(2));
    }

    @Test
    void find_finished_tellsAllThatExplainsIt() {
        ask(T1, "m1", "secret");
        answer(T1, "secret");

        AnswerFacts facts = answers().find(T1).orElseThrow();

        assertThat(facts)
                .isEqualTo(new AnswerFacts(T1, THREAD, ANN, NOON, Optional.of(finished())));
        assertThat(facts.toString()).doesNotContain("secret");
    }

    @Test
    void find_broken_tellsWhatThereIs() {
        ask(T1, "m1", "one");
        store().complete(Answers.broken(T1, ""));

        AnswerFacts.Finished facts =
                answers().find(T1).flatMap(AnswerFacts::finished).orElseThrow();

        assertThat(facts.outcome()).isEqualTo("failed");
        assertThat(facts.version()).isZero();
        assertThat(facts.cost()).isEmpty();
        assertThat(facts.stopReason()).isEmpty();
        assertThat(facts.note()).contains("Something broke: try again.");
    }

    @Test
    void newest_underWay_isThatOneWithoutAnEnd() {
        ask(T1, "m1", "one");
        answer(T1, "eins");
        ask(T2, "m2", "two");

        assertThat(answers().newest(THREAD))
                .contains(new AnswerFacts(T2, THREAD, ANN, NOON, Optional.empty()));
    }

    @Test
    void newest_ofAChannel_isTheOneThatEndedLast() {
        ask(T1, "m1", "one");
        Reference elsewhere = new Reference("T-9");
        accept(Events.mention(OTHER, ANN, "m9", "other"));
        assertThat(store().begin(claim(OTHER), elsewhere, "Go on.", Material.NONE)).isPresent();
        assertThat(newestOfChannel()).isEqualTo(elsewhere);

        answer(T1, "eins");

        assertThat(newestOfChannel()).isEqualTo(T1);
        assertThat(answers().newest(new ChannelId(CHANNEL.workspace(), "elsewhere"))).isEmpty();
    }

    private Reference newestOfChannel() {
        return answers().newest(CHANNEL).orElseThrow().reference();
    }

    @Test
    void find_unknown_isEmpty() {
        assertThat(answers().find(T1)).isEmpty();
        assertThat(answers().newest(THREAD)).isEmpty();
    }
}
