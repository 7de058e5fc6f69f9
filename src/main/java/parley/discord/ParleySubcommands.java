package parley.discord;

import java.util.List;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** What stands behind {@code /parley}. Pure. */
final class ParleySubcommands {
    static final String HELP = "help";
    static final String STATUS = "status";
    static final String CHANNEL = "channel";
    static final String WHY = "why";
    static final String ABOUT = "about";
    static final String AUDIT = "audit";
    static final String FORGET = "forget";

    static final String RULE = "rule";
    static final String REFERENCE = "reference";
    static final String COUNT = "count";
    static final String WHAT = "what";

    private static final int LONGEST_VALUE = 100;
    private static final int MOST_ENTRIES = 100;

    private ParleySubcommands() {}

    static List<SubcommandData> all() {
        return List.of(
                new SubcommandData(HELP, "Says how to ask, and lists commands."),
                new SubcommandData(STATUS, "Says how I am doing: model, queue, faults."),
                new SubcommandData(
                                CHANNEL,
                                "Shows the rules that hold here, or changes one of them (admins).")
                        .addOptions(rule(), value(), place()),
                new SubcommandData(WHY, "Says why I answered here last, or did not."),
                new SubcommandData(
                                ABOUT,
                                "Says how an answer came about: persona, model, files, cost.")
                        .addOptions(reference()),
                new SubcommandData(AUDIT, "Lists what was administered, newest first (admins).")
                        .addOptions(
                                new OptionData(OptionType.INTEGER, COUNT, "How many entries.")
                                        .setRequiredRange(1, MOST_ENTRIES)),
                new SubcommandData(FORGET, "Erases what I keep of you, or of this thread.")
                        .addOptions(
                                new OptionData(OptionType.STRING, WHAT, "What is erased.", true)
                                        .addChoice("what I said, everywhere", "me")
                                        .addChoice("this thread (admins)", "thread")));
    }

    private static OptionData rule() {
        return new OptionData(OptionType.STRING, RULE, "The rule; else all are shown.")
                .addChoices(
                        RuleChoices.rules().stream()
                                .map(rule -> new Choice(rule.meaning(), rule.name()))
                                .toList());
    }

    private static OptionData value() {
        return new OptionData(
                        OptionType.STRING,
                        CommandCatalog.VALUE,
                        "What the rule says from now on; reset takes it back.")
                .setMaxLength(LONGEST_VALUE)
                .setAutoComplete(true);
    }

    /** Rules are of channels and of the whole server. */
    private static OptionData place() {
        return new OptionData(OptionType.STRING, CommandCatalog.PLACE, "Where; else this channel.")
                .addChoice("this channel", "channel")
                .addChoice("this server", "workspace");
    }

    private static OptionData reference() {
        return new OptionData(
                        OptionType.STRING,
                        REFERENCE,
                        "The reference under the answer, such as T-7KQ2M9XA; else the newest here.")
                .setMaxLength(LONGEST_VALUE);
    }
}
