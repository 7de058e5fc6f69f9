package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Errands;
import parley.chat.ChannelId;
import parley.chat.Chosen;
import parley.chat.CommandReply;
import parley.chat.Commands;
import parley.chat.EventId;
import parley.chat.Form;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * Presses of choices. Slack is acknowledged at once, since asking who may decide takes time; what
 * comes of it is for the presser only, but for what the message says from then on. A press that
 * Slack tells of again is not carried out again. Safe for use by many threads.
 */
final class ChoicePresses {
    private static final Logger LOG = LoggerFactory.getLogger(ChoicePresses.class);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String FAILED =
            "Something went wrong on my side, and it may not have taken effect. Try again in a minute.";

    private final WorkspaceId workspace;
    private final People people;
    private final Commands commands;
    private final FormWindows windows;
    private final ChoiceAnswers answers;
    private final Errands errands;
    private final Cache<EventId, Boolean> seen =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    ChoicePresses(
            WorkspaceId workspace,
            People people,
            Commands commands,
            FormWindows windows,
            ChoiceAnswers answers,
            Errands errands) {
        this.workspace = workspace;
        this.people = people;
        this.commands = commands;
        this.windows = windows;
        this.answers = answers;
        this.errands = errands;
    }

    Response handle(BlockActionRequest request, ActionContext context) {
        BlockActionPayload payload = request.getPayload();
        PressedMessage.of(payload)
                .ifPresent(message ->
                        payload.getActions()
                                .forEach(action ->
                                        take(
                                                payload,
                                                action,
                                                message.orIn(ChoiceButtons.root(action)),
                                                context)));
        return context.ack();
    }

    private void take(
            BlockActionPayload payload,
            BlockActionPayload.Action pressed,
            PressedMessage message,
            ActionContext context) {
        UserId person = new UserId(payload.getUser().getId());
        EventId event = event(pressed, message, person);
        ChoiceButtons.action(pressed)
                .filter(_ -> seen.asMap().putIfAbsent(event, true) == null)
                .ifPresent(action ->
                        errands.run(
                                "choice",
                                () ->
                                        carryOut(
                                                chosen(event, action, pressed, message, person),
                                                message,
                                                context)));
    }

    /** The same when Slack tells of the press again. */
    private static EventId event(
            BlockActionPayload.Action pressed, PressedMessage message, UserId person) {
        return new EventId(
                String.join(
                        ".",
                        "choice",
                        person.value(),
                        message.ts(),
                        pressed.getActionId(),
                        pressed.getActionTs()));
    }

    private Chosen chosen(
            EventId event,
            String action,
            BlockActionPayload.Action pressed,
            PressedMessage message,
            UserId person) {
        ChannelId channel = new ChannelId(workspace, message.channel());
        Optional<ThreadId> thread =
                ChoiceButtons.root(pressed).map(root -> new ThreadId(channel, root));
        var standing = people.standing(person);
        return new Chosen(event, channel, thread, people.author(person), standing, action);
    }

    private void carryOut(Chosen chosen, PressedMessage message, ActionContext context) {
        UserId person = chosen.author().id();
        switch (choose(chosen)) {
            case CommandReply.Told told -> answers.tell(message, person, context, told);
            case CommandReply.Settled(String text) ->
                    answers.settle(message, person, context, text);
            case CommandReply.Asks(Form form) -> {
                var place = FormOrigin.of(form, chosen.channel(), chosen.thread());
                windows.open(context.getTriggerId(), form, place)
                        .map(ChoicePresses::unopened)
                        .ifPresent(told -> answers.tell(message, person, context, told));
            }
        }
    }

    private CommandReply choose(Chosen chosen) {
        try {
            return commands.choose(chosen);
        } catch (RuntimeException e) {
            LOG.error("The choice {} could not be carried out", chosen.action(), e);
            return CommandReply.told(FAILED);
        }
    }

    private static CommandReply.Told unopened(FormWindows.Unopened unopened) {
        String again = unopened.again() ? " Press the button again." : "";
        return new CommandReply.Told(unopened.why() + again, List.of());
    }
}
