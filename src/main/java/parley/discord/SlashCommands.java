package parley.discord;

import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import parley.adapter.Errands;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Commands;

/**
 * Slash commands but {@code /ask}. An answer is promised first, and what could not be promised is
 * not run: the person has been told that it failed. Only what may open a window is run at once.
 * Safe for use by many threads.
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
        words.map(text -> command(typed, text))
                .ifPresentOrElse(
                        command -> answer(typed, command), () -> Whisper.say(typed, UNKNOWN));
    }

    private void answer(SlashCommandInteractionEvent typed, Command command) {
        if (Windows.mayFollow(command.text())) {
            first(typed, commands.run(command));
        } else {
            Whisper.promise(typed)
                    .ifPresent(promise ->
                            errands.run(
                                    "command",
                                    () ->
                                            Whisper.fulfil(
                                                    promise, () -> Optional.of(later(command)))));
        }
    }

    private static void first(SlashCommandInteractionEvent typed, CommandReply reply) {
        switch (reply) {
            case CommandReply.Asks(var form) -> Windows.open(typed, form);
            case CommandReply.Told told -> Whisper.say(typed, PrivateReply.of(told));
            case CommandReply.Settled(String text) -> Whisper.say(typed, PrivateReply.of(text));
        }
    }

    private PrivateReply later(Command command) {
        return switch (commands.run(command)) {
            case CommandReply.Asks asks ->
                    Windows.offer(asks, Optional.of(Windows.RUN + command.text()));
            case CommandReply.Told told -> PrivateReply.of(told);
            case CommandReply.Settled(String text) -> PrivateReply.of(text);
        };
    }

    private Command command(SlashCommandInteractionEvent typed, String words) {
        Scene scene = Scene.of(typed);
        Visitor visitor = Visitor.of(typed, standings);
        return new Command(
                scene.channelId(), scene.thread(), visitor.author(), visitor.standing(), words);
    }
}
