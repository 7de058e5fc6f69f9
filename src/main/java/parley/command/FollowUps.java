package parley.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What follows from commands, by the kind that its id begins with: {@code kind:rest}. Immutable.
 *
 * @param <H> what takes it
 */
final class FollowUps<H> {
    private final Map<String, H> handlers = new LinkedHashMap<>();

    FollowUps(List<H> handlers, Function<H, String> kind) {
        handlers.forEach(handler -> {
            if (this.handlers.put(kind.apply(handler), handler) != null) {
                throw new IllegalArgumentException("twice: " + kind.apply(handler));
            }
        });
    }

    /** Who takes what has that id, and the rest of the id. */
    Optional<Found<H>> find(String id) {
        int colon = id.indexOf(':');
        return Optional.ofNullable(handlers.get(colon < 0 ? id : id.substring(0, colon)))
                .map(handler -> new Found<>(handler, colon < 0 ? "" : id.substring(colon + 1)));
    }

    record Found<H>(H handler, String rest) {}
}
