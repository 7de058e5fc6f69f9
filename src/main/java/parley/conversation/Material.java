package parley.conversation;

import java.util.List;
import parley.chat.Inbound;

/**
 * What a new turn brings into the conversation beside its events; immutable.
 *
 * @param earlier what was said in the thread before the bot was asked there, oldest first
 * @param said the claim's messages, completed
 */
public record Material(List<Contribution> earlier, List<Contribution> said) {
    /** The events tell all. */
    public static final Material NONE = new Material(List.of(), List.of());

    public Material {
        earlier = List.copyOf(earlier);
        said = List.copyOf(said);
    }

    /** All that is known of a message of the claim, which may have been edited since. */
    public Contribution of(Inbound.Said current) {
        return said.stream()
                .filter(known -> known.said().message().equals(current.message()))
                .findFirst()
                .map(known -> known.now(current))
                .orElseGet(() -> Contribution.plain(current));
    }
}
