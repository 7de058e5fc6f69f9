package parley.command;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Commands;
import parley.prompt.Nearest;
import parley.prompt.PersonaBindings;
import parley.prompt.PromptRegistry;

/** Every slash command of Parley; safe for use by many threads. */
public final class ChatCommands implements Commands {
    private static final Logger log = LoggerFactory.getLogger(ChatCommands.class);

    private final CommandRegistry registry;

    /**
     * @param status the answer to {@code /status}, as short Markdown
     */
    public ChatCommands(
            PromptRegistry personas,
            PersonaBindings bindings,
            InstantSource clock,
            Supplier<String> status) {
        this.registry =
                new CommandRegistry(
                        List.of(
                                new PersonaCommand(personas),
                                new PersonaListCommand(personas),
                                new PersonaShowCommand(personas),
                                new PersonaSetCommand(personas, bindings, clock),
                                new PersonaResetCommand(personas, bindings),
                                new StatusCommand(status)));
    }

    /** Every command, in the order in which help lists them. */
    public List<CommandInfo> infos() {
        return registry.infos();
    }

    @Override
    public boolean understands(String words) {
        return false;
    }

    @Override
    public CommandReply run(Command command) {
        CommandLine typed = CommandLine.parse(command.text());
        CommandLine line = typed.isEmpty() ? CommandLine.parse("help") : typed;
        return new CommandReply(
                registry.find(line)
                        .map(match -> answer(match, command))
                        .orElseGet(() -> unknown(line.words().getFirst())));
    }

    private String answer(CommandRegistry.Match match, Command command) {
        CommandInfo info = match.command().info();
        Optional<String> slip = slip(match);
        if (slip.isPresent()) {
            return slip.get();
        }
        if (info.admin() && !command.admin()) {
            return "Only admins can use `/" + info.name() + "`. Ask one of them to do it.";
        }
        try {
            return match.command().run(command, match.arguments());
        } catch (RuntimeException e) {
            log.error("command /{} failed in {}", info.name(), command.channel(), e);
            return "Sorry, `/"
                    + info.name()
                    + "` failed on my side, and it may not have taken"
                    + " effect. Try again in a minute; the log has the details.";
        }
    }

    /** Words after a command that takes none, or what is nearly a word of a group. */
    private Optional<String> slip(CommandRegistry.Match match) {
        CommandInfo info = match.command().info();
        if (match.arguments().isEmpty() || !info.arguments().isEmpty()) {
            return Optional.empty();
        }
        String name = "/" + info.name();
        String typed = match.arguments().getFirst();
        Collection<String> group = registry.words(Optional.of(info.name()));
        return group.isEmpty()
                ? Optional.of(
                        "`"
                                + name
                                + "` takes no further words; leave "
                                + Markdown.code(typed)
                                + " out.")
                : Nearest.of(typed, group)
                        .map(near ->
                                "I do not know "
                                        + Markdown.code(name + " " + typed)
                                        + ". Did you mean `"
                                        + name
                                        + " "
                                        + near
                                        + "`?");
    }

    private String unknown(String word) {
        String hint =
                Nearest.of(word, registry.words(Optional.empty()))
                        .map(near -> " Did you mean `/" + near + "`?")
                        .orElse("");
        return "I do not know the command "
                + Markdown.code("/" + word)
                + "."
                + hint
                + " `/help` lists them all.";
    }
}
