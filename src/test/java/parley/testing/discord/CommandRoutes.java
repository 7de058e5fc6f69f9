package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.testing.Json;

/** The commands that the app registers, for all guilds and for one. Guarded by the watch. */
final class CommandRoutes {
    private static final String GLOBAL = "applications/{a}/commands";
    private static final String GUILD = "applications/{a}/guilds/{g}/commands";

    private final World world;

    /** By the guild's id; 0 for all guilds. */
    private final Map<Long, List<ObjectNode>> commands = new HashMap<>();

    CommandRoutes(World world) {
        this.world = world;
    }

    void offer(Router router) {
        for (String base : List.of(GLOBAL, GUILD)) {
            router.add("GET", base, request -> RestAnswer.ok(Json.array(list(request))));
            router.add("PUT", base, this::replace);
            router.add("POST", base, this::add);
            router.add("DELETE", base + "/{k}", this::delete);
        }
    }

    /** Those of all guilds, as they are registered. */
    List<JsonNode> global() {
        return List.copyOf(of(0));
    }

    /** Those of one guild alone. */
    List<JsonNode> guild(long guild) {
        return List.copyOf(of(guild));
    }

    private List<ObjectNode> of(long guild) {
        return commands.computeIfAbsent(guild, _ -> new ArrayList<>());
    }

    private List<ObjectNode> list(RestRequest request) {
        if (request.id("a") != world.me.application()) {
            throw RestError.mistake(
                    403,
                    20_012,
                    "You are not authorized to perform this action on this application");
        }
        return of(request.text("g").isEmpty() ? 0 : request.id("g"));
    }

    private RestAnswer replace(RestRequest request) {
        List<ObjectNode> all = list(request);
        FormErrors errors = new FormErrors();
        CommandForm.all(request.body(), errors);
        errors.throwIfAny();
        List<ObjectNode> before = List.copyOf(all);
        all.clear();
        request.body().forEach(command -> all.add(registered(command, before, request)));
        return RestAnswer.ok(Json.array(all));
    }

    private RestAnswer add(RestRequest request) {
        List<ObjectNode> all = list(request);
        FormErrors errors = new FormErrors();
        CommandForm.one(request.body(), "", errors);
        errors.throwIfAny();
        ObjectNode command = registered(request.body(), List.copyOf(all), request);
        boolean known = all.removeIf(one -> same(one, command));
        all.add(command);
        return known ? RestAnswer.ok(command) : RestAnswer.created(command);
    }

    private RestAnswer delete(RestRequest request) {
        String id = request.text("k");
        if (!list(request).removeIf(one -> one.path("id").asText().equals(id))) {
            throw RestError.unknown(10_063, "application command");
        }
        return RestAnswer.none();
    }

    /** With the id that a command of this name has already, or a new one. */
    private ObjectNode registered(JsonNode command, List<ObjectNode> before, RestRequest request) {
        ObjectNode whole = command.deepCopy();
        String id =
                before.stream()
                        .filter(one -> same(one, command))
                        .map(one -> one.path("id").asText())
                        .findFirst()
                        .orElseGet(() -> Long.toString(world.clock.next()));
        whole.put("id", id)
                .put("application_id", Long.toString(world.me.application()))
                .put("version", Long.toString(world.clock.next()));
        if (!whole.has("type")) {
            whole.put("type", 1);
        }
        if (!whole.has("default_member_permissions")) {
            whole.putNull("default_member_permissions");
        }
        if (!request.text("g").isEmpty()) {
            whole.put("guild_id", request.text("g"));
        }
        return whole;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.path("name").equals(other.path("name"))
                && one.path("type").asInt(1) == other.path("type").asInt(1);
    }
}
