package parley.discord;

import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/**
 * {@code /ask}: shows the question to all who are there. That message is the question from then on:
 * it comes in by the gateway like any other and is answered like one. Stateless.
 */
final class AskCommand {
    private static final String BLANK = "Ask something: the question holds no words.";
    private static final String TOO_LONG =
            "The question is too long: a message of Discord holds 2,000 characters. Shorten it, or"
                    + " send the rest as a text file with a mention of me.";

    private AskCommand() {}

    static void handle(SlashCommandInteractionEvent typed, Obstacles obstacles) {
        String question =
                typed.getOption(CommandCatalog.QUESTION, "", OptionMapping::getAsString).strip();
        Optional<String> refusal = refusal(question).or(() -> obstacles.to(typed));
        if (refusal.isPresent()) {
            boolean _ = Whisper.say(typed, refusal.get());
        } else {
            boolean _ = Whisper.sent("a question", Whisper.quiet(typed.reply(question)));
        }
    }

    private static Optional<String> refusal(String question) {
        if (question.isEmpty()) {
            return Optional.of(BLANK);
        }
        return question.length() > CommandCatalog.LONGEST_QUESTION
                ? Optional.of(TOO_LONG)
                : Optional.empty();
    }
}
