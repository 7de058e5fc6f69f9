package parley.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.Button;
import parley.chat.ChatAdapter;
import parley.chat.Command;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Platform;
import parley.chat.Press;
import parley.chat.Receipt;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WriteKind;
import parley.claude.Circuits;
import parley.claude.Claude;
import parley.claude.ModelId;
import parley.command.ChatCommands;
import parley.command.CommandGroup;
import parley.command.RuleCommands;
import parley.conversation.Admission;
import parley.conversation.CompletedTurn;
import parley.conversation.ConversationManager;
import parley.conversation.FileMemory;
import parley.conversation.FollowUpRule;
import parley.conversation.Gatherer;
import parley.conversation.IntakeFates;
import parley.conversation.LiveTurns;
import parley.conversation.ModelAccess;
import parley.conversation.ModelChoice;
import parley.conversation.Powers;
import parley.conversation.Questioner;
import parley.conversation.TurnActions;
import parley.conversation.TurnObserver;
import parley.conversation.TurnRecorder;
import parley.conversation.TurnStarter;
import parley.inbox.DispatchLimits;
import parley.inbox.Dispatcher;
import parley.inbox.DurableInbox;
import parley.inbox.Journal;
import parley.prompt.PromptRegistry;
import parley.responder.ReplyLedger;
import parley.responder.Responder;
import parley.responder.WriteObserver;
import parley.rule.Fates;
import parley.rule.People;
import parley.rule.Rules;
import parley.store.Database;
import parley.store.SqlAllowance;
import parley.store.SqlAnswerBook;
import parley.store.SqlConversationStore;
import parley.store.SqlJournal;
import parley.store.SqlRuleStore;
import parley.testing.MemoryAuditLog;
import parley.testing.RuleDesk;
import parley.testing.TellingAdapter;
import parley.testing.TestPersonas;
import parley.usage.ModelCeiling;
import parley.usage.PriceFile;
import parley.usage.PriceTable;

/**
 * Everything between a platform and the model, over a database of its own: events go in as an
 * adapter hands them in. What it leaves behind, another one over the same folder goes on with.
 */
final class CoreRig implements ReplyLedger, TurnObserver, WriteObserver, AutoCloseable {
    static final ThreadId THREAD = ThreadId.parse("slack/W1/C1/100");
    static final Author ANN = new Author(new UserId("U1"), "U1");
    static final Author BOB = new Author(new UserId("U2"), "U2");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final TellingAdapter platform;
    final MemoryAuditLog audit = new MemoryAuditLog();
    final Rules rules;
    private final Database database;
    private final SqlConversationStore store;
    private final LiveTurns liveTurns = new LiveTurns();
    private final Fates fates = new Fates();
    private final PriceTable prices = PriceFile.load();
    private final PromptRegistry personas;
    private final Powers powers;
    private final People people;
    private final Responder responder;
    private final Dispatcher dispatcher;
    private final DurableInbox inbox;
    private final TurnActions actions;
    private final ChatCommands commands;
    private final AtomicInteger events = new AtomicInteger();
    private volatile Instant now;

    CoreRig(Path folder, Claude claude, TellingAdapter platform) {
        this(folder, claude, platform, NOON);
    }

    /**
     * @param now the time until it is moved
     */
    CoreRig(Path folder, Claude claude, TellingAdapter platform, Instant now) {
        this(
                folder,
                new ModelAccess(claude, new Circuits(System::nanoTime), System::nanoTime),
                TestPersonas.bundled(System::nanoTime),
                platform,
                now,
                4);
    }

    /**
     * @param turns how many run at once
     */
    CoreRig(
            Path folder,
            ModelAccess access,
            PromptRegistry personas,
            TellingAdapter platform,
            Instant now,
            int turns) {
        this.platform = platform;
        this.personas = personas;
        this.now = now;
        database = Database.open("jdbc:sqlite:" + folder.resolve("parley.db"));
        store = new SqlConversationStore(database);
        rules = new Rules(new SqlRuleStore(database), 90);
        var journal = new SqlJournal(database, this::now);
        Map<Platform, ChatAdapter> adapters = Map.of(Platform.SLACK, platform);
        powers = new Powers(adapters);
        people = new People(adapters);
        responder = new Responder(adapters, this, System::nanoTime, this);
        var admission = new Admission(rules, people, new SqlAllowance(database), this::now);
        ConversationManager manager = manager(admission, journal, access);
        dispatcher =
                new Dispatcher(
                        journal,
                        manager,
                        new DispatchLimits(turns, 50),
                        (_, _) -> {},
                        System::nanoTime);
        rules.onChange(scope -> dispatcher.reconsider(scope::covers));
        inbox =
                new DurableInbox(
                        new FollowUpRule(store, rules, fates),
                        journal,
                        dispatcher,
                        manager,
                        new IntakeFates(fates));
        actions = new TurnActions(store, liveTurns, inbox, admission, powers);
        commands = new ChatCommands(personas, audit, this::now, groups());
        dispatcher.applyAmendments();
        dispatcher.start(adapters.keySet());
    }

    private ConversationManager manager(Admission admission, Journal journal, ModelAccess access) {
        var gatherer = new Gatherer(powers, store, liveTurns, this::now);
        var memory = FileMemory.ofHeap();
        var models =
                new ModelChoice(new ModelId("claude-sonnet-5-5"), rules, new ModelCeiling(prices));
        return new ConversationManager(
                admission,
                new TurnStarter(journal, store, gatherer, powers, liveTurns, memory, this::now),
                store,
                personas,
                new Questioner(store, personas, access, models, liveTurns, memory, this::now, this),
                new TurnRecorder(store, prices, this::now, this),
                responder,
                liveTurns,
                this,
                fates,
                powers);
    }

    private List<CommandGroup> groups() {
        return List.of(
                RuleCommands.rules(
                        rules,
                        RuleDesk.of(rules, Optional.empty(), audit, this::now),
                        people,
                        new ModelCeiling(prices),
                        audit,
                        this::now),
                RuleCommands.explanations(
                        rules,
                        fates,
                        new SqlAnswerBook(database),
                        thread -> dispatcher.place(thread),
                        this::now));
    }

    PromptRegistry personas() {
        return personas;
    }

    private Instant now() {
        return now;
    }

    /** Lets time pass. */
    void advance(Duration by) {
        now = now.plus(by);
    }

    /** What is told to whoever types that in the channel. */
    String run(Author author, Standing standing, String text) {
        return run(author, standing, Optional.empty(), text);
    }

    /** The same for everybody's command in the thread. */
    String runInThread(Author author, String text) {
        return run(author, Standing.MEMBER, Optional.of(THREAD), text);
    }

    private String run(Author author, Standing standing, Optional<ThreadId> thread, String text) {
        return commands.run(new Command(THREAD.channel(), thread, author, standing, text)).text();
    }

    /** The people of the conversation. */
    Set<UserId> participants() {
        return store.participants(THREAD);
    }

    /** Waits until the status beside the thread is that; empty for none. */
    void awaitStatus(String words) {
        platform.shown()
                .await(
                        "the status " + words,
                        () ->
                                !platform.shown().statuses().isEmpty()
                                        && platform.shown().statuses().getLast().equals(words));
    }

    /** An admin sets a rule of the channel. */
    void rule(String words) {
        String _ = run(ANN, Standing.ADMIN, "/parley channel " + words);
    }

    Inbound.Mention mention(Author author, String message, String text, Attachment... files) {
        return new Inbound.Mention(
                event(), THREAD, author, now, new MessageId(message), text, List.of(files));
    }

    /** The same question in another thread. */
    Inbound.Mention elsewhere(ThreadId thread, Inbound.Mention said) {
        return new Inbound.Mention(
                said.event(),
                thread,
                said.author(),
                said.at(),
                said.message(),
                said.text(),
                said.files());
    }

    /** The same question, asked so long before it is taken. */
    Inbound.Mention late(Inbound.Mention said, Duration before) {
        return new Inbound.Mention(
                said.event(),
                said.thread(),
                said.author(),
                said.at().minus(before),
                said.message(),
                said.text(),
                said.files());
    }

    Inbound.ThreadReply reply(Author author, String message, String text) {
        return new Inbound.ThreadReply(
                event(), THREAD, author, now, new MessageId(message), text, List.of());
    }

    private EventId event() {
        return new EventId("e" + events.incrementAndGet() + "." + System.nanoTime());
    }

    Receipt accept(Inbound event) {
        return inbox.accept(event);
    }

    boolean decline(Inbound.Said question) {
        return inbox.decline(question);
    }

    void edit(String message, String text) {
        Receipt _ =
                inbox.accept(
                        new Inbound.Edited(
                                event(), THREAD, ANN, now, new MessageId(message), text));
    }

    void delete(String message) {
        Receipt _ =
                inbox.accept(
                        new Inbound.Deleted(event(), THREAD, ANN, now, new MessageId(message)));
    }

    /** Waits for the n-th whole answer, from 1, and gives its last message. */
    Outgoing answer(int number) {
        platform.shown()
                .await("answer " + number, () -> settled().size() >= number && allShown(number));
        return settled().get(number - 1);
    }

    /** Asks and waits for the n-th answer. */
    Outgoing ask(int number, Inbound.Said question) {
        Receipt _ = accept(question);
        return answer(number);
    }

    private List<Outgoing> settled() {
        return settled(THREAD);
    }

    /** The last messages of the thread's finished answers. */
    List<Outgoing> settled(ThreadId thread) {
        return platform.shown().shown(thread).stream()
                .filter(message -> message.settled() && !message.buttons().isEmpty())
                .toList();
    }

    private boolean allShown(int number) {
        Reference turn = settled().get(number - 1).turn();
        return store.find(turn).filter(facts -> facts.finishedAt().isPresent()).isPresent();
    }

    Optional<String> press(Author author, Outgoing answer, Button button, Instant at) {
        return actions.press(
                new Press(event(), THREAD, author, Standing.MEMBER, at, button, answer.turn()));
    }

    /** Ends what is being answered in the thread, as Ann. */
    boolean stop(ThreadId thread) {
        return liveTurns.stop(platform.shown().answering(thread), "Ann");
    }

    Optional<String> press(ThreadId thread, Outgoing answer, Button button) {
        return actions.press(
                new Press(event(), thread, ANN, Standing.MEMBER, now, button, answer.turn()));
    }

    Optional<String> press(Author author, Outgoing answer, Button button) {
        return press(author, answer, button, now);
    }

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

    @Override
    public void firstToken(Duration sinceAsked) {}

    @Override
    public void completed(CompletedTurn turn) {}

    @Override
    public void fault(String kind) {}

    @Override
    public void wrote(Platform where, WriteKind kind, SendResult result) {}

    @Override
    public void firstText(Platform where, long nanosSinceFirstAppend) {}

    @Override
    public void finalText(Platform where, long nanosSinceFinish) {}

    /** As on SIGTERM, without patience. */
    @Override
    public void close() {
        boolean _ = dispatcher.drain(Duration.ZERO);
        liveTurns.parkAll();
        boolean _ = dispatcher.drain(Duration.ofSeconds(10));
        responder.close();
        boolean _ = dispatcher.drain(Duration.ofSeconds(10));
        database.close();
    }
}
