package parley.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import parley.adapter.Errands;
import parley.chat.Actions;
import parley.chat.Button;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Press;
import parley.chat.ThreadId;
import parley.chat.Whereabouts;

/**
 * Presses of the buttons under answers. They are carried out before Discord is acknowledged, but
 * for the file, whose upload may take longer than Discord waits; whoever may not is told so
 * privately. Safe for use by many threads.
 */
final class ButtonPresses {
    private static final String UNKNOWN =
            "I do not know this button any more. Mention me with your question instead.";
    private static final String THANKS = "Thanks, I have noted that for this answer.";

    private final Actions actions;
    private final Whereabouts whereabouts;
    private final Standings standings;
    private final Errands errands;

    /**
     * @param errands for what may take long
     */
    ButtonPresses(Actions actions, Whereabouts whereabouts, Standings standings, Errands errands) {
        this.actions = actions;
        this.whereabouts = whereabouts;
        this.standings = standings;
        this.errands = errands;
    }

    void handle(ButtonInteractionEvent pressed) {
        DiscordButtons.pressed(pressed.getComponentId())
                .ifPresentOrElse(
                        button -> carryOut(press(pressed, button), pressed),
                        () -> Whisper.say(pressed, UNKNOWN));
    }

    private void carryOut(Press press, ButtonInteractionEvent pressed) {
        if (press.button() == Button.CODE_FILE) {
            promised(press, pressed);
            return;
        }
        Optional<String> answer = actions.press(press).or(() -> thanks(press.button()));
        boolean _ =
                answer.isPresent()
                        ? Whisper.say(pressed, answer.get())
                        : Whisper.sent("the end of a press", pressed.deferEdit());
    }

    /** Discord itself shows nothing of a press that went well. */
    private static Optional<String> thanks(Button button) {
        return switch (button) {
            case LIKE, DISLIKE -> Optional.of(THANKS);
            case STOP, RETRY, CONTINUE, CODE_FILE -> Optional.empty();
        };
    }

    private void promised(Press press, ButtonInteractionEvent pressed) {
        Whisper.promise(pressed)
                .ifPresent(promise ->
                        errands.run(
                                "code file",
                                () ->
                                        Whisper.fulfil(
                                                promise,
                                                () -> actions.press(press).map(PrivateReply::of))));
    }

    private Press press(ButtonInteractionEvent pressed, DiscordButtons.Pressed button) {
        Visitor visitor = Visitor.of(pressed, standings);
        return new Press(
                new EventId("press." + pressed.getId()),
                thread(pressed),
                visitor.author(),
                visitor.standing(),
                DiscordIds.madeAt(pressed.getIdLong()),
                button.button(),
                button.turn());
    }

    /** Of the answer, which may stand in the channel. */
    private ThreadId thread(ButtonInteractionEvent pressed) {
        Scene scene = Scene.of(pressed);
        long question = question(pressed);
        return known(DiscordIds.message(scene.at(), pressed.getMessageIdLong()))
                .or(() -> known(DiscordIds.message(scene.at(), question)))
                .or(() -> whereabouts.threadOf(Platform.DISCORD, Conversations.event(question)))
                .orElseGet(() -> scene.threadOf(question));
    }

    private Optional<ThreadId> known(MessageId answer) {
        return whereabouts.threadOf(Platform.DISCORD, answer);
    }

    /**
     * What an answer in a channel is a reply to, for as long as the store does not know it: a
     * question, or the answer about which somebody asked.
     */
    private static long question(ButtonInteractionEvent pressed) {
        return Optional.ofNullable(pressed.getMessage())
                .map(Message::getMessageReference)
                .map(MessageReference::getMessageIdLong)
                .orElseGet(pressed::getMessageIdLong);
    }
}
