package parley.discord;

import java.util.Optional;
import net.dv8tion.jda.api.interactions.Interaction;
import parley.chat.Inbox;

/** Why nobody can ask in a place, known before the question is. Safe for use by many threads. */
record Obstacles(Inbox inbox) {
    static final String OFF =
            "I am switched off in this channel, so I did not take the question. Admins switch me on"
                    + " with `/parley channel rule:answers value:on`.";

    /** As a sentence for whoever asks; empty where nothing is in the way. */
    Optional<String> to(Interaction interaction) {
        return Scene.obstacle(interaction)
                .or(() ->
                        inbox.listens(Scene.of(interaction).channelId())
                                ? Optional.empty()
                                : Optional.of(OFF));
    }
}
