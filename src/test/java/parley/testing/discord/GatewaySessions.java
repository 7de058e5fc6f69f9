package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.testing.Json;

/** The sessions that can be told things or resumed. Guarded by the watch. */
final class GatewaySessions implements Dispatches {
    /** One shard may serve at most so many guilds. */
    private static final int GUILDS_A_SHARD = 2_500;

    private final World world;
    private final GatewayRules rules;
    private final Map<String, GatewaySession> alive = new LinkedHashMap<>();
    private final List<Identify> identifies = new ArrayList<>();
    private final List<Resume> resumes = new ArrayList<>();
    private String address = "";
    private boolean held;
    private int begun;
    private @Nullable Long lastIdentify;

    GatewaySessions(World world, GatewayRules rules) {
        this.world = world;
        this.rules = rules;
    }

    /** Where sessions are resumed. */
    void address(String url) {
        address = url;
    }

    List<GatewaySession> alive() {
        return List.copyOf(alive.values());
    }

    int begun() {
        return begun;
    }

    List<Identify> identifies() {
        return List.copyOf(identifies);
    }

    List<Resume> resumes() {
        return List.copyOf(resumes);
    }

    void end(GatewaySession session) {
        alive.remove(session.id);
    }

    void hold(boolean hold) {
        held = hold;
        alive.values().forEach(session -> session.hold(hold));
    }

    @Override
    public void dispatch(String type, JsonNode data) {
        String bot = Long.toString(world.me.bot().id());
        JsonNode copy = data.deepCopy();
        alive().forEach(session -> session.happens(type, copy, bot));
    }

    /** Empty when a session begins. */
    Optional<Refusal> identify(GatewayConnection on, JsonNode data) {
        ObjectNode shown = data.isObject() ? data.deepCopy() : Json.object();
        shown.remove("token");
        Identify identify = new Identify(on.number, shown);
        identifies.add(identify);
        Optional<Refusal> refusal =
                refusal(identify, data).<Refusal>map(Refusal.Close::new).or(this::tooSoon);
        if (refusal.isEmpty()) {
            begin(on, identify);
        }
        return refusal;
    }

    private Optional<CloseCode> refusal(Identify identify, JsonNode data) {
        boolean token = data.path("token").asText().equals(world.me.token());
        if (!token || rules.startsLeft <= 0) {
            return Optional.of(CloseCode.AUTHENTICATION_FAILED);
        }
        if (!Intents.valid(data.path("intents"))) {
            return Optional.of(CloseCode.INVALID_INTENTS);
        }
        if ((identify.intents() & Intents.PRIVILEGED & ~granted()) != 0) {
            return Optional.of(CloseCode.DISALLOWED_INTENTS);
        }
        if (identify.shard() < 0 || identify.shard() >= identify.shards()) {
            return Optional.of(CloseCode.INVALID_SHARD);
        }
        boolean tooFew = world.guilds.size() > GUILDS_A_SHARD * identify.shards();
        return tooFew ? Optional.of(CloseCode.SHARDING_REQUIRED) : Optional.empty();
    }

    private long granted() {
        return world.readsContent ? rules.privileged : rules.privileged & ~Intents.MESSAGE_CONTENT;
    }

    private Optional<Refusal> tooSoon() {
        long now = world.clock.nanos();
        Long before = lastIdentify;
        lastIdentify = now;
        boolean soon = before != null && now - before < rules.identifyPause.toNanos();
        if (soon) {
            world.violate("gateway", "identify_limit", "two identifies within 5 s");
        }
        return soon ? Optional.of(new Refusal.Invalid()) : Optional.empty();
    }

    private void begin(GatewayConnection on, Identify identify) {
        rules.startsLeft--;
        GatewaySession session = new GatewaySession("session-" + ++begun, identify, on);
        alive.put(session.id, session);
        on.session = session;
        session.hold(held);
        List<ObjectNode> guilds =
                guilds().filter(guild -> session.serves(guild.path("id").asLong())).toList();
        session.tell("READY", ready(session.id, identify, guilds));
        guilds.forEach(guild -> session.happens("GUILD_CREATE", guild, ""));
    }

    private Stream<ObjectNode> guilds() {
        long bot = world.me.bot().id();
        Rights rights = new Rights(world);
        return world.guilds.values().stream()
                .filter(guild -> guild.available && guild.members.containsKey(bot))
                .map(guild ->
                        GuildJson.create(
                                guild, guild.members.get(bot), rights.activeThreads(guild)));
    }

    private ObjectNode ready(String id, Identify identify, List<ObjectNode> guilds) {
        Stream<ObjectNode> unavailable =
                guilds.stream()
                        .map(guild -> Json.object("id", guild.path("id"), "unavailable", true));
        return Json.object(
                "v", 10,
                "user", world.me.bot().json(),
                "guilds", unavailable.toList(),
                "session_id", id,
                "session_type", "normal",
                "resume_gateway_url", address,
                "shard", List.of(identify.shard(), identify.shards()),
                "application", AppRoutes.brief(world),
                "private_channels", List.of(),
                "relationships", List.of(),
                "presences", List.of(),
                "user_settings", Json.object());
    }

    /** Empty when the session goes on. */
    Optional<Refusal> resume(GatewayConnection on, JsonNode data) {
        String id = data.path("session_id").asText();
        long seq = data.path("seq").asLong(-1);
        GatewaySession session = alive.get(id);
        Optional<Refusal> refusal = refusal(session, seq, data.path("token").asText());
        int replayed = -1;
        if (refusal.isEmpty() && session != null) {
            on.session = session;
            session.connection().ifPresent(old -> old.close(4000, "Resumed elsewhere."));
            replayed = session.resume(on, seq);
        }
        resumes.add(new Resume(on.number, id, seq, replayed));
        return refusal;
    }

    private Optional<Refusal> refusal(@Nullable GatewaySession session, long seq, String token) {
        if (!token.equals(world.me.token())) {
            return Optional.of(new Refusal.Close(CloseCode.AUTHENTICATION_FAILED));
        }
        if (session == null || !session.keeps(seq)) {
            return Optional.of(new Refusal.Invalid());
        }
        boolean known = seq <= session.seq();
        return known ? Optional.empty() : Optional.of(new Refusal.Close(CloseCode.INVALID_SEQ));
    }
}
