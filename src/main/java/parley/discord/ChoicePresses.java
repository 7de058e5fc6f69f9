package parley.discord;

import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import parley.adapter.Errands;
import parley.chat.Chosen;
import parley.chat.CommandReply;
import parley.chat.Commands;
import parley.chat.EventId;

/**
 * Presses of the buttons that ask for a decision. What is settled is written into the message that
 * bears the button; all else is told to the presser alone. Safe for use by many threads.
 */
final class ChoicePresses {
    private final Commands commands;
    private final Standings standings;
    private final Errands errands;

    /**
     * @param errands for what may take long
     */
    ChoicePresses(Commands commands, Standings standings, Errands errands) {
        this.commands = commands;
        this.standings = standings;
        this.errands = errands;
    }

    void handle(ButtonInteractionEvent pressed, String action) {
        Chosen chosen = chosen(pressed, action);
        if (Windows.mayFollowAction(action)) {
            answer(pressed, commands.choose(chosen));
        } else if (Whisper.sent("the receipt of a choice", pressed.deferEdit())) {
            InteractionHook hook = Whisper.hook(pressed);
            errands.run("choice", () -> carryOut(chosen, hook));
        }
    }

    private Chosen chosen(ButtonInteractionEvent pressed, String action) {
        Scene scene = Scene.of(pressed);
        Visitor visitor = Visitor.of(pressed, standings);
        return new Chosen(
                new EventId("choice." + pressed.getId()),
                scene.channelId(),
                scene.thread(),
                visitor.author(),
                visitor.standing(),
                action);
    }

    private static void answer(ButtonInteractionEvent pressed, CommandReply reply) {
        switch (reply) {
            case CommandReply.Asks(var form) -> Windows.open(pressed, form);
            case CommandReply.Told told -> Whisper.say(pressed, PrivateReply.of(told));
            case CommandReply.Settled(String text) ->
                    Whisper.sent("the end of a choice", Whisper.settled(pressed.deferEdit(), text));
        }
    }

    private void carryOut(Chosen chosen, InteractionHook pressed) {
        CommandReply reply;
        try {
            reply = commands.choose(chosen);
        } catch (RuntimeException e) {
            Whisper.follow(pressed, PrivateReply.of(Whisper.FAILED).sheets());
            throw e;
        }
        switch (reply) {
            case CommandReply.Asks asks ->
                    Whisper.follow(pressed, Windows.offer(asks, again(chosen)).sheets());
            case CommandReply.Told told -> Whisper.follow(pressed, PrivateReply.of(told).sheets());
            case CommandReply.Settled(String text) -> Whisper.settle(pressed, text);
        }
    }

    /** What is run once more may open its window then; another choice cannot be made twice. */
    private static Optional<String> again(Chosen chosen) {
        return Optional.of(chosen.action()).filter(action -> action.startsWith(Windows.RUN));
    }
}
