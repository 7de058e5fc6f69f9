package parley.discord;

import java.util.List;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** What stands behind {@code /persona}. Pure. */
final class PersonaSubcommands {
    static final String LIST = "list";
    static final String SHOW = "show";
    static final String SET = "set";
    static final String RESET = "reset";
    static final String EDIT = "edit";
    static final String NEW = "new";
    static final String HISTORY = "history";
    static final String DIFF = "diff";
    static final String ROLLBACK = "rollback";
    static final String TRY = "try";

    static final String TIME = "time";
    static final String FROM = "from";
    static final String TO = "to";
    static final String VERSION = "version";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TIME = 20;

    /** With the command's other words within the 1,000 characters that the core reads. */
    private static final int LONGEST_TRIAL = 850;

    private PersonaSubcommands() {}

    static List<SubcommandData> all() {
        return List.of(
                new SubcommandData(LIST, "Lists the personas."),
                new SubcommandData(
                                SHOW,
                                "Shows a persona's settings and prompt; without a name, of the one"
                                        + " here.")
                        .addOptions(name(false)),
                new SubcommandData(
                                SET,
                                "Lets that persona answer in this channel, or where and for how"
                                        + " long you say.")
                        .addOptions(name(true), CommandCatalog.place(), time()),
                new SubcommandData(
                                RESET,
                                "Takes back what was set for a place, or with a name, what was"
                                        + " changed in that persona.")
                        .addOptions(CommandCatalog.place(), name(false)),
                new SubcommandData(EDIT, "Opens a window with that persona's text.")
                        .addOptions(name(true)),
                new SubcommandData(NEW, "Opens a window in which to write a persona.")
                        .addOptions(newName()),
                new SubcommandData(HISTORY, "Says who changed that persona, when and why.")
                        .addOptions(name(true)),
                new SubcommandData(
                                DIFF,
                                "Shows what differs between versions of a persona; else the two"
                                        + " newest.")
                        .addOptions(
                                name(true),
                                version(FROM, "The number of a version.", false),
                                version(TO, "The number of another.", false)),
                new SubcommandData(
                                ROLLBACK, "Makes an earlier version of a persona the one in use.")
                        .addOptions(name(true), version(VERSION, "Its number.", true)),
                new SubcommandData(TRY, "Asks that persona something; you alone see the answer.")
                        .addOptions(name(true), CommandCatalog.question(LONGEST_TRIAL)));
    }

    private static OptionData name(boolean required) {
        return new OptionData(OptionType.STRING, CommandCatalog.NAME, "The persona.", required)
                .setMaxLength(LONGEST_NAME)
                .setAutoComplete(true);
    }

    /** Nothing is proposed: there is no such persona yet. */
    private static OptionData newName() {
        return new OptionData(
                        OptionType.STRING, CommandCatalog.NAME, "What it is to be called.", true)
                .setMaxLength(LONGEST_NAME);
    }

    private static OptionData time() {
        return new OptionData(
                        OptionType.STRING,
                        TIME,
                        "For how long, such as 30m, 2h or 3d; else for good.")
                .setMaxLength(LONGEST_TIME);
    }

    private static OptionData version(String name, String description, boolean required) {
        return new OptionData(OptionType.INTEGER, name, description, required).setMinValue(1);
    }
}
