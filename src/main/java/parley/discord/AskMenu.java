package parley.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;

/**
 * "Ask Parley about this" in the menu of a message: opens the window in which to ask. Stateless.
 */
final class AskMenu {
    private static final String UNKNOWN =
            "I do not know this entry any more. Choose *" + CommandCatalog.ASK_ABOUT + "* instead.";

    private AskMenu() {}

    static void handle(MessageContextInteractionEvent chosen, Obstacles obstacles) {
        Optional<String> refusal =
                chosen.getName().equals(CommandCatalog.ASK_ABOUT)
                        ? obstacles.to(chosen)
                        : Optional.of(UNKNOWN);
        if (refusal.isPresent()) {
            boolean _ = Whisper.say(chosen, refusal.get());
        } else {
            open(chosen, chosen.getTarget());
        }
    }

    private static void open(MessageContextInteractionEvent chosen, Message about) {
        var window = new AskModal(chosen.getIdLong(), about.getIdLong());
        boolean _ = Whisper.sent("a window", chosen.replyModal(window.view(about.getContentRaw())));
    }
}
