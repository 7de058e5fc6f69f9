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
    private final Shorthand shorthand;

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
        this.shorthand = new Shorthand(personas, registry);
    }

    /** Every command, in the order in which help lists them. */
    public List<CommandInfo> infos() {
        return registry.infos();
    }

    @Override
    public boolean understands(String words) {
        return CommandLine.readsWhole(words)
                && registry.find(shorthand.expand(CommandLine.parse(words)))
                        .filter(match -> match.command().takes(match.arguments()))
                        .isPresent();
    }

    @Override
    public CommandReply run(Command command) {
        CommandLine typed = shorthand.expand(CommandLine.parse(command.text()));
        CommandLine line = typed.isEmpty() ? CommandLine.parse("help") : typed;
        return new CommandReply(
                registry.find(line)
                        .map(match -> answer(match, command))
                        .orElseGet(() -> unknown(line.words().getFirst(), Slash.in(command))));
    }

    private String answer(CommandRegistry.Match match, Command command) {
        CommandInfo info = match.command().info();
        Slash slash = Slash.in(command);
        Optional<String> slip = slip(match, slash);
        if (slip.isPresent()) {
            return slip.get();
        }
        if (info.admin() && !command.admin()) {
            return "Only admins can use "
                    + slash.typed(info.name())
                    + ". Ask one of them to do it.";
        }
        try {
            return match.command().run(command, match.arguments());
        } catch (RuntimeException e) {
            log.error("command /{} failed in {}", info.name(), command.channel(), e);
            return "Sorry, "
                    + slash.typed(info.name())
                    + " failed on my side, and it may not have taken"
                    + " effect. Try again in a minute; the log has the details.";
        }
    }

    /** Words after a command that takes none, or what is nearly a word of a group. */
    private Optional<String> slip(CommandRegistry.Match match, Slash slash) {
        CommandInfo info = match.command().info();
        if (match.arguments().isEmpty() || !info.arguments().isEmpty()) {
            return Optional.empty();
        }
        String typed = match.arguments().getFirst();
        Collection<String> group = registry.words(Optional.of(info.name()));
        return group.isEmpty()
                ? Optional.of(
                        slash.typed(info.name())
                                + " takes no further words; leave "
                                + Markdown.code(typed)
                                + " out.")
                : Nearest.of(typed, group)
                        .map(near ->
                                "I do not know "
                                        + slash.quoted(info.name() + " " + typed)
                                        + ". Did you mean "
                                        + slash.typed(info.name() + " " + near)
                                        + "?");
    }

    private String unknown(String word, Slash slash) {
        String hint =
                Nearest.of(word, registry.words(Optional.empty()))
                        .map(near -> " Did you mean " + slash.typed(near) + "?")
                        .orElse("");
        return "I do not know the command "
                + slash.quoted(word)
                + "."
                + hint
                + " "
                + slash.typed("help")
                + " lists them all.";
    }
}
