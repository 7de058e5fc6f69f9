package parley.discord;

import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import parley.chat.Overview;

/**
 * Proposes what may be meant while somebody types the name of a persona or the value of a rule.
 * Safe for use by many threads.
 */
final class OptionProposals {
    private final Overview overview;

    OptionProposals(Overview overview) {
        this.overview = overview;
    }

    void handle(CommandAutoCompleteInteractionEvent typing) {
        boolean _ = Whisper.sent("proposals", typing.replyChoices(choices(typing)));
    }

    private List<Choice> choices(CommandAutoCompleteInteractionEvent typing) {
        String typed = typing.getFocusedOption().getValue();
        return switch (typing.getName() + " " + typing.getFocusedOption().getName()) {
            case CommandCatalog.PERSONA + " " + CommandCatalog.NAME ->
                    PersonaChoices.of(
                            overview.personas(Scene.of(typing).channelId().workspace()), typed);
            case CommandCatalog.PARLEY + " " + CommandCatalog.VALUE ->
                    RuleChoices.values(
                            typing.getOption(
                                    ParleySubcommands.RULE, "", OptionMapping::getAsString),
                            typed);
            default -> List.of();
        };
    }
}
