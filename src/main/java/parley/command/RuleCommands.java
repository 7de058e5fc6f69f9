package parley.command;

import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.Function;
import parley.audit.AuditLog;
import parley.chat.ThreadId;
import parley.rule.Fates;
import parley.rule.People;
import parley.rule.Rules;
import parley.usage.ModelCeiling;

/** The commands about the rules of channels, and those that explain. */
public final class RuleCommands {
    private RuleCommands() {}

    /**
     * @param audit keeps who tried to change rules without being allowed to
     */
    public static CommandGroup rules(
            Rules rules,
            ChangeDesk desk,
            People people,
            ModelCeiling ceiling,
            AuditLog audit,
            InstantSource clock) {
        return CommandGroup.of(new ChannelCommand(rules, desk, people, ceiling, audit, clock));
    }

    /**
     * @param places where threads stand in the queue; asked when needed
     */
    public static CommandGroup explanations(
            Rules rules,
            Fates fates,
            AnswerBook answers,
            Function<ThreadId, OptionalInt> places,
            InstantSource clock) {
        return CommandGroup.of(
                new WhyCommand(fates, answers, new FateWords(rules, answers, places, clock)),
                new AboutCommand(answers));
    }
}
