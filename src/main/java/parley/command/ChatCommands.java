package parley.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.audit.AuditEntry.Result;
import parley.audit.AuditLog;
import parley.chat.Chosen;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Commands;
import parley.chat.FormReply;
import parley.chat.Submission;
import parley.chat.WorkspaceId;
import parley.prompt.Nearest;
import parley.prompt.Personas;

/** Every slash command of Parley; safe for use by many threads. */
public final class ChatCommands implements Commands {
    private static final Logger log = LoggerFactory.getLogger(ChatCommands.class);

    static final String STALE =
            "This button is from another time, and nothing was done. Use the command again.";
    static final String STALE_FORM =
            "This window is from another time, and nothing was stored. Use the command again.";
    private static final String UNKNOWN = "stale: unknown";
    private static final String FAILED =
            "Sorry, that failed on my side, and it may not have taken effect. Try again in a minute;"
                    + " the log has the details.";

    private final CommandRegistry registry;
    private final Shorthand shorthand;
    private final FollowUps<ChoiceHandler> choices;
    private final FollowUps<FormHandler> forms;
    private final AuditTrail audit;

    /**
     * @param personas for {@code persona engineer}, which is short for {@code persona set engineer}
     * @param groups in the order in which help lists them
     */
    public ChatCommands(
            Personas personas, AuditLog audit, InstantSource clock, List<CommandGroup> groups) {
        registry = new CommandRegistry(each(groups, CommandGroup::commands));
        shorthand = new Shorthand(personas, registry);
        List<ChoiceHandler> handlers = new ArrayList<>(each(groups, CommandGroup::choices));
        handlers.add(new RunChoice(this::run));
        choices = new FollowUps<>(handlers, ChoiceHandler::kind);
        forms = new FollowUps<>(each(groups, CommandGroup::forms), FormHandler::kind);
        this.audit = new AuditTrail(audit, clock);
    }

    private static <T> List<T> each(
            List<CommandGroup> groups, Function<CommandGroup, List<T>> part) {
        return groups.stream().flatMap(group -> part.apply(group).stream()).toList();
    }

    /** Every command, in the order in which help lists them. */
    public List<CommandInfo> infos() {
        return registry.infos();
    }

    @Override
    public boolean understands(WorkspaceId workspace, String words) {
        return CommandLine.readsWhole(words)
                && registry.find(shorthand.expand(workspace, CommandLine.parse(words)))
                        .filter(match -> match.command().takes(workspace, match.arguments()))
                        .isPresent();
    }

    @Override
    public CommandReply run(Command command) {
        CommandLine typed;
        try {
            typed =
                    shorthand.expand(
                            command.channel().workspace(), CommandLine.parse(command.text()));
        } catch (RuntimeException e) {
            log.error("whether a command names a persona cannot be read", e);
            return CommandReply.told(FAILED);
        }
        CommandLine line = typed.isEmpty() ? CommandLine.parse("help") : typed;
        return registry.find(line)
                .map(match -> answer(match, command))
                .orElseGet(() ->
                        CommandReply.told(unknown(line.words().getFirst(), Slash.in(command))));
    }

    private CommandReply answer(CommandRegistry.Match match, Command command) {
        CommandInfo info = match.command().info();
        Slash slash = Slash.in(command);
        Optional<String> slip = slip(match, slash).or(() -> forbidden(info, command, slash));
        if (slip.isPresent()) {
            return CommandReply.told(slip.get());
        }
        try {
            return match.command().run(command, match.arguments());
        } catch (RuntimeException e) {
            log.error("command {} failed in {}", info.name(), command.channel(), e);
            return CommandReply.told(
                    "Sorry, "
                            + slash.typed(info.name())
                            + " failed on my side, and it may not have taken"
                            + " effect. Try again in a minute; the log has the details.");
        }
    }

    /** What only admins may, and that it was tried, is on record. */
    private Optional<String> forbidden(CommandInfo info, Command command, Slash slash) {
        if (!info.admin() || command.admin()) {
            return Optional.empty();
        }
        audit.add(Origin.of(command), info.name(), "", Result.REFUSED, AuditTrail.NOT_ADMIN);
        return Optional.of(
                "Only admins can use " + slash.typed(info.name()) + ". Ask one of them to do it.");
    }

    @Override
    public CommandReply choose(Chosen chosen) {
        try {
            return choices.find(chosen.action())
                    .map(found -> found.handler().choose(chosen, found.rest()))
                    .orElseGet(() -> {
                        audit.add(Origin.of(chosen), "choice", "", Result.REFUSED, UNKNOWN);
                        return CommandReply.told(STALE);
                    });
        } catch (RuntimeException e) {
            // Not the whole action, which can hold what somebody typed.
            log.error("choice {} failed in {}", kind(chosen.action()), chosen.channel(), e);
            return CommandReply.told(FAILED);
        }
    }

    private static String kind(String id) {
        return id.split(":", 2)[0];
    }

    @Override
    public FormReply submit(Submission submission) {
        try {
            return forms.find(submission.form())
                    .map(found -> found.handler().submit(submission, found.rest()))
                    .orElseGet(() -> {
                        audit.add(Origin.of(submission), "window", "", Result.REFUSED, UNKNOWN);
                        return new FormReply.Refused(Map.of(), STALE_FORM);
                    });
        } catch (RuntimeException e) {
            log.error("form {} failed in {}", kind(submission.form()), submission.channel(), e);
            return new FormReply.Refused(Map.of(), FAILED);
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
