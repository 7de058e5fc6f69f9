package parley.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import parley.chat.Platform;
import parley.rule.ChannelRules;
import parley.rule.Rule;
import parley.rule.RuleScope;
import parley.rule.RuleValues;

/** How answers to commands speak of rules. */
public final class RuleWords {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private RuleWords() {}

    /** As a sentence calls it. */
    static String place(RuleScope scope) {
        return switch (scope) {
            case RuleScope.OfChannel _ -> "this channel";
            case RuleScope.OfWorkspace(var workspace) ->
                    workspace.platform() == Platform.DISCORD ? "this server" : "this workspace";
        };
    }

    /** The rule with its value, such as {@code `hour`: 10}, and where that comes from. */
    static String line(Rule rule, ChannelRules here) {
        return "`" + rule.word() + "`: " + value(rule, here) + " – " + origin(rule, here);
    }

    private static String value(Rule rule, ChannelRules here) {
        return Markdown.code(here.shown(rule));
    }

    /** Who set its value where and when. */
    static String origin(Rule rule, ChannelRules here) {
        return here.setting(rule)
                .map(setting ->
                        "set for "
                                + place(setting.scope())
                                + " by "
                                + Markdown.code(setting.setBy().name())
                                + " on "
                                + TIME.format(setting.setAt()))
                .orElse("the default");
    }

    /**
     * What an admin is told after a change.
     *
     * @param here where it was typed, with the change in force
     */
    public static String made(RuleChange change, ChannelRules here) {
        Rule rule = change.rule();
        String where = " for " + place(change.scope());
        String done =
                change.after()
                        .map(after ->
                                "`"
                                        + rule.word()
                                        + "` is "
                                        + Markdown.code(RuleValues.shown(rule, after))
                                        + where
                                        + " from now on.")
                        .orElse("`" + rule.word() + "` is taken back" + where + ".");
        boolean asSet = change.after().filter(here.value(rule)::equals).isPresent();
        return asSet
                ? done
                : done + "\nHere it is " + value(rule, here) + ": " + origin(rule, here) + ".";
    }
}
