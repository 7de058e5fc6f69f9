package parley.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Errands;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Ticker;

/**
 * Everything in Discord that is no plain message: commands, buttons, the menu of messages and its
 * window. Needs JDA's raw events. Never holds up the thread that brings an event, and handles each
 * once. Safe for use by many threads.
 */
final class DiscordSurfaces implements EventListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordSurfaces.class);

    /**
     * For as long as an interaction can be answered:
     * discord.com/developers/docs/interactions/receiving-and-responding.
     */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int MOST_REMEMBERED = 10_000;
    private static final String INTERACTION = "INTERACTION_CREATE";
    private static final String UNKNOWN = "I do not know this any more.";

    private final Obstacles obstacles;
    private final SlashCommands commands;
    private final OptionProposals proposals;
    private final ButtonPresses presses;
    private final ChoicePresses choices;
    private final FormSubmission forms;
    private final AskedMessages messages;
    private final AskSubmission submission;
    private final CommandRegistration registration;
    private final InstantSource clock;

    /** A session that is resumed may tell again what it told before. */
    private final Cache<Long, Boolean> seen =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** What is acknowledged within milliseconds. */
    private final Errands prompt = new Errands();

    /** What may take long; it must not hold up the others. */
    private final Errands slow = new Errands();

    /**
     * @param standings who administers the bot
     * @param registration begins when Discord is there, and ends with this
     * @param asked is told of each question that is asked in the window, after {@code places} was
     */
    DiscordSurfaces(
            BotIdentity self,
            GuildNames serverNames,
            Standings standings,
            CommandRegistration registration,
            DiscordCalls calls,
            Places places,
            Handlers handlers,
            Consumer<Inbound.Said> asked,
            InstantSource clock,
            Ticker ticker) {
        messages =
                new AskedMessages(
                        calls, new Wording(self, serverNames), new Speakers(self), ticker);
        obstacles = new Obstacles(handlers.inbox());
        commands = new SlashCommands(handlers.commands(), standings, slow);
        proposals = new OptionProposals(handlers.overview());
        presses = new ButtonPresses(handlers.actions(), handlers.whereabouts(), standings, slow);
        choices = new ChoicePresses(handlers.commands(), standings, slow);
        forms = new FormSubmission(handlers.commands(), standings, slow);
        submission =
                new AskSubmission(
                        messages,
                        handlers.inbox(),
                        handlers.whereabouts(),
                        asked,
                        places,
                        new AskNotice(calls),
                        slow);
        this.registration = registration;
        this.clock = clock;
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof ReadyEvent) {
            registration.begin();
        } else if (event instanceof RawGatewayEvent raw && raw.getType().equals(INTERACTION)) {
            messages.hear(JdaJson.node(raw.getPayload()));
        } else if (event instanceof GenericInteractionCreateEvent interaction) {
            taken(interaction);
        }
    }

    /** Nobody waits for what a long outage held back, and Discord has said that it failed. */
    private void taken(GenericInteractionCreateEvent event) {
        if (seen.asMap().putIfAbsent(event.getIdLong(), true) != null) {
            LOG.info("Interaction {} was told again", event.getId());
        } else if (event.getTimeCreated().toInstant().plus(LONGEST).isBefore(clock.instant())) {
            LOG.info("Interaction {} came too late and is left undone", event.getId());
        } else {
            prompt.run("interaction", () -> handled(event));
        }
    }

    private void handled(GenericInteractionCreateEvent event) {
        try {
            handle(event);
        } catch (RuntimeException e) {
            LOG.error("Interaction {} failed", event.getId(), e);
            apologise(event);
        }
    }

    private void handle(GenericInteractionCreateEvent event) {
        switch (event) {
            case SlashCommandInteractionEvent typed -> typed(typed);
            case CommandAutoCompleteInteractionEvent typing -> proposals.handle(typing);
            case ButtonInteractionEvent pressed -> pressed(pressed);
            case MessageContextInteractionEvent chosen -> AskMenu.handle(chosen, obstacles);
            case ModalInteractionEvent submitted -> submitted(submitted);
            case IReplyCallback other -> {
                boolean _ = Whisper.say(other, UNKNOWN);
            }
            default -> LOG.info("Interaction {} is of a kind that is not known", event.getId());
        }
    }

    private void typed(SlashCommandInteractionEvent typed) {
        if (typed.getName().equals(CommandCatalog.ASK)) {
            AskCommand.handle(typed, obstacles);
        } else {
            commands.handle(typed);
        }
    }

    private void pressed(ButtonInteractionEvent pressed) {
        DiscordChoices.action(pressed.getComponentId())
                .ifPresentOrElse(
                        action -> choices.handle(pressed, action), () -> presses.handle(pressed));
    }

    private void submitted(ModalInteractionEvent submitted) {
        FormWindow.parse(submitted.getModalId())
                .ifPresentOrElse(
                        window -> forms.handle(submitted, window),
                        () -> submission.handle(submitted));
    }

    private static void apologise(GenericInteractionCreateEvent event) {
        if (event instanceof IReplyCallback waiting && !waiting.isAcknowledged()) {
            boolean _ = Whisper.say(waiting, Whisper.FAILED);
        }
    }

    /** Takes nothing more, and waits a while for what is under way; JDA must still run. */
    @Override
    public void close() {
        registration.close();
        prompt.close();
        slow.close();
    }
}
