package parley.store;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.NOON;
import static parley.contract.Events.OTHER;
import static parley.contract.Events.THREAD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.claude.ContentBlock;
import parley.contract.Events;
import parley.conversation.Contribution;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.inbox.EntryState;
import parley.privacy.Erased;
import parley.privacy.ErasureRequest;
import parley.privacy.Subject;

/** What a restore brings of the histories in which an answer was still due. */
final class FormerHistoryTest extends RestoreRig {
    private static final ContentBlock PICTURE =
            new ContentBlock.Image("image/png", Base64.getEncoder().encodeToString(new byte[9]));
    private static final Instant LATER = NOON.plusSeconds(2);

    @Test
    void cameSince_begun_goesOnWithItsThreadsHistoryAndFiles() {
        in(database -> {
            hear(database, FIRST);
            answer(database, THREAD, T1);
        });
        backup();
        in(database -> {
            hear(database, SECOND);
            answer(database, THREAD, T2);
            Inbound.Said third = Events.mention("m3", "third");
            hear(database, third);
            var told = new Contribution(third, ANN, "third", List.of(PICTURE), Optional.empty());
            OpenTurn _ = begin(database, THREAD, T3, new Material(List.of(), List.of(told)));
            post(database, T3, "p0");
        });

        assertThat(restore().holdings()).returns(2L, Holdings::answers);
        OpenTurn turn = resumed(THREAD);
        assertThat(turn.reference()).isEqualTo(T3);
        assertShows(turn, "p0");
        assertThat(String.join(" ", history(turn)))
                .containsSubsequence(
                        "first", "text of T-1", "second", "text of T-2", "third", "image/png");
        in(database -> complete(database, T3, "whole"));
        in(database -> hear(database, Events.mention("m4", "fourth")));
        in(database -> new SqlConversationStore(database).shown(T3, true));
        assertThat(history(resumed(THREAD))).hasSize(7).last().asString().contains("fourth");
    }

    @Test
    void forgottenSince_isNotBroughtBack() {
        in(database -> {
            hear(database, Events.mention("m1", "abracadabra"));
            answer(database, THREAD, T1);
        });
        backup();
        in(database -> {
            Optional<Reference> _ =
                    new SqlConversationStore(database).delete(THREAD, new MessageId("m1"), NOON);
            hear(database, SECOND);
            OpenTurn _ = begin(database, THREAD, T2);
        });

        Restore.Outcome _ = restore();
        assertThat(String.join(" ", history(resumed(THREAD)))).doesNotContain("abracadabra");
        String turns =
                ask(database ->
                        database.read(handle ->
                                handle.createQuery("SELECT content FROM turn")
                                        .mapTo(String.class)
                                        .list()
                                        .toString()));
        assertThat(turns).contains("second").doesNotContain("abracadabra");
    }

    /** The wish is carried out once more after the restore. */
    @Test
    void threadForgottenSince_thenAskedIn_keepsTheNewQuestionOnly() {
        in(database -> {
            hear(database, FIRST);
            answer(database, THREAD, T1);
        });
        backup();
        in(database -> {
            hear(database, SECOND);
            answer(database, THREAD, T2);
            carryOut(database, wish(database));
            assertThat(
                            new SqlJournal(database, () -> LATER)
                                    .append(
                                            Events.at(Events.mention("m3", "third"), LATER),
                                            EntryState.RECEIVED))
                    .isPresent();
            OpenTurn _ = begin(database, THREAD, T3);
        });

        Restore.Outcome _ = restore();
        in(database -> new SqlErasures(database).open().forEach(wish -> carryOut(database, wish)));
        OpenTurn turn = resumed(THREAD);
        assertThat(turn.reference()).isEqualTo(T3);
        assertThat(history(turn)).singleElement().asString().contains("third");
    }

    private static ErasureRequest wish(Database database) {
        return new SqlErasures(database)
                .add(new Subject.Conversation(THREAD), LATER.minusSeconds(1))
                .orElseThrow();
    }

    private static void carryOut(Database database, ErasureRequest wish) {
        Erased _ = new SqlErasure(database).conversation(wish);
        new SqlErasures(database).done(wish, LATER);
    }

    /** A restore of what was put aside before: each of both knows what the other does not. */
    @Test
    void heirKnowsMoreOfTheThread_keepsItBefore() throws IOException {
        in(database -> {
            hear(database, FIRST);
            answer(database, THREAD, T1);
        });
        Path early = folder.resolve("early.db");
        Holdings _ = Backup.make(url(), early);
        in(database -> {
            hear(database, SECOND);
            answer(database, THREAD, T2);
        });
        backup();
        Files.copy(early, folder.resolve("parley.db"), REPLACE_EXISTING);
        in(database -> {
            hear(database, Events.mention("m3", "third"));
            OpenTurn _ = begin(database, THREAD, T3);
        });

        Restore.Outcome _ = restore();
        OpenTurn turn = resumed(THREAD);
        assertThat(turn.reference()).isEqualTo(T3);
        assertThat(history(turn)).hasSize(5).last().asString().contains("third");
        assertThat(String.join(" ", history(turn))).contains("first", "T-1", "second", "T-2");
        in(database -> hear(database, Events.mention("m4", "fourth")));
        in(database -> new SqlConversationStore(database).shown(T3, true));
        assertThat(history(resumed(THREAD))).hasSize(7).last().asString().contains("fourth");
    }

    /** Their conversations have the same number. */
    @Test
    void heirKnowsAnotherThreadInItsPlace_keepsBoth() throws IOException {
        backup();
        Path empty = folder.resolve("empty.db");
        Files.copy(copy(), empty);
        in(database -> {
            hear(database, Events.mention(OTHER, ANN, "m2", "there"));
            answer(database, OTHER, T2);
        });
        Files.delete(copy());
        backup();
        Files.copy(empty, folder.resolve("parley.db"), REPLACE_EXISTING);
        in(database -> {
            hear(database, FIRST);
            OpenTurn _ = begin(database, THREAD, T1);
        });

        Restore.Outcome _ = restore();
        assertThat(resumed(THREAD).reference()).isEqualTo(T1);
        in(database -> hear(database, Events.mention(OTHER, ANN, "m3", "and")));
        assertThat(String.join(" ", history(resumed(OTHER))))
                .containsSubsequence("there", "text of T-2", "and");
    }
}
