package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import parley.chat.Author;
import parley.chat.ChatAdapter;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Platform;
import parley.chat.Receipt;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.claude.Circuits;
import parley.claude.ModelId;
import parley.inbox.DispatchLimits;
import parley.inbox.Dispatcher;
import parley.inbox.DurableInbox;
import parley.inbox.EntryState;
import parley.inbox.Journal;
import parley.inbox.JournalEntry;
import parley.inbox.Verdict;
import parley.responder.ReplyLedger;
import parley.responder.Responder;
import parley.responder.WriteObserver;
import parley.rule.Fates;
import parley.rule.People;
import parley.rule.Rules;
import parley.store.Database;
import parley.store.SqlAllowance;
import parley.store.SqlConversationStore;
import parley.store.SqlJournal;
import parley.store.StoreFaults;
import parley.testing.MemoryRules;
import parley.testing.RecordingAdapter;
import parley.testing.ScriptedClaude;
import parley.testing.TestPersonas;
import parley.usage.ModelCeiling;
import parley.usage.PriceFile;
import parley.usage.PriceTable;

/** Turns whose platform cannot be reached, or whose store cannot be read; one at a time. */
final class PostponedTurnTest {
    private static final Author ADA = new Author(new UserId("ada"), "Ada");
    private static final ThreadId CUT_OFF = ThreadId.parse("slack/w/c/1");
    private static final ThreadId FINE = ThreadId.parse("web/w/c/1");

    @TempDir Path folder;
    private final AtomicLong skipped = new AtomicLong();
    private final RecordingAdapter slack = adapter(Platform.SLACK);
    private final RecordingAdapter web = adapter(Platform.WEB);
    private final ScriptedClaude claude = new ScriptedClaude();
    private final LiveTurns liveTurns = new LiveTurns();
    private final AtomicInteger events = new AtomicInteger();
    private final Queue<RuntimeException> unreadable = new ConcurrentLinkedQueue<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Database database;
    private Journal journal;
    private ConversationManager manager;
    private Responder responder;
    private Dispatcher dispatcher;
    private DurableInbox inbox;

    private long nanos() {
        return System.nanoTime() + skipped.get();
    }

    private RecordingAdapter adapter(Platform platform) {
        return new RecordingAdapter(platform, 4_000, List.of(), this::nanos);
    }

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("test.db"));
        journal = new SqlJournal(database, InstantSource.system());
        var store = new SqlConversationStore(database);
        Map<Platform, ChatAdapter> adapters = Map.of(Platform.SLACK, slack, Platform.WEB, web);
        responder = new Responder(adapters, new Ledger(store), this::nanos, new Silent());
        manager = manager(failing(store));
        dispatcher = dispatcher(1);
        inbox = new DurableInbox(_ -> Verdict.ANSWER, journal, dispatcher, manager, (_, _) -> {});
        log.start();
        ((Logger) LoggerFactory.getLogger(Dispatcher.class)).addAppender(log);
    }

    private Dispatcher dispatcher(int turns) {
        return new Dispatcher(
                journal, manager, new DispatchLimits(turns, 100), (_, _) -> {}, System::nanoTime);
    }

    /** Each history that is read meets the next of these faults. */
    private ConversationStore failing(ConversationStore store) {
        return (ConversationStore)
                Proxy.newProxyInstance(
                        ConversationStore.class.getClassLoader(),
                        new Class<?>[] {ConversationStore.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("before") && !unreadable.isEmpty()) {
                                throw unreadable.remove();
                            }
                            return of(store, method, arguments);
                        });
    }

    private static Object of(ConversationStore store, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private ConversationManager manager(ConversationStore store) {
        var personas = TestPersonas.bundled(this::nanos);
        InstantSource clock = InstantSource.system();
        Rules rules = MemoryRules.none();
        PriceTable prices = PriceFile.load();
        var model = new ModelChoice(new ModelId("claude-test"), rules, new ModelCeiling(prices));
        var questioner =
                new Questioner(
                        store,
                        personas,
                        access(),
                        model,
                        liveTurns,
                        FileMemory.ofHeap(),
                        clock,
                        new Silent());
        var recorder = new TurnRecorder(store, prices, clock, new Silent());
        var powers = new Powers(Map.of());
        var gatherer = new Gatherer(powers, store, liveTurns, clock);
        var starter =
                new TurnStarter(
                        journal, store, gatherer, powers, liveTurns, FileMemory.ofHeap(), clock);
        return new ConversationManager(
                new Admission(rules, new People(Map.of()), new SqlAllowance(database), clock),
                starter,
                store,
                personas,
                questioner,
                recorder,
                responder,
                liveTurns,
                new Silent(),
                new Fates(),
                powers);
    }

    private ModelAccess access() {
        return new ModelAccess(claude, new Circuits(this::nanos), this::nanos);
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger(Dispatcher.class)).detachAppender(log);
        dispatcher.drain(Duration.ZERO);
        liveTurns.parkAll();
        responder.close();
        dispatcher.drain(Duration.ofSeconds(20));
        database.close();
    }

    private void ask(ThreadId thread, String text) {
        assertThat(inbox.accept(question(thread, text))).isEqualTo(Receipt.ACCEPTED);
    }

    private Inbound.Mention question(ThreadId thread, String text) {
        String id = "e" + events.incrementAndGet();
        return new Inbound.Mention(
                new EventId(id), thread, ADA, Instant.EPOCH, new MessageId(id), text, List.of());
    }

    /** The next start finds it as two crashes leave it. */
    private void survivor(ThreadId thread, String text) {
        List<JournalEntry> entry =
                List.of(journal.append(question(thread, text), EntryState.RECEIVED).orElseThrow());
        journal.tried(entry);
        journal.tried(entry);
    }

    private static List<String> texts(RecordingAdapter adapter, ThreadId thread) {
        return adapter.shown(thread).stream().map(Outgoing::text).toList();
    }

    private void awaitAnswers(RecordingAdapter adapter, ThreadId thread, String... texts) {
        adapter.await(
                "the answers " + List.of(texts),
                () ->
                        texts(adapter, thread).equals(List.of(texts))
                                && adapter.shown(thread).getLast().settled());
    }

    private List<String> logged(Level level) {
        return log.list.stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void platformAway_slotIsFree_orderIsKept_andTheModelIsNotAskedAgain() {
        slack.goDown(() -> skipped.addAndGet(Duration.ofSeconds(61).toNanos()));
        ask(CUT_OFF, "First?");
        slack.await("a second round of tries", () -> tries() >= 2);
        ask(CUT_OFF, "Second?");
        ask(FINE, "Other?");
        awaitAnswers(web, FINE, "Answer 2.");
        slack.comeBack();
        awaitAnswers(slack, CUT_OFF, "Answer 1.", "Answer 3.");

        assertThat(claude.requests()).hasSize(3);
        assertThat(dispatcher.drain(Duration.ofSeconds(20))).isTrue();
        assertThat(journal.unfinished()).isEmpty();
        assertThat(logged(Level.ERROR)).isEmpty();
        assertThat(logged(Level.WARN)).hasSize(1);
        assertThat(logged(Level.WARN).getFirst())
                .contains(CUT_OFF.toString(), "cannot be shown: no route to host");
    }

    @Test
    void survivorOfCrashesIsStoredButNotShown_theNextOneIsAnswered() {
        dispatcher = dispatcher(2);
        Semaphore gate = slack.gated();
        survivor(CUT_OFF, "First?");
        dispatcher.start(Set.of(Platform.SLACK));
        slack.await("a write", () -> tries() >= 1);
        survivor(FINE, "Other?");
        dispatcher.start(Set.of(Platform.WEB));
        awaitAnswers(web, FINE, "Answer 2.");
        gate.release(100);
        awaitAnswers(slack, CUT_OFF, "Answer 1.");

        assertThat(claude.requests()).hasSize(2);
    }

    private void unreadable(SQLiteErrorCode code) {
        unreadable.add(StoreFaults.read(database, new SQLException("no", "", code.code)));
    }

    @Test
    void storeUnreadableForAWhile_turnComesAgainByItself_andNothingIsTold() {
        unreadable(SQLiteErrorCode.SQLITE_IOERR_READ);
        ask(FINE, "First?");
        awaitAnswers(web, FINE, "Answer 1.");

        assertThat(web.writes().toString()).doesNotContain("went wrong");
        assertThat(claude.requests()).hasSize(1);
        assertThat(dispatcher.drain(Duration.ofSeconds(20))).isTrue();
        assertThat(journal.unfinished()).isEmpty();
    }

    @Test
    void storeRefusesToRead_forGood_endsTheQuestionWithASentence() {
        unreadable(SQLiteErrorCode.SQLITE_ERROR);
        ask(FINE, "First?");
        awaitAnswers(web, FINE, "");

        assertThat(web.shown(FINE).getFirst().note().orElseThrow())
                .startsWith("Something went wrong inside Parley. Press Retry");
        assertThat(claude.requests()).isEmpty();
    }

    private int tries() {
        return slack.writes().size();
    }

    private record Ledger(ConversationStore store) implements ReplyLedger {
        @Override
        public void posted(Reference turn, int part, MessageId message) {
            store.posted(turn, part, message);
        }

        @Override
        public void looks(Reference turn, int part, Optional<String> look) {
            store.looks(turn, part, look);
        }

        @Override
        public void withdrawn(Reference turn, int fromPart) {
            store.withdrawn(turn, fromPart);
        }
    }

    private static final class Silent implements WriteObserver, TurnObserver {
        @Override
        public void wrote(
                Platform platform, parley.chat.WriteKind kind, parley.chat.SendResult result) {}

        @Override
        public void firstText(Platform platform, long nanosSinceFirstAppend) {}

        @Override
        public void finalText(Platform platform, long nanosSinceFinish) {}

        @Override
        public void firstToken(Duration sinceAsked) {}

        @Override
        public void completed(CompletedTurn turn) {}

        @Override
        public void fault(String kind) {}
    }
}
