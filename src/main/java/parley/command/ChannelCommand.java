package parley.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.audit.AuditEntry;
import parley.audit.AuditLog;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.claude.ModelId;
import parley.prompt.Nearest;
import parley.rule.ChannelRules;
import parley.rule.People;
import parley.rule.Rule;
import parley.rule.RuleReading;
import parley.rule.RuleScope;
import parley.rule.RuleValues;
import parley.rule.Rules;
import parley.usage.ModelCeiling;

/** Shows the rules of a channel to everybody, and lets admins change them. */
final class ChannelCommand implements ChatCommand {
    /** Also what the audit log calls it. */
    static final String NAME = "channel";

    private static final CommandInfo INFO =
            new CommandInfo(
                    NAME,
                    "[rule] [value|reset] [for workspace]",
                    "Shows the rules of this channel, or explains one; admins change them.",
                    false);

    private static final String RESET = "reset";

    /** More words are a sentence, not a value. */
    private static final int MOST_WORDS = 8;

    private final Rules rules;
    private final ChangeDesk desk;
    private final People people;
    private final ModelCeiling ceiling;
    private final AuditLog audit;
    private final InstantSource clock;

    ChannelCommand(
            Rules rules,
            ChangeDesk desk,
            People people,
            ModelCeiling ceiling,
            AuditLog audit,
            InstantSource clock) {
        this.rules = rules;
        this.desk = desk;
        this.people = people;
        this.ceiling = ceiling;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public CommandInfo info() {
        return INFO;
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(
                switch (ChannelWords.read(command)) {
                    case ChannelWords.Look(RuleScope scope) -> look(scope, Slash.in(command));
                    case ChannelWords.Explain(RuleScope scope, Rule rule) ->
                            explain(rules.of(scope), rule);
                    case ChannelWords.Change change -> change(change, command);
                    case ChannelWords.Unclear(String answer) -> answer;
                });
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        if (arguments.isEmpty() || Place.isNamed(arguments)) {
            return true;
        }
        String first = arguments.getFirst();
        return arguments.size() == 1
                ? Rule.of(first).isPresent() || Rule.ANSWERS.fixed().contains(first)
                : Rule.of(first).isPresent() && arguments.size() <= MOST_WORDS;
    }

    private String look(RuleScope scope, Slash slash) {
        ChannelRules here = rules.of(scope);
        String lines =
                Stream.of(Rule.values())
                        .map(rule -> "- " + RuleWords.line(rule, here))
                        .collect(Collectors.joining("\n"));
        return "**Rules of "
                + RuleWords.place(scope)
                + "**\n"
                + lines
                + "\n\n"
                + slash.typed(NAME + " hour")
                + " explains one; admins change it, as in "
                + slash.typed(NAME + " hour 10")
                + " and "
                + slash.typed(NAME + " hour " + RESET)
                + ".";
    }

    private static String explain(ChannelRules here, Rule rule) {
        return "**"
                + rule.word()
                + "**: "
                + rule.description()
                + "\nIt takes "
                + RuleValues.wanted(rule)
                + (rule.workspaceOnly() ? ", for the whole workspace only" : "")
                + ".\nHere it is "
                + Markdown.code(here.shown(rule))
                + ": "
                + RuleWords.origin(rule, here)
                + ".";
    }

    private String change(ChannelWords.Change asked, Command command) {
        Slash slash = Slash.in(command);
        Rule rule = asked.rule();
        if (!command.admin()) {
            refused(asked, command);
            return "Only admins can change rules. Ask one of them to do it.";
        }
        if (rule.workspaceOnly() && asked.scope() instanceof RuleScope.OfChannel) {
            return "`"
                    + rule.word()
                    + "` holds for the whole workspace only: write "
                    + slash.place("workspace")
                    + " behind it.";
        }
        if (asked.value().equalsIgnoreCase(RESET)) {
            return make(asked, Optional.empty(), command);
        }
        return switch (RuleValues.read(rule, asked.value())) {
            case RuleReading.Value(String value) -> make(asked, Optional.of(value), command);
            case RuleReading.Group(String name) ->
                    people.group(command.channel(), name)
                            .map(group ->
                                    make(asked, Optional.of(RuleValues.group(group)), command))
                            .orElseGet(() -> noGroup(name));
            case RuleReading.Unclear(String wanted) ->
                    "`"
                            + rule.word()
                            + "` takes "
                            + wanted
                            + "."
                            + Nearest.hint(asked.value(), rule.fixed());
        };
    }

    private static String noGroup(String name) {
        return "I find no group "
                + Markdown.code(name)
                + " here."
                + Nearest.hint(name, Rule.WHO.fixed())
                + " `who` takes "
                + RuleValues.wanted(Rule.WHO)
                + ".";
    }

    private String make(ChannelWords.Change asked, Optional<String> value, Command command) {
        RuleChange change = RuleChange.from(rules, asked.scope(), asked.rule(), value);
        if (change.isIdle()) {
            return "That is so already: "
                    + RuleWords.line(asked.rule(), rules.of(asked.scope()))
                    + ".";
        }
        Origin origin = Origin.of(command);
        return desk.propose(origin, new RuleShift(rules, origin, change)).text()
                + remark(asked.rule(), value);
    }

    /** What an admin may not expect of the new value. */
    private String remark(Rule rule, Optional<String> value) {
        if (rule == Rule.APPROVAL && value.equals(Optional.of("on"))) {
            return "\nEach change needs two admins then, to switch this off as well: see that there are two.";
        }
        boolean blind =
                rule == Rule.MODEL
                        && value.filter(it -> !it.equals("any") && !ceiling.knows(new ModelId(it)))
                                .isPresent();
        return blind
                ? "\nI know no price of this model, so it answers in the place of every other one."
                : "";
    }

    private void refused(ChannelWords.Change asked, Command command) {
        audit.add(
                new AuditEntry(
                        clock.instant(),
                        command.channel().workspace(),
                        Optional.of(command.channel()),
                        command.author(),
                        NAME,
                        asked.rule().word() + " " + asked.scope().key(),
                        AuditEntry.Result.REFUSED,
                        "not an admin"));
    }
}
