package parley.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.adapter.CatchUp;
import parley.adapter.Refusals;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Platform;
import parley.chat.Ticker;

/**
 * All that needs to know who the bot is in Discord: what is heard, now and belatedly, and what
 * people do beside talking. Safe for use by many threads.
 */
final class DiscordBot implements AutoCloseable {
    private static final String THINKING = "Thinking";

    private final BotIdentity self;
    private final DiscordOutput output;
    private final Inbox inbox;
    private final DiscordLink link;
    private final Refusals refusals;
    private final DiscordIntake intake;
    private final PatientReader reader;
    private final CatchUp catchUp;
    private final Absences absences;
    private final DiscordSurfaces surfaces;
    private final DiscordThreads threads;

    DiscordBot(
            BotIdentity self,
            DiscordSettings settings,
            DiscordRest rest,
            DiscordCalls calls,
            DiscordOutput output,
            Handlers handlers,
            Ticker ticker,
            InstantSource clock) {
        this.self = self;
        this.output = output;
        inbox = handlers.inbox();
        link = new DiscordLink(settings, new GatewaySessions(), clock);
        var events = new DiscordEvents(self, link.cache(), handlers.whereabouts(), clock);
        threads = new DiscordThreads(calls, events, self, ticker);
        refusals =
                new Refusals(
                        said -> said.thread().channel().toString(),
                        new BusyReply(calls),
                        output::post,
                        ticker,
                        clock);
        var acceptance =
                new Acceptance(
                        handlers.inbox(),
                        this::asked,
                        output::considered,
                        refusals::refused,
                        refusals::passedOver,
                        Acceptance.Patience.USUAL,
                        ticker);
        intake =
                new DiscordIntake(
                        events,
                        new KnownChannels(link.cache(), calls, ticker),
                        acceptance,
                        this::missed,
                        ticker);
        reader = new PatientReader(calls, PatientReader.PACE);
        var missed =
                new MissedMessages(
                        reader,
                        new GuildRooms(link::shards),
                        handlers.whereabouts(),
                        intake,
                        settings.catchUp(),
                        clock);
        catchUp = new CatchUp("Discord", missed, settings.catchUp(), clock);
        absences = new Absences(catchUp::since, clock);
        surfaces =
                new DiscordSurfaces(
                        self,
                        link.cache(),
                        new Standings(settings.admins()),
                        new CommandRegistration(
                                rest, self.application(), CommandRegistration.MUCH_LATER),
                        calls,
                        output.places(),
                        handlers,
                        this::heard,
                        clock,
                        ticker);
    }

    /** Begins to hear. */
    void start() {
        refusals.takeUp(inbox, Platform.DISCORD);
        link.start(self, List.of(intake, absences, surfaces));
    }

    /** A question was taken: its thread is made, and people see that it was heard. */
    private void asked(Inbound.Said question) {
        output.asked(question);
        heard(question);
    }

    private void heard(Inbound.Said question) {
        output.heard(question.thread(), THINKING);
    }

    private void missed(Instant since) {
        catchUp.since(since);
    }

    /** The roles of a server that the gateway has told of. */
    Optional<GuildRoles> roles(long guild) {
        return link.cache().roles(guild);
    }

    DiscordThreads threads() {
        return threads;
    }

    /** What keeps questions from coming in; empty when they do. */
    Optional<String> fault() {
        return link.fault();
    }

    /** What came of the newest search for what was missed; empty before there was one. */
    Optional<String> caughtUp() {
        return catchUp.told();
    }

    void storeWorks() {
        intake.storeWorks();
    }

    @Override
    public void close() {
        reader.close();
        catchUp.close();
        surfaces.close();
        link.close();
        intake.close();
        refusals.close();
    }
}
