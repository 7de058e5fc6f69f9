package parley.discord;

import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import parley.chat.Overview;

/** Offers the personas while somebody types the name of one. Safe for use by many threads. */
final class PersonaNames {
    private final Overview overview;

    PersonaNames(Overview overview) {
        this.overview = overview;
    }

    void handle(CommandAutoCompleteInteractionEvent typing) {
        boolean persona =
                typing.getName().equals(CommandCatalog.PERSONA)
                        && typing.getFocusedOption().getName().equals(CommandCatalog.NAME);
        List<Choice> choices =
                persona
                        ? PersonaChoices.of(
                                overview.personas(Scene.of(typing).channelId().workspace()),
                                typing.getFocusedOption().getValue())
                        : List.of();
        boolean _ = Whisper.sent("the names of personas", typing.replyChoices(choices));
    }
}
