package parley.discord;

import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import parley.adapter.Errands;
import parley.chat.Command;
import parley.chat.Commands;

/**
 * Slash commands but {@code /ask}. An answer is promised first, and what could not be promised is
 * not run: the person has been told that it failed. Safe for use by many threads.
 */
final class SlashCommands {
    private static final String UNKNOWN =
            "I do not know this command any more. `/parley help` lists them all.";

    private final Commands commands;
    private final Standings standings;
    private final Errands errands;

    /**
     * @param errands for what may take long
     */
    SlashCommands(Commands commands, Standings standings, Errands errands) {
        this.commands = commands;
        this.standings = standings;
        this.errands = errands;
    }

    void handle(SlashCommandInteractionEvent typed) {
        Optional<String> words =
                TypedCommand.words(
                        typed.getName(),
                        Optional.ofNullable(typed.getSubcommandName()).orElse(""),
                        name ->
                                Optional.ofNullable(
                                        typed.getOption(name, OptionMapping::getAsString)));
        if (words.isEmpty()) {
            boolean _ = Whisper.say(typed, UNKNOWN);
        } else {
            Command command = command(typed, words.get());
            Whisper.promise(typed)
                    .ifPresent(promise -> errands.run("command", () -> run(command, promise)));
        }
    }

    private void run(Command command, InteractionHook promise) {
        Whisper.fulfil(promise, () -> Optional.of(commands.run(command).text()));
    }

    private Command command(SlashCommandInteractionEvent typed, String words) {
        Scene scene = Scene.of(typed);
        Visitor visitor = Visitor.of(typed, standings);
        return new Command(
                scene.channelId(), scene.thread(), visitor.author(), visitor.standing(), words);
    }
}
