package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;

final class CommandCatalogTest {
    private static final Function<String, Optional<String>> NOTHING = _ -> Optional.empty();

    private static CommandData command(String name) {
        return CommandCatalog.all().stream()
                .filter(command -> command.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void all_always_areInstalledInServers() {
        assertThat(CommandCatalog.all())
                .extracting(CommandData::getName)
                .containsExactly("ask", "persona", "parley", "Ask Parley about this");
        assertThat(CommandCatalog.all())
                .allSatisfy(command ->
                        assertThat(command.getIntegrationTypes())
                                .containsExactly(IntegrationType.GUILD_INSTALL));
    }

    @Test
    void persona_always_isForThoseWhoManageTheServer() {
        CommandData persona = command("persona");

        assertThat(persona.getContexts()).containsExactly(InteractionContextType.GUILD);
        assertThat(persona.getDefaultPermissions().getPermissionsRaw())
                .isEqualTo(Permission.MANAGE_SERVER.getRawValue());
    }

    @Test
    void others_always_areForEverybodyAlsoInDirectMessages() {
        for (String name : List.of("ask", "parley", "Ask Parley about this")) {
            assertThat(command(name).getContexts())
                    .containsExactlyInAnyOrder(
                            InteractionContextType.GUILD, InteractionContextType.BOT_DM);
            assertThat(command(name).getDefaultPermissions())
                    .isEqualTo(DefaultMemberPermissions.ENABLED);
        }
    }

    @Test
    void options_ofRules_areChosenAndTheirValuesProposed() {
        SubcommandData channel =
                ((SlashCommandData) command("parley"))
                        .getSubcommands().stream()
                                .filter(sub -> sub.getName().equals("channel"))
                                .findFirst()
                                .orElseThrow();

        assertThat(channel.getOptions())
                .extracting(OptionData::getName)
                .containsExactly("rule", "value", "for");
        assertThat(channel.getOptions().getFirst().getChoices())
                .extracting(Choice::getAsString)
                .containsExactly(
                        "follow-up",
                        "who",
                        "outsiders",
                        "model",
                        "person",
                        "hour",
                        "limit",
                        "answers",
                        "notices",
                        "approval",
                        "keep");
        assertThat(channel.getOptions().get(1).isAutoComplete()).isTrue();
    }

    @Test
    void namesOfPersonas_exceptNewOnes_areProposed() {
        assertThat(((SlashCommandData) command("persona")).getSubcommands())
                .flatExtracting(SubcommandData::getOptions)
                .filteredOn(option -> option.getName().equals("name"))
                .hasSize(9)
                .filteredOn(option -> !option.isAutoComplete())
                .extracting(OptionData::getDescription)
                .containsExactly("What it is to be called.");
    }

    @Test
    void subcommands_always_areKnownToTheCore() {
        for (String name : List.of("persona", "parley")) {
            assertThat(((SlashCommandData) command(name)).getSubcommands())
                    .isNotEmpty()
                    .allSatisfy(sub ->
                            assertThat(TypedCommand.words(name, sub.getName(), NOTHING))
                                    .isPresent());
        }
    }
}
