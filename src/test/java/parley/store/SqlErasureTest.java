package parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.BOB;
import static parley.contract.Events.NOON;
import static parley.contract.Events.OTHER;
import static parley.contract.Events.THREAD;
import static parley.inbox.EntryState.FAILED;
import static parley.inbox.EntryState.NOTED;
import static parley.inbox.EntryState.RECEIVED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.claude.ContentBlock;
import parley.contract.Answers;
import parley.contract.Events;
import parley.conversation.Contribution;
import parley.conversation.Feedback;
import parley.conversation.FileRoom;
import parley.conversation.Material;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;
import parley.privacy.Erased;
import parley.privacy.ErasureRequest;
import parley.privacy.Subject;

/** What is erased is in no file of the database; what others said stays as it was. */
final class SqlErasureTest {
    private static final String MARK = "swordfish-";
    private static final Author EVE = new Author(new UserId("U7"), MARK + "Eve");
    private static final Subject.Person PERSON = new Subject.Person(Platform.SLACK, EVE.id());

    private final TestDatabase test = new TestDatabase();
    private Instant now = NOON;
    private final SqlJournal journal = new SqlJournal(test.get(), () -> now);
    private final SqlConversationStore store = new SqlConversationStore(test.get());
    private final SqlErasure erasure = new SqlErasure(test.get());
    private final SqlErasures erasures = new SqlErasures(test.get());

    @AfterEach
    void close() {
        test.close();
    }

    private boolean onDisk() throws IOException {
        return onDisk(MARK);
    }

    private boolean onDisk(String mark) throws IOException {
        try (Stream<Path> files = Files.list(test.file().getParent())) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String raw = new String(bytes, StandardCharsets.ISO_8859_1);
                if (raw.contains(new String(mark.getBytes(UTF_8), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private JournalEntry accept(Inbound event, EntryState state) {
        return journal.append(event, state).orElseThrow();
    }

    private Inbound.Mention said(String message, String text) {
        return Events.mention(THREAD, EVE, message, text);
    }

    private Reference begin(ThreadId thread, String turn, Material material) {
        var reference = new Reference(turn);
        assertThat(store.begin(journal.next(thread).orElseThrow(), reference, "Go on.", material))
                .isPresent();
        return reference;
    }

    private Reference ask(Inbound.Said question, String turn) {
        accept(question, RECEIVED);
        return begin(question.thread(), turn, Material.NONE);
    }

    private void answer(Reference turn, String text) {
        store.complete(Answers.complete(turn, text));
        store.shown(turn, true);
    }

    /** As if somebody had stopped the answer. */
    private void stopped(Reference turn, String note) {
        test.get()
                .write(handle ->
                        handle.createUpdate(
                                        "UPDATE turn SET outcome = 'STOPPED', note = :note"
                                                + " WHERE reference = :turn")
                                .bind("note", note)
                                .bind("turn", turn.value())
                                .execute());
    }

    /** Everything, as a wish carries it out. */
    private Erased forget() {
        ErasureRequest request = erasures.add(PERSON, now);
        Erased erased = erasure.person(PERSON, request.upTo(), Set.of(EVE.name()));
        assertThat(erasure.overwriteGaps()).isTrue();
        return erased;
    }

    private Material withFile(Inbound.Said asked) {
        String bytes = Base64.getEncoder().encodeToString((MARK.repeat(9_000)).getBytes(UTF_8));
        return new Material(
                List.of(),
                List.of(
                        new Contribution(
                                asked,
                                asked.author(),
                                asked.text(),
                                List.of(
                                        new ContentBlock.Text(MARK + "name.png"),
                                        new ContentBlock.Image("image/png", bytes)),
                                Optional.of("The file " + MARK + "x.bin could not be read."))));
    }

    @Test
    void person_saidInEveryWay_leavesNoByte() throws IOException {
        Inbound.Said asked =
                Events.withFiles(said("m1", MARK + "text"), Events.file(MARK + "f.png"));
        accept(asked, RECEIVED);
        Reference first = begin(THREAD, "T-1", withFile(asked));
        store.posted(first, 0, new MessageId("p0"));
        store.looks(first, 0, Optional.of(MARK + "look"));
        answer(first, "You said " + MARK + "text");
        var edit =
                new Inbound.Edited(
                        new EventId("ed"), THREAD, EVE, NOON, new MessageId("m1"), MARK + "new");
        accept(edit, RECEIVED);
        store.edit(edit, MARK + "new");
        accept(said("m2", MARK + "noted"), NOTED);
        accept(said("m3", MARK + "refused, as the backlog was full"), FAILED);
        accept(Events.mention(OTHER, EVE, "m4", MARK + "waits"), RECEIVED);
        store.feedback(new Feedback(first, EVE.id(), true, NOON));
        assertThat(onDisk()).isTrue();

        Erased erased = forget();

        assertThat(onDisk()).isFalse();
        assertThat(erased).isEqualTo(new Erased(0, 4, 1, 1, erased.other()));
        assertThat(journal.unfinished()).isEmpty();
        assertThat(journal.next(OTHER)).isEmpty();
        assertThat(store.feedbackOn(first)).isEmpty();
        assertThat(forget()).isEqualTo(Erased.NOTHING);
    }

    @Test
    void person_keepsWhatAnAnswerCostAndItsIds() {
        Reference first = ask(said("m1", MARK), "T-1");
        answer(first, MARK);

        forget();

        List<Object> row =
                test.get()
                        .read(handle ->
                                handle.createQuery("SELECT * FROM turn WHERE reference = 'T-1'")
                                        .mapToMap()
                                        .map(it ->
                                                List.<Object>of(
                                                        it.get("model"),
                                                        it.get("cost_micros"),
                                                        it.get("output_tokens"),
                                                        it.get("persona"),
                                                        it.get("asker_id"),
                                                        it.get("text")))
                                        .one());
        assertThat(row)
                .map(String::valueOf)
                .containsExactly("claude-sonnet-5-5", "1234", "20", "default", "U7", "");
        assertThat(journal.append(said("m1", MARK), RECEIVED)).isEmpty();
        assertThat(store.participants(THREAD)).containsExactly(EVE.id());
        assertThat(store.find(first).orElseThrow().asker())
                .isEqualTo(new Author(EVE.id(), "somebody"));
    }

    @Test
    void person_leavesWhatOthersSaidAndGot() throws IOException {
        answer(ask(said("m1", MARK), "T-1"), MARK);
        Reference bobs = ask(Events.mention(THREAD, BOB, "m2", "Bob's question"), "T-2");
        answer(bobs, "Bob's answer");
        store.feedback(new Feedback(bobs, BOB.id(), false, NOON));

        forget();

        assertThat(store.text(bobs)).contains("Bob's answer");
        assertThat(store.feedbackOn(bobs)).hasSize(1);
        assertThat(onDisk("Bob's question")).isTrue();
        assertThat(onDisk("Bob \"Böb\"") || onDisk("Bob \\\"Böb\\\"")).isTrue();
        Reference next = ask(Events.mention(THREAD, BOB, "m3", "more"), "T-3");
        var turn = store.begin(journal.next(THREAD).orElseThrow(), next, "", Material.NONE);
        assertThat(store.before(turn.orElseThrow(), new FileRoom(Long.MAX_VALUE, 9)).turns())
                .extracting(it -> it.content().isEmpty())
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void person_ofAnotherPlatformWithThatId_stays() throws IOException {
        ThreadId discord = ThreadId.parse("discord/1/2/3");
        answer(ask(Events.mention(discord, EVE, "m1", MARK), "T-1"), MARK);

        assertThat(forget()).isEqualTo(Erased.NOTHING);

        assertThat(onDisk()).isTrue();
        assertThat(store.text(new Reference("T-1"))).contains(MARK);
    }

    @Test
    void person_saidAfterwards_stays() {
        ErasureRequest request = erasures.add(PERSON, NOON.minusSeconds(1));
        answer(ask(said("m1", MARK), "T-1"), MARK);

        assertThat(erasure.person(PERSON, request.upTo(), Set.of())).isEqualTo(Erased.NOTHING);
    }

    @Test
    void request_meansAllThatIsKnown_howeverFarAheadThePlatformsClockIs() {
        answer(ask(said("m1", MARK), "T-1"), MARK);

        assertThat(erasures.add(PERSON, NOON.minusSeconds(60)).upTo()).isEqualTo(NOON);
        assertThat(erasures.add(PERSON, NOON.plusSeconds(60)).upTo())
                .isEqualTo(NOON.plusSeconds(60));
        assertThat(erasures.open()).hasSize(2);
        assertThat(erasures.people()).hasSize(1);
    }

    @Test
    void answerUnderWay_isNamed_andErasedOnceItIsThere() throws IOException {
        Reference turn = ask(said("m1", MARK), "T-1");

        forget();
        assertThat(erasure.underWay(PERSON, NOON).theirs()).containsExactly(turn);
        store.complete(Answers.complete(turn, MARK));
        stopped(turn, "Stopped by " + MARK);
        assertThat(forget().answers()).isEqualTo(1);
        assertThat(erasure.underWay(PERSON, NOON).theirs()).containsExactly(turn);
        store.shown(turn, true);
        assertThat(erasure.underWay(PERSON, NOON).theirs()).isEmpty();

        assertThat(forget()).isEqualTo(Erased.NOTHING);
        assertThat(onDisk()).isFalse();
    }

    @Test
    void answerUnderWayToOthers_thatReadTheWords_isNamed() {
        accept(said("m1", MARK), NOTED);
        Reference turn = ask(Events.mention(THREAD, BOB, "m2", "and you?"), "T-1");

        assertThat(erasure.underWay(PERSON, NOON).others()).containsExactly(turn);
        assertThat(erasure.underWay(PERSON, NOON).theirs()).isEmpty();
    }

    @Test
    void answerToOthers_losesTheNamesOfFilesAndOfWhoStoppedIt() throws IOException {
        Inbound.Said asked = said("m1", "");
        accept(asked, NOTED);
        accept(Events.mention(THREAD, BOB, "m2", "?"), RECEIVED);
        Reference turn = begin(THREAD, "T-1", withFile(asked));
        answer(turn, "Well");
        stopped(
                turn,
                "The file " + MARK + "x.bin could not be read. Stopped by " + EVE.name() + ".");

        forget();

        assertThat(onDisk()).isFalse();
        assertThat(onDisk("Stopped by somebody.")).isTrue();
        assertThat(store.text(turn)).contains("Well");
    }

    private ErasureRequest forgetThread() {
        ErasureRequest request = erasures.add(new Subject.Conversation(THREAD), now).orElseThrow();
        assertThat(erasure.conversation(request).threads()).isEqualTo(1);
        assertThat(erasure.overwriteGaps()).isTrue();
        return request;
    }

    private long rows(String table) {
        return test.get()
                .read(handle ->
                        handle.createQuery("SELECT count(*) FROM " + table)
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void conversation_ofManyPeople_leavesBareIdsForADay() throws IOException {
        Inbound.Said asked = said("m1", MARK);
        accept(asked, RECEIVED);
        Reference first = begin(THREAD, "T-1", withFile(asked));
        store.posted(first, 0, new MessageId("p1"));
        answer(first, MARK);
        answer(ask(Events.mention(THREAD, BOB, "m2", MARK), "T-2"), MARK);
        store.feedback(new Feedback(first, BOB.id(), true, NOON));
        accept(Events.mention(OTHER, BOB, "m3", "stays"), FAILED);

        ErasureRequest request = forgetThread();

        assertThat(onDisk()).isFalse();
        assertThat(
                        List.of(
                                rows("conversation"),
                                rows("turn"),
                                rows("file"),
                                rows("reply_message"),
                                rows("feedback")))
                .containsOnly(0L);
        assertThat(rows("journal")).isEqualTo(3);
        assertThat(journal.append(said("m1", MARK), RECEIVED)).isEmpty();
        assertThat(erasure.bareIds(request, NOON.plus(Duration.ofHours(24)))).isFalse();
        assertThat(erasure.bareIds(request, NOON.plus(Duration.ofHours(26)))).isTrue();
        assertThat(rows("journal")).isEqualTo(1);
        assertThat(rows("thread_life")).isEqualTo(1);
    }

    @Test
    void conversation_inWhichSomethingWaits_isNotTaken() {
        accept(said("m1", MARK), RECEIVED);
        assertThat(erasures.add(new Subject.Conversation(THREAD), now)).isEmpty();
        begin(THREAD, "T-1", Material.NONE);
        assertThat(erasures.add(new Subject.Conversation(THREAD), now)).isEmpty();
        answer(new Reference("T-1"), MARK);
        assertThat(erasures.add(new Subject.Conversation(THREAD), now)).isPresent();
    }

    @Test
    void conversation_goneOnMeanwhile_keepsWhatIsNew() {
        answer(ask(said("m1", MARK), "T-1"), MARK);
        ErasureRequest request = erasures.add(new Subject.Conversation(THREAD), now).orElseThrow();
        now = NOON.plusSeconds(5);
        answer(ask(said("m2", "new"), "T-2"), "new answer");

        erasure.conversation(request);

        assertThat(store.text(new Reference("T-1"))).isEmpty();
        assertThat(store.text(new Reference("T-2"))).contains("new answer");
        assertThat(store.knows(THREAD)).isTrue();
    }

    @Test
    void isPrivate_onlyWhereNobodyElseSpoke() {
        assertThat(erasure.isPrivate(THREAD, EVE.id())).isFalse();
        accept(
                new Inbound.DirectMessage(
                        new EventId("d1"), THREAD, EVE, NOON, new MessageId("m1"), "hi", List.of()),
                RECEIVED);
        assertThat(erasure.isPrivate(THREAD, EVE.id())).isTrue();
        assertThat(erasure.isPrivate(THREAD, BOB.id())).isFalse();
        accept(Events.mention(THREAD, EVE, "m2", "hi"), RECEIVED);
        assertThat(erasure.isPrivate(THREAD, EVE.id())).isFalse();
    }

    @Test
    void old_removesWholeThreads_butNotWhatWaits() throws IOException {
        Inbound.Said asked = said("m1", MARK);
        accept(asked, RECEIVED);
        answer(begin(THREAD, "T-1", withFile(asked)), MARK);
        accept(Events.mention(OTHER, BOB, "m2", "waits"), RECEIVED);
        now = NOON.plusSeconds(60);
        ThreadId young = new ThreadId(Events.CHANNEL, "3");
        answer(ask(Events.mention(young, BOB, "m3", "young"), "T-3"), "young");

        assertThat(erasure.channels()).containsExactly(Events.CHANNEL);
        assertThat(erasure.old(Events.CHANNEL, NOON)).isEqualTo(Erased.NOTHING);
        Erased erased = erasure.old(Events.CHANNEL, NOON.plusSeconds(1));

        assertThat(erased).isEqualTo(new Erased(1, 1, 1, 1, erased.other()));
        assertThat(erasure.overwriteGaps()).isTrue();
        assertThat(onDisk()).isFalse();
        assertThat(journal.next(OTHER)).isPresent();
        assertThat(store.knows(young)).isTrue();
        assertThat(rows("thread_life")).isEqualTo(2);
    }
}
