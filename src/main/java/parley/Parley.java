package parley;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.CatchesUp;
import parley.chat.ChatAdapter;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Platform;
import parley.chat.Supervised;
import parley.claude.Circuits;
import parley.claude.Claude;
import parley.command.ChatCommands;
import parley.command.CommandGroup;
import parley.command.PrivacyCommands;
import parley.command.RuleCommands;
import parley.command.StatusCommand;
import parley.conversation.Admission;
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
import parley.conversation.QueueSigns;
import parley.conversation.ThreadOverview;
import parley.conversation.Trial;
import parley.conversation.TurnActions;
import parley.conversation.TurnRecorder;
import parley.conversation.TurnStarter;
import parley.discord.DiscordAdapter;
import parley.inbox.Dispatcher;
import parley.inbox.DurableInbox;
import parley.prompt.PromptRegistry;
import parley.responder.Responder;
import parley.rule.Fates;
import parley.rule.People;
import parley.rule.Rules;
import parley.slack.SlackAdapter;
import parley.store.Database;
import parley.usage.ModelCeiling;
import parley.usage.PriceFile;
import parley.usage.PriceTable;
import parley.web.CommandHint;
import parley.web.PlaygroundAdapter;
import parley.web.Readiness;
import parley.web.WebServer;

/**
 * The running program: every object is made here by hand, started and stopped in order. What a
 * constructor is given is all that the object knows.
 */
final class Parley {
    private static final Logger LOG = LoggerFactory.getLogger(Parley.class);

    /** Health looks as well, but nobody may ask for it. */
    private static final Duration STORE_LOOK = Duration.ofSeconds(15);

    private final Settings settings;
    private final SystemTime time;
    private final Chores chores = new Chores();
    private final Metrics metrics = new Metrics();
    private final LiveTurns liveTurns = new LiveTurns();
    private final Map<Platform, ChatAdapter> adapters = new EnumMap<>(Platform.class);
    private final People people = new People(adapters);
    private final Fates fates = new Fates();
    private final PriceTable prices = PriceFile.load();
    private final Stores stores;
    private final PromptRegistry personas;
    private final Rules rules;
    private final Claude claude;
    private final ModelAccess access;
    private final ModelHealth modelHealth;
    private final Administration administration;
    private final Privacy privacy;
    private final ChatCommands commands;
    private final Optional<PlaygroundAdapter> playground;
    private final Optional<SlackAdapter> slack;
    private final Powers powers;
    private final Admission admission;
    private final Responder responder;
    private final ConversationManager manager;
    private final Dispatcher dispatcher;
    private final WebServer web;
    private volatile boolean stopping;

    private Parley(Settings settings, SystemTime time, Stores stores) {
        this.settings = settings;
        this.time = time;
        this.stores = stores;
        personas =
                PromptRegistry.open(
                        settings.prompts(), stores.bindings(), stores.versions(), time, time);
        rules = new Rules(stores.rules(), settings.retentionDays());
        claude = Models.connect(settings, time);
        var circuits = new Circuits(time::nanos);
        access = new ModelAccess(claude, circuits, time);
        modelHealth = new ModelHealth(circuits);
        metrics.watch(circuits);
        administration = new Administration(stores, personas, adapters, rules, time);
        privacy = new Privacy(stores, liveTurns, rules, this::erased, time);
        commands = new ChatCommands(personas, stores.audit(), time, groups());
        playground = settings.playground() ? Optional.of(playground()) : Optional.empty();
        playground.ifPresent(adapter -> adapters.put(Platform.WEB, adapter));
        slack = settings.slack().map(it -> new SlackAdapter(it, time, time));
        slack.ifPresent(adapter -> adapters.put(Platform.SLACK, adapter));
        settings.discord()
                .map(it -> new DiscordAdapter(it, time, time))
                .ifPresent(adapter -> adapters.put(Platform.DISCORD, adapter));
        responder = new Responder(adapters, new Ledger(stores.conversations()), time, metrics);
        powers = new Powers(adapters);
        admission = new Admission(rules, people, stores.allowance(), time);
        manager = manager();
        dispatcher =
                new Dispatcher(
                        stores.journal(),
                        manager,
                        settings.limits(),
                        new QueueSigns(adapters),
                        time);
        metrics.watch(dispatcher);
        rules.onChange(scope -> dispatcher.reconsider(scope::covers));
        Address http = settings.http();
        web =
                new WebServer(
                        http.host(),
                        http.port(),
                        this::readiness,
                        metrics::scrape,
                        playground,
                        slack.flatMap(SlackEndpoint::of).stream().toList());
    }

    /**
     * Starts everything and takes up what an earlier run left.
     *
     * @throws RuntimeException when a part cannot start, with a message that says what to change
     */
    static Parley start(Settings settings, SystemTime time) {
        Parley parley = open(settings, time);
        try {
            parley.begin();
            return parley;
        } catch (RuntimeException e) {
            parley.stop(Duration.ZERO);
            throw e;
        }
    }

    /**
     * Puts everything together over the store; {@link #begin} and {@link #stop} must follow.
     *
     * @throws RuntimeException when that is not possible, with a message that says what to change
     */
    static Parley open(Settings settings, SystemTime time) {
        Stores stores = Stores.open(settings.database(), time);
        try {
            return new Parley(settings, time, stores);
        } catch (RuntimeException e) {
            stores.database().close();
            throw e;
        }
    }

    /** In the order in which help lists them. */
    private List<CommandGroup> groups() {
        var trial = new Trial(personas, access, settings.model(), prices, time);
        List<CommandGroup> groups = new ArrayList<>(administration.groups(new ModelTryOut(trial)));
        groups.add(ruleCommands());
        groups.add(explanations());
        groups.add(CommandGroup.of(new StatusCommand(this::status)));
        groups.add(PrivacyCommands.of(privacy.forgetting(), stores.audit(), time));
        return groups;
    }

    private CommandGroup ruleCommands() {
        return RuleCommands.rules(
                rules,
                administration.desk(),
                people,
                new ModelCeiling(prices),
                stores.audit(),
                time);
    }

    private CommandGroup explanations() {
        return RuleCommands.explanations(
                rules, fates, stores.answers(), thread -> dispatcher.place(thread), time);
    }

    private PlaygroundAdapter playground() {
        List<CommandHint> hints =
                commands.infos().stream()
                        .map(it -> new CommandHint(it.usage(), it.description(), it.admin()))
                        .toList();
        return new PlaygroundAdapter(stores.messages(), time, hints, claude.offline());
    }

    /** No page of the playground goes on showing what is gone, and nothing explains it. */
    private void erased() {
        fates.clear();
        playground.ifPresent(PlaygroundAdapter::reload);
    }

    private ConversationManager manager() {
        var conversations = stores.conversations();
        var gatherer = new Gatherer(powers, conversations, liveTurns, time);
        var memory = FileMemory.ofHeap();
        var starter =
                new TurnStarter(
                        stores.journal(), conversations, gatherer, powers, liveTurns, memory, time);
        var questioner =
                new Questioner(
                        conversations,
                        personas,
                        access,
                        new ModelChoice(settings.model(), rules, new ModelCeiling(prices)),
                        liveTurns,
                        memory,
                        time,
                        metrics);
        var recorder = new TurnRecorder(conversations, prices, time, metrics);
        return new ConversationManager(
                admission,
                starter,
                conversations,
                personas,
                questioner,
                recorder,
                responder,
                liveTurns,
                metrics,
                fates,
                powers);
    }

    /**
     * Starts everything and takes up what an earlier run left. Called once; while it runs, another
     * thread may stop the program.
     *
     * @throws RuntimeException when a part cannot start, with a message that says what to change
     */
    void begin() {
        var rule = new FollowUpRule(stores.conversations(), rules, fates);
        var inbox = new DurableInbox(rule, stores.journal(), dispatcher, manager, this::taken);
        var actions = new TurnActions(stores.conversations(), liveTurns, inbox, admission, powers);
        var overview = new ThreadOverview(personas, stores.conversations());
        var handlers = new Handlers(inbox, commands, actions, overview, stores.whereabouts());
        dispatcher.applyAmendments();
        web.start();
        for (ChatAdapter adapter : adapters.values()) {
            if (!stopping) {
                adapter.start(handlers);
            }
        }
        dispatcher.start(adapters.keySet());
        administration.begin(chores);
        chores.every(STORE_LOOK, "Looking whether the store works again", store()::recheck);
        store().onRecovery(this::storeWorks);
        privacy.begin(chores);
        Thread.ofVirtual().name("warm-up").start(claude::warmUp);
        if (playground.isPresent() && !settings.http().isLoopback()) {
            LOG.warn("The playground has no login, and {} may reach others", settings.http());
        }
    }

    private void storeWorks() {
        adapters.values().stream()
                .filter(CatchesUp.class::isInstance)
                .forEach(adapter -> ((CatchesUp) adapter).storeWorks());
    }

    private void taken(Inbound event, boolean refused) {
        new IntakeFates(fates).taken(event, refused);
        if (refused) {
            metrics.refused(event.thread().platform());
        }
    }

    /** One line for people: where Parley is, and who answers. */
    String readyLine() {
        String who =
                claude.offline()
                        ? "the offline model answers, because no ANTHROPIC_API_KEY is set"
                        : settings.model() + " answers";
        return "Parley is ready at " + address() + " (" + who + ")";
    }

    /** The playground's address, or that of health and metrics when it is off. */
    String address() {
        String host = settings.http().host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + web.port() + "/";
    }

    private String status(boolean admin) {
        return "**%s** · %s under way · %s waiting%s"
                .formatted(
                        claude.offline() ? "Offline model" : settings.model().value(),
                        count(dispatcher.running(), "answer"),
                        count(dispatcher.waiting(), "question"),
                        modelHealth.lines(admin));
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** For who looks after it; closed with the program. */
    Database store() {
        return stores.database();
    }

    private Readiness readiness() {
        List<Readiness.Check> checks = new ArrayList<>();
        Optional<String> fault = store().check();
        checks.add(new Readiness.Check("store", fault.isEmpty(), fault.orElse("writes and reads")));
        checks.add(
                new Readiness.Check(
                        "personas",
                        true,
                        personas.size() + " in use, " + personas.faults().size() + " faults"));
        checks.add(
                new Readiness.Check(
                        "queue",
                        true,
                        "%d waiting, the longest for %d s"
                                .formatted(
                                        dispatcher.waiting(),
                                        dispatcher.longestWait().toSeconds())));
        checks.add(
                new Readiness.Check(
                        "intake", !stopping, stopping ? "stopping" : "takes questions"));
        checks.add(new Readiness.Check("answers", true, answers(dispatcher.postponed())));
        checks.add(modelHealth.check());
        adapters.values().forEach(adapter -> reached(adapter).ifPresent(checks::add));
        adapters.values().forEach(adapter -> caughtUp(adapter).ifPresent(checks::add));
        return Readiness.of(checks);
    }

    private static String answers(int postponed) {
        return postponed == 0
                ? "none is kept back"
                : count(postponed, "turn") + " tried again at least each minute until it ends";
    }

    /** Empty for a platform that cannot be lost. */
    private static Optional<Readiness.Check> reached(ChatAdapter adapter) {
        if (!(adapter instanceof Supervised supervised)) {
            return Optional.empty();
        }
        Optional<String> fault = supervised.fault();
        return Optional.of(
                new Readiness.Check(
                        adapter.platform().label(), fault.isEmpty(), fault.orElse("connected")));
    }

    /** What was not found is no reason not to be ready. */
    private static Optional<Readiness.Check> caughtUp(ChatAdapter adapter) {
        return adapter instanceof CatchesUp searcher
                ? searcher.caughtUp()
                        .map(told ->
                                new Readiness.Check(
                                        adapter.platform().label() + " catch-up",
                                        true,
                                        "looked " + told))
                : Optional.empty();
    }

    /**
     * Stops in order: begins no more turns, lets answers under way end within that time, leaves the
     * rest for the next start, closes everything. Takes no more than nine seconds beyond that, and
     * a part that cannot be closed does not keep the others.
     */
    void stop(Duration patience) {
        stopping = true;
        Shutdown shutdown = new Shutdown(dispatcher, liveTurns, responder, time);
        shutdown.answers(patience);
        List<Shutdown.Part> parts = new ArrayList<>();
        adapters.forEach((platform, adapter) ->
                parts.add(new Shutdown.Part(platform.label(), adapter::close)));
        parts.add(new Shutdown.Part("the web server", web::close));
        parts.add(new Shutdown.Part("chores", chores::close));
        parts.add(new Shutdown.Part("the model", claude::close));
        shutdown.connections(parts);
        shutdown.store(store()::close);
    }
}
