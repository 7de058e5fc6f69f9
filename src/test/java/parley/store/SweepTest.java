package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.BOB;
import static parley.contract.Events.NOON;
import static parley.contract.Events.THREAD;
import static parley.inbox.EntryState.NOTED;
import static parley.inbox.EntryState.RECEIVED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.audit.AuditEntry;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.ChatMessage;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.contract.Answers;
import parley.contract.Events;
import parley.conversation.Material;
import parley.privacy.Erased;
import parley.privacy.Forgetting;
import parley.privacy.LiveAnswers;
import parley.privacy.Retention;
import parley.privacy.Subject;
import parley.privacy.Sweep;
import parley.testing.MemoryAuditLog;

/** Forgetting over a real store, with the time passed in. */
final class SweepTest implements LiveAnswers {
    private static final ThreadId DISCORD = ThreadId.parse("discord/1/2/3");
    private static final Retention NINETY_DAYS = _ -> Optional.of(Duration.ofDays(90));

    private final TestDatabase test = new TestDatabase();
    private final MemoryAuditLog audit = new MemoryAuditLog();
    private final List<String> signals = new ArrayList<>();
    private Instant now = NOON;
    private int reloads;

    @AfterEach
    void close() {
        test.close();
    }

    @Override
    public void stop(Reference turn) {
        signals.add("stop " + turn);
    }

    @Override
    public void restart(Reference turn) {
        signals.add("restart " + turn);
    }

    private SqlConversationStore store() {
        return new SqlConversationStore(test.get());
    }

    private SqlErasures erasures() {
        return new SqlErasures(test.get());
    }

    private Forgetting forgetting() {
        return new Forgetting(
                erasures(), new SqlErasure(test.get()), this, () -> reloads++, () -> now);
    }

    private Erased sweep(Retention retention) {
        return new Sweep(
                        new SqlErasure(test.get()),
                        forgetting(),
                        retention,
                        audit,
                        () -> reloads++,
                        () -> now)
                .run();
    }

    private Reference ask(ThreadId thread, Author who, String message) {
        var journal = new SqlJournal(test.get(), () -> now);
        assertThat(journal.append(Events.mention(thread, who, message, "What?"), RECEIVED))
                .isPresent();
        var turn = new Reference("T-" + message);
        assertThat(store().begin(journal.next(thread).orElseThrow(), turn, "", Material.NONE))
                .isPresent();
        return turn;
    }

    private void answer(Reference turn) {
        store().complete(Answers.complete(turn, "That."));
        store().shown(turn, true);
    }

    @Test
    void run_threadsOlderThanTheyAreKept_areRemovedAndAudited() {
        answer(ask(THREAD, ANN, "m1"));
        answer(ask(DISCORD, BOB, "m2"));
        now = NOON.plus(Duration.ofDays(80));
        answer(ask(DISCORD, BOB, "m3"));

        assertThat(sweep(NINETY_DAYS)).isEqualTo(Erased.NOTHING);
        now = NOON.plus(Duration.ofDays(91));
        assertThat(sweep(NINETY_DAYS).words()).isEqualTo("1 thread, 1 message, 1 answer, 0 files");

        assertThat(store().knows(THREAD)).isFalse();
        assertThat(store().knows(DISCORD)).isTrue();
        assertThat(audit.newest(THREAD.channel().workspace(), 9))
                .containsExactly(
                        new AuditEntry(
                                now,
                                THREAD.channel().workspace(),
                                Optional.empty(),
                                new Author(new UserId("parley"), "Parley"),
                                "retention",
                                "",
                                AuditEntry.Result.DONE,
                                "removed 1 thread, 1 message, 1 answer, 0 files"));
        assertThat(audit.newest(DISCORD.channel().workspace(), 9)).isEmpty();
        assertThat(reloads).isEqualTo(1);
        assertThat(sweep(NINETY_DAYS)).isEqualTo(Erased.NOTHING);
    }

    @Test
    void run_eachChannelHasItsOwnTime() {
        answer(ask(THREAD, ANN, "m1"));
        answer(ask(DISCORD, BOB, "m2"));
        ChannelId kept = THREAD.channel();
        now = NOON.plus(Duration.ofDays(400));

        Erased erased =
                sweep(channel ->
                        channel.equals(kept) ? Optional.empty() : Optional.of(Duration.ofDays(1)));

        assertThat(erased.threads()).isEqualTo(1);
        assertThat(store().knows(THREAD)).isTrue();
        assertThat(store().knows(DISCORD)).isFalse();
    }

    @Test
    void run_toTheMicrosecond_takesWhatIsOlderThanItIsKept() {
        answer(ask(THREAD, ANN, "m1"));
        now = NOON.plusSeconds(1);
        var journal = new SqlJournal(test.get(), () -> now);
        assertThat(journal.append(Events.reply(BOB, "noted", "Hm"), NOTED)).isPresent();

        now = NOON.plusSeconds(1).plus(Duration.ofDays(90));
        assertThat(sweep(NINETY_DAYS)).isEqualTo(Erased.NOTHING);
        now = now.plusNanos(1_000);
        assertThat(sweep(NINETY_DAYS).words()).isEqualTo("1 thread, 2 messages, 1 answer, 0 files");
    }

    @Test
    void run_manyThreads_areAllRemoved() {
        for (int i = 0; i < 120; i++) {
            answer(ask(new ThreadId(Events.CHANNEL, "t" + i), ANN, "m" + i));
        }
        Reference open = ask(new ThreadId(Events.CHANNEL, "open"), ANN, "m-open");
        now = NOON.plus(Duration.ofDays(91));

        assertThat(sweep(NINETY_DAYS).threads()).isEqualTo(120);

        assertThat(store().find(open)).isPresent();
    }

    @Test
    void finish_afterARestartInTheMiddle_erasesTheRest() {
        answer(ask(THREAD, ANN, "m1"));
        answer(ask(DISCORD, BOB, "m2"));
        var person = new Subject.Person(Platform.SLACK, ANN.id());
        var request = erasures().add(person, now);
        Erased _ = new PersonEvents(test.get(), person, request.upTo()).erase(new HashSet<>());
        assertThat(store().text(new Reference("T-m1"))).contains("That.");
        test.reopen();

        forgetting().finish();

        assertThat(store().text(new Reference("T-m1"))).contains("");
        assertThat(store().text(new Reference("T-m2"))).contains("That.");
        assertThat(erasures().open()).isEmpty();
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void person_withAnAnswerUnderWay_isCompleteWhenThatIsErased() {
        Reference turn = ask(THREAD, ANN, "m1");
        Forgetting forgetting = forgetting();

        Forgetting.Outcome outcome = forgetting.person(Platform.SLACK, ANN);

        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.erased().messages()).isEqualTo(1);
        assertThat(signals).containsExactly("stop " + turn);
        assertThat(erasures().open()).hasSize(1);
        answer(turn);
        forgetting.finish();
        assertThat(store().text(turn)).contains("");
        assertThat(erasures().open()).isEmpty();
    }

    @Test
    void person_whoseWordsAnotherAnswerIsMadeOf_letsItBeAskedAgain() {
        var journal = new SqlJournal(test.get(), () -> now);
        assertThat(journal.append(Events.reply(ANN, "m1", "Mine"), NOTED)).isPresent();
        Reference turn = ask(THREAD, BOB, "m2");

        assertThat(forgetting().person(Platform.SLACK, ANN).complete()).isTrue();

        assertThat(signals).containsExactly("restart " + turn);
    }

    @Test
    void run_wordsThatCameInAgain_areErasedAgain() {
        answer(ask(THREAD, ANN, "m1"));
        now = NOON.plusSeconds(60);
        assertThat(forgetting().person(Platform.SLACK, ANN).complete()).isTrue();
        // Read anew where they still stood, in a thread that the bot was asked in later.
        ThreadId other = new ThreadId(Events.CHANNEL, "later");
        Reference turn = ask(other, ANN, "m9");
        answer(turn);

        assertThat(sweep(NINETY_DAYS)).isEqualTo(Erased.NOTHING);

        assertThat(store().text(turn)).contains("");
    }

    @Test
    void thread_isRemoved_unlessSomethingInItWaits() {
        Reference turn = ask(THREAD, ANN, "m1");
        Forgetting forgetting = forgetting();
        assertThat(forgetting.thread(THREAD)).isEmpty();
        answer(turn);

        assertThat(forgetting.thread(THREAD).orElseThrow().erased().words())
                .isEqualTo("1 thread, 1 message, 1 answer, 0 files");

        assertThat(store().knows(THREAD)).isFalse();
        assertThat(forgetting.thread(THREAD).orElseThrow().erased()).isEqualTo(Erased.NOTHING);
        assertThat(erasures().open()).hasSize(2);
        now = NOON.plus(Duration.ofDays(2));
        forgetting.finish();
        assertThat(erasures().open()).isEmpty();
        assertThat(rows("journal")).isZero();
        assertThat(rows("thread_life")).isZero();
    }

    private long rows(String table) {
        return test.get()
                .read(handle ->
                        handle.createQuery("SELECT count(*) FROM " + table)
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void playground_ofAForgottenPerson_keepsOnlyTheFirstMessagesPlace() {
        var log = new SqlMessageLog(test.get());
        ThreadId mine = ThreadId.parse("web/parley/general/r1");
        ThreadId alone = ThreadId.parse("web/parley/general/r2");
        add(log, mine, ANN, "r1");
        add(log, mine, BOB, "b1");
        add(log, mine, ANN, "a1");
        add(log, alone, ANN, "r2");
        add(log, alone, ANN, "a2");

        assertThat(forgetting().person(Platform.WEB, ANN).complete()).isTrue();

        assertThat(log.thread(mine)).extracting(it -> it.text()).containsExactly("", "b1");
        assertThat(log.thread(alone)).isEmpty();
        assertThat(log.threads(mine.channel(), 9)).hasSize(1);
        assertThat(forgetting().person(Platform.WEB, BOB).complete()).isTrue();
        assertThat(log.thread(mine)).isEmpty();
    }

    private void add(SqlMessageLog log, ThreadId thread, Author author, String id) {
        var _ =
                log.add(
                        id,
                        new ChatMessage(
                                new MessageId(id),
                                thread,
                                Optional.of(author),
                                now,
                                id,
                                Optional.empty(),
                                false));
    }
}
