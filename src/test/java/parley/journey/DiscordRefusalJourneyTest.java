package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.inbox.Journal;
import parley.store.SqlJournal;
import parley.testing.FakeReply;
import parley.testing.discord.Fault;
import parley.testing.discord.ShownMessage;

/** What Discord refuses for good to show: people are told, where anything can be said. */
final class DiscordRefusalJourneyTest extends DiscordJourney {
    private static final String UGLY = "ugly";

    @ParameterizedTest
    @ValueSource(ints = {20_009, 50_035, 200_000, 240_000, 299_999})
    void contentIsRefused_isToldAndWholeAfterRetry(int code) {
        refuse(code);
        claude.enqueue(FakeReply.answer("An ", UGLY, " answer."));
        long question = ask("say it");
        ShownMessage told = answer(question, 1).getLast();
        awaitEnd();

        assertThat(told.text()).isEmpty();
        assertThat(told.notes())
                .singleElement()
                .asString()
                .startsWith("This answer cannot be shown here: ")
                .contains(String.valueOf(code))
                .matches(".* Press Retry, or ask an admin to look for T-\\w+ in the log\\.");

        discord.presses(ADA, question, told.id(), retry(told));
        awaitText(question, "This is answer 2.");
        assertThat(answers(question)).extracting(ShownMessage::id).containsExactly(told.id());
    }

    @Test
    void contentOfALaterPartIsRefused_isToldUnderThePartsThatStand() {
        refuse(200_000);
        String fine = "A line of the answer.\n\n".repeat(80);
        claude.enqueue(FakeReply.answer(fine, "And then an ", UGLY, " end."));
        long question = ask("say it");
        List<ShownMessage> shown = answer(question, 1);
        awaitEnd();

        assertThat(text(shown)).startsWith("A line of").doesNotContain(UGLY);
        assertThat(shown).hasSize(2);
        assertThat(shown.getLast().text()).isEmpty();
        assertThat(shown.getLast().notes())
                .singleElement()
                .asString()
                .startsWith("The rest of this answer cannot be shown here: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE journal SET turn = turn", "DELETE FROM reply_message"})
    void killedBeforeItIsSettledThatTheSentenceStands_isToldOnce(String more) {
        refuse(200_000);
        claude.enqueue(FakeReply.answer("An ", UGLY, " answer."));
        long root = ask("say it");
        ShownMessage told = answer(root, 1).getLast();
        awaitEnd();
        stop(Duration.ZERO);
        StoredRows.update(folder, "UPDATE journal SET state = 'ANSWERED'", more);
        start();
        awaitEnd();

        assertThat(answers(root)).extracting(ShownMessage::id).containsExactly(told.id());
        assertThat(answers(root).getLast().notes()).isEqualTo(told.notes());
        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void placeIsGone_isTriedNoFurther() {
        discord.faults()
                .always(
                        "POST",
                        "channels/{c}/messages",
                        new Fault.Refused(403, 50_013, "Missing Permissions"));
        long question = ask("say it");
        discord.await("a request", () -> !claude.requests().isEmpty());
        awaitEnd();

        assertThat(answers(question)).isEmpty();
        assertThat(discord.calls("POST", "channels/{c}/messages")).hasSizeLessThanOrEqualTo(3);
    }

    private static String retry(ShownMessage message) {
        return message.buttons().stream()
                .map(button -> button.customId())
                .filter(id -> id.startsWith("parley.retry:"))
                .findFirst()
                .orElseThrow();
    }

    /** Wherever that word stands. */
    private void refuse(int code) {
        discord.faults()
                .when(
                        call -> call.body().path("content").asText().contains(UGLY),
                        Integer.MAX_VALUE,
                        new Fault.Refused(400, code, "Not this."));
    }

    /** A restart would have nothing left to do. */
    private void awaitEnd() {
        Journal journal = new SqlJournal(parley().store(), InstantSource.system());
        discord.await("an end", () -> journal.unfinished().isEmpty());
    }
}
