package parley.discord;

import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * The commands that Discord offers for the bot, the same in every server. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/application-commands">Application
 *     commands</a>
 */
final class CommandCatalog {
    static final String ASK = "ask";
    static final String QUESTION = "question";
    static final String PERSONA = "persona";
    static final String SHOW = "show";
    static final String SET = "set";
    static final String LIST = "list";
    static final String RESET = "reset";
    static final String NAME = "name";
    static final String PLACE = "for";
    static final String PARLEY = "parley";
    static final String HELP = "help";
    static final String STATUS = "status";

    /** In the menu of a message, under "Apps". */
    static final String ASK_ABOUT = "Ask Parley about this";

    /** The question becomes a message. */
    static final int LONGEST_QUESTION = DiscordMessages.MOST_CHARACTERS;

    private static final int LONGEST_NAME = 100;

    private CommandCatalog() {}

    static List<CommandData> all() {
        return List.of(ask(), persona(), parley(), everywhere(Commands.message(ASK_ABOUT)));
    }

    private static CommandData ask() {
        var question =
                new OptionData(OptionType.STRING, QUESTION, "What you want to know.", true)
                        .setMaxLength(LONGEST_QUESTION);
        return everywhere(
                Commands.slash(
                                ASK,
                                "Asks Parley; all who are here see the question and the answer.")
                        .addOptions(question));
    }

    /** Discord shows it to those who may manage the server, unless its admins choose otherwise. */
    private static CommandData persona() {
        return installed(Commands.slash(PERSONA, "Which persona answers here."))
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(
                        DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
                .addSubcommands(
                        new SubcommandData(
                                        SHOW,
                                        "Shows a persona's settings and prompt; without a name, of"
                                                + " the one here.")
                                .addOptions(name(false)),
                        new SubcommandData(
                                        SET,
                                        "Lets that persona answer in this channel, or where you"
                                                + " say.")
                                .addOptions(name(true), place()),
                        new SubcommandData(LIST, "Lists the personas."),
                        new SubcommandData(
                                        RESET,
                                        "Takes back what was set for this channel, or where you"
                                                + " say.")
                                .addOptions(place()));
    }

    private static OptionData name(boolean required) {
        return new OptionData(OptionType.STRING, NAME, "The persona.", required)
                .setMaxLength(LONGEST_NAME)
                .setAutoComplete(true);
    }

    private static OptionData place() {
        return new OptionData(OptionType.STRING, PLACE, "Where; else this channel.")
                .addChoice("this channel", "channel")
                .addChoice("this thread", "thread")
                .addChoice("this server", "workspace");
    }

    private static CommandData parley() {
        return everywhere(
                Commands.slash(PARLEY, "What I can do, and how I am doing.")
                        .addSubcommands(
                                new SubcommandData(HELP, "Says how to ask, and lists commands."),
                                new SubcommandData(
                                        STATUS, "Says how I am doing: model, queue, faults.")));
    }

    private static CommandData everywhere(CommandData command) {
        return command.setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                .setContexts(Set.of(InteractionContextType.GUILD, InteractionContextType.BOT_DM));
    }

    private static SlashCommandData installed(SlashCommandData command) {
        return command.setIntegrationTypes(IntegrationType.GUILD_INSTALL);
    }
}
