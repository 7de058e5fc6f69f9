package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Home tabs and modals. Guarded by the watch. */
final class Views {
    private final Map<String, ObjectNode> homes = new LinkedHashMap<>();
    private final Map<String, Modal> modals = new LinkedHashMap<>();
    private final Map<String, JsonNode> errors = new LinkedHashMap<>();

    /** A modal that somebody has open. */
    record Modal(String user, ObjectNode view) {}

    /** The Home tab that a person has seen last. */
    Optional<ObjectNode> home(String user) {
        return Optional.ofNullable(homes.get(user));
    }

    void publish(String user, ObjectNode view) {
        homes.put(user, view);
    }

    Optional<Modal> modal(String viewId) {
        return Optional.ofNullable(modals.get(viewId));
    }

    void open(String user, ObjectNode view) {
        modals.put(view.path("id").asText(), new Modal(user, view));
    }

    void close(String viewId) {
        modals.remove(viewId);
        errors.remove(viewId);
    }

    /** The app refuses what was submitted: the modal stays and shows why. */
    void errors(String viewId, JsonNode byBlock) {
        errors.put(viewId, byBlock);
    }

    /** Those that the last submission left, by block id. */
    Optional<JsonNode> errors(String viewId) {
        return Optional.ofNullable(errors.get(viewId));
    }

    /** The newest modal of a person. */
    Optional<ObjectNode> newest(String user) {
        return modals.values().stream()
                .filter(modal -> modal.user.equals(user))
                .map(Modal::view)
                .reduce((_, later) -> later);
    }

    /** Any view with this id. */
    Optional<ObjectNode> find(String viewId) {
        return homes.values().stream()
                .filter(view -> view.path("id").asText().equals(viewId))
                .findFirst()
                .or(() -> modal(viewId).map(Modal::view));
    }

    void replace(String viewId, ObjectNode view) {
        homes.replaceAll((_, old) -> is(old, viewId) ? view : old);
        modals.replaceAll((id, old) -> id.equals(viewId) ? new Modal(old.user, view) : old);
    }

    private static boolean is(JsonNode view, String viewId) {
        return view.path("id").asText().equals(viewId);
    }
}
