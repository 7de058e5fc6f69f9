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

/**
 * The commands that Discord offers for the bot, the same in every server. Pure.
 *
 * <p>Discord takes 25 subcommands of a command, 25 options of each and 25 choices of an option;
 * descriptions of 100 characters, and 8,000 of all names, descriptions and choices together.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/application-commands">Application
 *     commands</a>
 */
final class CommandCatalog {
    static final String ASK = "ask";
    static final String QUESTION = "question";
    static final String PERSONA = "persona";
    static final String PARLEY = "parley";
    static final String NAME = "name";
    static final String PLACE = "for";
    static final String VALUE = "value";

    /** In the menu of a message, under "Apps". */
    static final String ASK_ABOUT = "Ask Parley about this";

    /** The question becomes a message. */
    static final int LONGEST_QUESTION = DiscordMessages.MOST_CHARACTERS;

    private CommandCatalog() {}

    static List<CommandData> all() {
        return List.of(ask(), persona(), parley(), everywhere(Commands.message(ASK_ABOUT)));
    }

    private static CommandData ask() {
        return everywhere(
                Commands.slash(
                                ASK,
                                "Asks Parley; all who are here see the question and the answer.")
                        .addOptions(question(LONGEST_QUESTION)));
    }

    static OptionData question(int longest) {
        return new OptionData(OptionType.STRING, QUESTION, "What you want to know.", true)
                .setMaxLength(longest);
    }

    static OptionData place() {
        return new OptionData(OptionType.STRING, PLACE, "Where; else this channel.")
                .addChoice("this channel", "channel")
                .addChoice("this thread", "thread")
                .addChoice("this server", "workspace");
    }

    /** Discord shows it to those who may manage the server, unless its admins choose otherwise. */
    private static CommandData persona() {
        return installed(Commands.slash(PERSONA, "The personas: which answers here, and how."))
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(
                        DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
                .addSubcommands(PersonaSubcommands.all());
    }

    /** Discord shows it to everybody; who may not use a part of it is told so. */
    private static CommandData parley() {
        return everywhere(
                Commands.slash(PARLEY, "What I can do, how I am doing, and what holds here.")
                        .addSubcommands(ParleySubcommands.all()));
    }

    private static CommandData everywhere(CommandData command) {
        return command.setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                .setContexts(Set.of(InteractionContextType.GUILD, InteractionContextType.BOT_DM));
    }

    private static SlashCommandData installed(SlashCommandData command) {
        return command.setIntegrationTypes(IntegrationType.GUILD_INSTALL);
    }
}
