package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chat.Untold.Why.AWAY;
import static parley.chat.Untold.Why.BUSY;
import static parley.contract.Events.ANN;
import static parley.contract.Events.BOB;
import static parley.contract.Events.OTHER;
import static parley.contract.Events.THREAD;
import static parley.inbox.EntryState.ANSWERED;
import static parley.inbox.EntryState.ANSWERING;
import static parley.inbox.EntryState.DELIVERED;
import static parley.inbox.EntryState.NOTED;
import static parley.inbox.EntryState.RECEIVED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.chat.Attachment;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.Untold;
import parley.conversation.ConversationStore;
import parley.conversation.Material;
import parley.inbox.Claim;
import parley.inbox.Journal;
import parley.inbox.JournalEntry;

/** What every {@link Journal} must do, together with the conversations of the same store. */
public abstract class JournalContract {
    private static final Reference T1 = new Reference("T-1");

    /** A journal over an empty store, the same for the whole test. */
    protected abstract Journal journal();

    /** The conversations of the same store. */
    protected abstract ConversationStore conversations();

    private JournalEntry received(Inbound event) {
        return journal().append(event, RECEIVED).orElseThrow();
    }

    private JournalEntry noted(Inbound event) {
        return journal().append(event, NOTED).orElseThrow();
    }

    private List<Inbound> claimed(ThreadId thread) {
        return journal().next(thread).stream()
                .flatMap(claim -> claim.entries().stream())
                .map(JournalEntry::event)
                .toList();
    }

    @Test
    void append_messageWithFiles_isKeptWithThemInOrder() {
        Inbound sent =
                Events.withFiles(
                        Events.mention("m1", ""),
                        new Attachment("F1", "a \"🐙\".png", "image/png", 9, "https://x/1"),
                        new Attachment("F2", "", "", 0, ""));
        received(sent);

        assertThat(claimed(THREAD)).containsExactly(sent);
    }

    @Test
    void append_newEvent_isKeptAsItWas() {
        List<Inbound> events =
                List.of(
                        Events.mention("m1", "a \"quoted\"\nline \\ and 🐙 \u0000 \u2028"),
                        Events.reply(BOB, "m2", ""),
                        new Inbound.DirectMessage(
                                Events.event("e9"),
                                THREAD,
                                ANN,
                                Events.NOON,
                                new MessageId("m3"),
                                "half a pair: \ud83d.",
                                List.of()));
        List<JournalEntry> entries = events.stream().map(this::received).toList();

        assertThat(entries).extracting(JournalEntry::event).isEqualTo(events);
        assertThat(entries).extracting(JournalEntry::id).isSorted().doesNotHaveDuplicates();
        assertThat(claimed(THREAD)).isEqualTo(events);
        assertThat(journal().next(THREAD).orElseThrow().entries()).isEqualTo(entries);
    }

    @Test
    void refuse_isNotAnswered_andKeptUntilPeopleAreTold() {
        journal().refuse(Events.mention("m1", "one"), BUSY);
        journal().refuse(Events.mention("m2", "two"), BUSY);

        assertThat(claimed(THREAD)).isEmpty();
        assertThat(journal().untold(Platform.SLACK))
                .containsExactly(
                        new Untold(Events.CHANNEL, BUSY, Optional.of(THREAD), 2, Events.NOON));
        assertThat(journal().untold(Platform.DISCORD)).isEmpty();
        journal().told(Events.CHANNEL, BUSY, 1);
        assertThat(journal().untold(Platform.SLACK))
                .extracting(Untold::questions)
                .containsExactly(1);
        journal().told(Events.CHANNEL, BUSY, 1);
        assertThat(journal().untold(Platform.SLACK)).isEmpty();
    }

    @Test
    void refuse_whatIsKnown_countsOnce() {
        Inbound.Mention question = Events.mention("m1", "one");
        received(Events.mention("m2", "two"));
        journal().refuse(question, BUSY);

        assertThat(journal().refuse(question, BUSY)).isEmpty();
        assertThat(journal().refuse(Events.twin(question), AWAY)).isEmpty();
        assertThat(journal().refuse(Events.mention("m2", "two"), BUSY)).isEmpty();
        assertThat(journal().untold(Platform.SLACK))
                .extracting(Untold::questions)
                .containsExactly(1);
    }

    @Test
    void refuse_inSeveralThreads_isToldOfInNoneOfThem_andEachReasonApart() {
        journal().refuse(Events.mention("m1", "one"), BUSY);
        journal().refuse(Events.mention(OTHER, ANN, "m2", "two"), BUSY);
        journal().refuse(Events.mention("m3", "three"), BUSY);
        journal().refuse(Events.mention("m4", "four"), AWAY);

        assertThat(journal().untold(Platform.SLACK))
                .containsExactlyInAnyOrder(
                        new Untold(Events.CHANNEL, BUSY, Optional.empty(), 3, Events.NOON),
                        new Untold(Events.CHANNEL, AWAY, Optional.of(THREAD), 1, Events.NOON));
        journal().told(Events.CHANNEL, BUSY, 3);
        assertThat(journal().untold(Platform.SLACK)).extracting(Untold::why).containsExactly(AWAY);
    }

    @Test
    void append_sameEventId_isDuplicate() {
        received(Events.mention("m1", "hello"));

        assertThat(journal().append(Events.mention("m1", "hello"), RECEIVED)).isEmpty();
        assertThat(journal().append(Events.mention("m1", "hello"), NOTED)).isEmpty();
        assertThat(claimed(THREAD)).hasSize(1);
    }

    @Test
    void append_sameEventIdOnAnotherPlatform_isNoDuplicate() {
        var discord = ThreadId.parse(THREAD.toString().replace("slack/", "discord/"));
        received(Events.mention("m1", "hello"));

        assertThat(journal().append(Events.mention(discord, ANN, "m1", "hello"), RECEIVED))
                .isPresent();
    }

    @Test
    void append_sameMessageUnderAnotherEventId_isDuplicate() {
        Inbound.Mention mention = Events.mention("m1", "hello");
        received(mention);

        assertThat(journal().append(Events.twin(mention), RECEIVED)).isEmpty();
        assertThat(journal().append(Events.twin(mention), NOTED)).isEmpty();
        assertThat(claimed(THREAD)).containsExactly(mention);
    }

    @Test
    void append_notedMessageThatComesAgainAsAPlainOne_isNotRaised() {
        Inbound.ThreadReply reply = Events.reply(BOB, "m1", "between us");
        noted(reply);

        assertThat(journal().append(Events.twin(reply), RECEIVED)).isEmpty();
        assertThat(journal().unfinished()).isEmpty();
    }

    @Test
    void append_sameMessageIdInAnotherThread_isNoDuplicate() {
        received(Events.mention("m1", "hello"));

        assertThat(
                        journal()
                                .append(
                                        new Inbound.Mention(
                                                Events.event("x"),
                                                OTHER,
                                                ANN,
                                                Events.NOON,
                                                new MessageId("m1"),
                                                "hello",
                                                List.of()),
                                        RECEIVED))
                .isPresent();
    }

    @Test
    void append_mentionAfterItsNotedTwin_isRaised() {
        Inbound.Mention mention = Events.mention("m1", "hello");
        JournalEntry first = noted(Events.twin(mention));
        assertThat(journal().next(THREAD)).isEmpty();

        JournalEntry raised = received(mention);

        assertThat(raised.id()).isEqualTo(first.id());
        assertThat(raised.event()).isEqualTo(mention);
        assertThat(raised.state()).isEqualTo(RECEIVED);
        assertThat(claimed(THREAD)).containsExactly(mention);
        assertThat(journal().append(mention, RECEIVED)).isEmpty();
        assertThat(journal().append(Events.twin(mention), NOTED)).isEmpty();
    }

    @Test
    void append_mentionAfterItsTwinWasAnswered_isDuplicate() {
        Inbound.Mention mention = Events.mention("m1", "hello");
        noted(Events.twin(mention));
        received(Events.mention("m2", "well?"));
        conversations().begin(journal().next(THREAD).orElseThrow(), T1, "", Material.NONE);

        assertThat(journal().append(mention, RECEIVED)).isEmpty();
    }

    @Test
    void append_racingForOneEvent_oneWins() throws Exception {
        assertThat(race(20, _ -> Events.mention("m1", "hello"))).hasSize(1);
    }

    @Test
    void append_manyThreadsAtOnce_keepsAll() throws Exception {
        List<JournalEntry> entries =
                race(200, n -> Events.mention(n % 2 == 0 ? THREAD : OTHER, ANN, "m" + n, "x" + n));

        assertThat(entries).hasSize(200);
        assertThat(claimed(THREAD)).hasSize(100).allMatch(event -> event.thread().equals(THREAD));
        assertThat(claimed(OTHER)).hasSize(100).allMatch(event -> event.thread().equals(OTHER));
    }

    private List<JournalEntry> race(int callers, java.util.function.IntFunction<Inbound> event)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<JournalEntry>>> results =
                    threads.invokeAll(
                            IntStream.range(0, callers)
                                    .mapToObj(n ->
                                            (java.util.concurrent.Callable<Optional<JournalEntry>>)
                                                    () ->
                                                            journal()
                                                                    .append(
                                                                            event.apply(n),
                                                                            RECEIVED))
                                    .toList());
            List<JournalEntry> won = new ArrayList<>();
            for (Future<Optional<JournalEntry>> result : results) {
                result.get().ifPresent(won::add);
            }
            return won;
        }
    }

    @Test
    void next_nothingButNotes_isEmpty() {
        noted(Events.reply(BOB, "m1", "by the way"));

        assertThat(journal().next(THREAD)).isEmpty();
        assertThat(journal().unfinished()).isEmpty();
    }

    @Test
    void next_severalWaiting_claimsAllInOrderWithNotes() {
        noted(Events.reply(BOB, "m1", "one"));
        received(Events.mention("m2", "two"));
        noted(Events.reply(BOB, "m3", "three"));
        received(Events.mention("m4", "four"));
        noted(Events.reply(BOB, "m5", "five"));

        Claim claim = journal().next(THREAD).orElseThrow();

        assertThat(claim.state()).isEqualTo(RECEIVED);
        assertThat(claim.entries())
                .extracting(JournalEntry::state)
                .containsExactly(NOTED, RECEIVED, NOTED, RECEIVED, NOTED);
        assertThat(journal().next(THREAD)).contains(claim);
    }

    @Test
    void next_retryBetweenQuestions_comesAlone() {
        Inbound first = received(Events.mention("m1", "one")).event();
        Inbound retry = received(Events.retry("r", THREAD, T1)).event();
        Inbound last = received(Events.mention("m2", "two")).event();

        assertThat(claimed(THREAD)).containsExactly(first);
        settle(DELIVERED);
        assertThat(claimed(THREAD)).containsExactly(retry);
        settle(DELIVERED);
        assertThat(claimed(THREAD)).containsExactly(last);
    }

    @Test
    void next_notesBeforeContinuation_waitForTheNextQuestion() {
        Inbound note = noted(Events.reply(BOB, "m1", "one")).event();
        Inbound more = received(Events.more("c", THREAD, T1)).event();

        assertThat(claimed(THREAD)).containsExactly(more);
        settle(DELIVERED);
        assertThat(journal().next(THREAD)).isEmpty();
        Inbound question = received(Events.mention("m2", "two")).event();
        assertThat(claimed(THREAD)).containsExactly(note, question);
    }

    private void settle(parley.inbox.EntryState state) {
        journal().settle(journal().next(THREAD).orElseThrow().entries(), state);
    }

    @Test
    void next_turnUnderWayOrUndelivered_comesFirst() {
        noted(Events.reply(BOB, "m0", "zero"));
        received(Events.mention("m1", "one"));
        conversations().begin(journal().next(THREAD).orElseThrow(), T1, "", Material.NONE);
        received(Events.mention("m2", "two"));

        Claim cutOff = journal().next(THREAD).orElseThrow();
        conversations().complete(Answers.complete(T1, "an answer"));
        Claim undelivered = journal().next(THREAD).orElseThrow();
        conversations().shown(T1, true);

        assertThat(cutOff.state()).isEqualTo(ANSWERING);
        assertThat(cutOff.entries()).hasSize(2).allMatch(e -> e.turn().equals(Optional.of(T1)));
        assertThat(undelivered.state()).isEqualTo(ANSWERED);
        assertThat(undelivered.entries()).hasSize(2);
        assertThat(claimed(THREAD)).containsExactly(Events.mention("m2", "two"));
    }

    @Test
    void unfinished_severalThreads_longestWaitingFirst() {
        received(Events.mention(OTHER, ANN, "m1", "one"));
        received(Events.mention("m2", "two"));
        received(Events.mention(OTHER, ANN, "m3", "three"));
        assertThat(journal().unfinished()).containsExactly(OTHER, THREAD);

        conversations().begin(journal().next(OTHER).orElseThrow(), T1, "", Material.NONE);
        assertThat(journal().unfinished()).containsExactly(OTHER, THREAD);
        conversations().shown(T1, false);
        assertThat(journal().unfinished()).containsExactly(THREAD);
    }

    @Test
    void settle_entriesOfTurn_stay() {
        JournalEntry entry = received(Events.mention("m1", "one"));
        conversations().begin(journal().next(THREAD).orElseThrow(), T1, "", Material.NONE);

        journal().settle(List.of(entry), DELIVERED);
        journal().settle(List.of(), DELIVERED);

        assertThat(journal().next(THREAD).orElseThrow().state()).isEqualTo(ANSWERING);
    }

    @Test
    void tried_untilSpared_isCountedOnEachEntry() {
        JournalEntry one = received(Events.mention("m1", "one"));
        JournalEntry two = received(Events.mention("m2", "two"));
        journal().tried(List.of(one, two));
        journal().tried(List.of(one));

        assertThat(tries()).containsExactly(2, 1);
        journal().spare(List.of(one, two));
        journal().spare(List.of(two));
        assertThat(tries()).containsExactly(1, 0);
        conversations().begin(journal().next(THREAD).orElseThrow(), T1, "", Material.NONE);
        assertThat(tries()).containsExactly(1, 0);
    }

    private Stream<Integer> tries() {
        return journal().next(THREAD).orElseThrow().entries().stream().map(JournalEntry::tries);
    }

    @Test
    void amendments_untilSettled_areUnappliedAndInNoClaim() {
        received(Events.mention("m1", "one"));
        JournalEntry edit = received(Events.edited("ed", "m1", "uno"));
        JournalEntry second = received(Events.edited("ed2", "m1", "une"));
        JournalEntry delete = received(Events.deleted("de", "m1"));
        assertThat(journal().append(Events.deleted("de", "m1"), RECEIVED)).isEmpty();

        assertThat(journal().unappliedAmendments()).containsExactly(edit, second, delete);
        assertThat(claimed(THREAD)).hasSize(1);
        journal().settle(List.of(edit, delete), DELIVERED);
        assertThat(journal().unappliedAmendments()).containsExactly(second);
        conversations().delete(THREAD, new MessageId("m1"), Events.NOON);
        assertThat(journal().unfinished()).isEmpty();
    }
}
