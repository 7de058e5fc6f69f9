package parley.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import parley.adapter.Errands;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Ticker;

/**
 * All that needs to know who the bot is in Discord: what is heard, and what people do beside
 * talking. Safe for use by many threads.
 */
final class DiscordBot implements EventListener, AutoCloseable {
    /** Five channels a second: a tenth of what Discord lets through, so that answers go on. */
    private static final Duration READING_PACE = Duration.ofMillis(200);

    private static final String THINKING = "Thinking";
    private static final String OVERLOADED =
            "Too many questions are waiting just now. Ask again in a minute.";

    private final DiscordOutput output;
    private final DiscordLink link;
    private final DiscordIntake intake;
    private final DiscordSurfaces surfaces;
    private final CatchUp catchUp;
    private final Absences absences;
    private final Errands errands = new Errands();

    DiscordBot(
            BotIdentity self,
            DiscordSettings settings,
            DiscordRest rest,
            DiscordCalls calls,
            DiscordOutput output,
            Handlers handlers,
            Ticker ticker,
            InstantSource clock) {
        this.output = output;
        link = new DiscordLink(settings, self);
        GuildCache guilds = new GuildCache(link::shards, calls);
        intake =
                new DiscordIntake(
                        new DiscordEvents(self, guilds, handlers.whereabouts(), clock),
                        guilds,
                        handlers.inbox(),
                        this::asked,
                        this::refused,
                        () -> missed(clock.instant()),
                        ticker);
        catchUp =
                new CatchUp(
                        new PatientReader(calls, READING_PACE),
                        new GuildRooms(link::shards),
                        handlers.whereabouts(),
                        intake::recall,
                        settings.catchUp(),
                        clock);
        absences = new Absences(catchUp::since, clock);
        surfaces =
                new DiscordSurfaces(
                        self,
                        guilds,
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
        link.start(List.of(this, absences, surfaces));
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof RawGatewayEvent raw && DiscordIntake.hears(raw.getType())) {
            intake.hear(raw.getType(), JdaJson.node(raw.getPayload()));
        }
    }

    /** A question was taken: its thread is made and people see that it was heard. */
    private void asked(Inbound.Said question) {
        output.asked(question);
        heard(question);
    }

    private void heard(Inbound.Said question) {
        output.showStatus(question.thread(), THINKING, Optional.empty());
    }

    private void missed(Instant at) {
        catchUp.since(at);
    }

    private void refused(Inbound.Said question) {
        errands.run("refusal", () -> output.reply(question, OVERLOADED));
    }

    Optional<String> fault() {
        return link.fault();
    }

    @Override
    public void close() {
        intake.close();
        catchUp.close();
        surfaces.close();
        errands.close();
        link.close();
    }
}
