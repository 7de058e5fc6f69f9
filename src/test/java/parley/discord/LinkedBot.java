package parley.discord;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.adapter.CatchUp;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.Receipt;
import parley.testing.NoWhereabouts;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.QuickSessions;

/** A bot that hears by JDA what happens in a loopback Discord, and keeps it. */
final class LinkedBot implements AutoCloseable {
    static final long GUILD = 100;
    static final long GENERAL = 300;
    static final long ANN = 500;
    static final long BEN = 501;
    static final int TRIES = 8;

    /** What the inbox took, each event once. */
    final List<Inbound> heard = new CopyOnWriteArrayList<>();

    final List<Inbound.Said> asked = new CopyOnWriteArrayList<>();
    final List<Inbound.Said> considered = new CopyOnWriteArrayList<>();
    final List<Inbound.Said> refused = new CopyOnWriteArrayList<>();
    final List<Instant> missed = new CopyOnWriteArrayList<>();
    volatile Function<Inbound, Receipt> inbox = _ -> Receipt.ACCEPTED;

    final DiscordSettings settings;
    final DiscordRest rest;
    final DiscordLink link;
    private final DiscordCalls calls;
    private final List<AutoCloseable> parts = new CopyOnWriteArrayList<>();
    private final FakeDiscord discord;
    private volatile @Nullable CatchUp catchUp;
    private volatile @Nullable DiscordIntake intake;
    private final Set<EventId> known = ConcurrentHashMap.newKeySet();

    LinkedBot(FakeDiscord discord) {
        this(discord, Duration.ofSeconds(10));
    }

    /** With so much patience for Discord's silence. */
    LinkedBot(FakeDiscord discord, Duration patience) {
        this.discord = discord;
        settings =
                new DiscordSettings(
                                discord.botToken(),
                                URI.create(discord.apiUrl()),
                                Duration.ofHours(1))
                        .withPatience(patience);
        rest = DiscordRest.connect(settings, RateHeaders.UNHEARD);
        calls = new DiscordCalls(rest, new DiscordBudgets(System::nanoTime));
        link =
                new DiscordLink(
                        settings, new QuickSessions(discord.gateway().address()), Instant::now);
    }

    LinkedBot start() {
        BotIdentity self = Introduction.ask(rest).known().orElseThrow();
        var acceptance =
                new Acceptance(
                        this::accept,
                        asked::add,
                        considered::add,
                        refused::add,
                        _ -> {},
                        new Acceptance.Patience(
                                Duration.ofMillis(10), Duration.ofMillis(50), TRIES),
                        System::nanoTime);
        var hears =
                new DiscordIntake(
                        new DiscordEvents(self, link.cache(), new NoWhereabouts(), Instant::now),
                        new KnownChannels(link.cache(), calls, System::nanoTime),
                        acceptance,
                        this::missed,
                        System::nanoTime);
        var reader = new PatientReader(calls, Duration.ofMillis(1));
        var look =
                new MissedMessages(
                        reader,
                        new GuildRooms(link::shards),
                        new NoWhereabouts(),
                        hears,
                        settings.catchUp(),
                        Instant::now);
        var search = new CatchUp("Discord", look, settings.catchUp(), Instant::now);
        catchUp = search;
        intake = hears;
        parts.addAll(List.of(reader, search, hears));
        link.start(self, List.of(hears, new Absences(search::since, Instant::now)));
        return this;
    }

    private void missed(Instant since) {
        missed.add(since);
        Optional.ofNullable(catchUp).ifPresent(search -> search.since(since));
    }

    void storeWorks() {
        Optional.ofNullable(intake).ifPresent(DiscordIntake::storeWorks);
    }

    private Receipt accept(Inbound event) {
        if (known.contains(event.event())) {
            return Receipt.DUPLICATE;
        }
        Receipt receipt = inbox.apply(event);
        known.add(event.event());
        heard.add(event);
        return receipt;
    }

    /** The words of what was said, as they came. */
    List<String> words() {
        return heard.stream()
                .filter(Inbound.Said.class::isInstance)
                .map(event -> ((Inbound.Said) event).text())
                .toList();
    }

    void awaitConnected() {
        discord.await("connected", () -> link.fault().isEmpty());
    }

    void awaitWords(String... words) {
        discord.await(
                "heard " + List.of(words) + " of " + words(),
                () -> words().containsAll(List.of(words)));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
        link.close();
        rest.close();
    }
}
