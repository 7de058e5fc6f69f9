package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.testing.Json;

/**
 * What a message tells of the interaction that it answers. Guarded by the watch.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/resources/message#message-interaction-metadata-object">Message
 *     interaction metadata</a>
 */
final class InteractionMetadata {
    private InteractionMetadata() {}

    static ObjectNode of(Interaction to) {
        ObjectNode metadata =
                Json.object(
                        "id", Long.toString(to.id),
                        "type", to.kind.type(),
                        "user", to.who.json(),
                        "authorizing_integration_owners", InteractionJson.owners(to.where));
        switch (to.kind) {
            case COMMAND, AUTOCOMPLETE -> command(metadata, to);
            case COMPONENT -> message(metadata, "interacted_message_id", to);
            case MODAL ->
                    to.opener.ifPresent(
                            opener -> metadata.set("triggering_interaction_metadata", of(opener)));
        }
        return metadata;
    }

    private static void command(ObjectNode metadata, Interaction to) {
        metadata.put("name", to.commandName());
        metadata.set("command_type", to.payload.at("/data/type"));
        message(metadata, "target_message_id", to);
    }

    private static void message(ObjectNode metadata, String name, Interaction to) {
        to.message.ifPresent(post -> metadata.put(name, Long.toString(post.id)));
    }
}
