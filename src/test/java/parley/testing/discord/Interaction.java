package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that somebody did and the bot answers: a command, a button, typing in an option, a
 * modal. Safe for use by many threads.
 */
public final class Interaction {
    /** For the first answer; after it people read that the application did not respond. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** For everything that follows. */
    static final Duration LIFE = Duration.ofMinutes(15);

    /** A proposal while somebody types. */
    public record Choice(String name, String value) {}

    final long id;
    final String token;
    final InteractionKind kind;
    final Person who;
    final Channel where;
    final ObjectNode payload;

    /** Under which the used component stands. */
    Optional<Post> message = Optional.empty();

    /** Which opened the modal. */
    Optional<Interaction> opener = Optional.empty();

    // The answer
    Optional<Callback> answer = Optional.empty();
    Optional<Post> original = Optional.empty();
    Optional<JsonNode> modal = Optional.empty();
    List<Choice> choices = List.of();
    final List<Post> followUps = new ArrayList<>();

    private final World world;
    private final long since;

    Interaction(
            World world,
            long id,
            String token,
            InteractionKind kind,
            Person who,
            Channel where,
            ObjectNode payload) {
        this.world = world;
        this.id = id;
        this.token = token;
        this.kind = kind;
        this.who = who;
        this.where = where;
        this.payload = payload;
        this.since = world.clock.nanos();
    }

    boolean within(Duration time) {
        return world.clock.nanos() - since <= time.toNanos();
    }

    /** The messages that answer it and are there still, also those that one person sees. */
    Stream<Post> posts() {
        return Stream.concat(original.stream(), followUps.stream());
    }

    /** What {@code @original} stands for: the first answer, or the message that it changes. */
    Optional<Post> target() {
        boolean changes = answer.filter(Callback::needsMessage).isPresent();
        return changes ? message : original;
    }

    /** As people typed it, such as {@code parley status}. */
    String commandName() {
        JsonNode data = payload.path("data");
        JsonNode first = data.path("options").path(0);
        String below = first.path("type").asInt() == 1 ? " " + first.path("name").asText() : "";
        return data.path("name").asText() + below;
    }

    public long id() {
        return id;
    }

    /** As the bot is told of it. */
    public JsonNode payload() {
        return payload.deepCopy();
    }

    /** Whether the bot answered in time. */
    public boolean acknowledged() {
        return world.watch.read(answer::isPresent);
    }

    /** Whether the person reads that the application did not respond. */
    public boolean failed() {
        return world.watch.read(() -> answer.isEmpty() && !within(PATIENCE));
    }

    /** Whether the person still sees that the bot thinks. */
    public boolean thinking() {
        return world.watch.read(
                () -> original.filter(post -> post.has(Post.LOADING)).isPresent() && within(LIFE));
    }

    /** The first answer. */
    public Optional<Callback> answer() {
        return world.watch.read(() -> answer);
    }

    /** The modal that the bot opened. */
    public Optional<JsonNode> modal() {
        return world.watch.read(() -> modal);
    }

    /** What the bot proposes to who types. */
    public List<Choice> choices() {
        return world.watch.read(() -> choices);
    }

    /** All answers as who caused them sees them, oldest first. */
    public List<ShownMessage> messages() {
        return world.watch.read(
                () -> posts().filter(post -> !post.has(Post.LOADING)).map(Screen::shown).toList());
    }

    /** The texts of all answers, oldest first. */
    public List<String> texts() {
        return texts(true, true);
    }

    /** Of those that the person alone sees. */
    public List<String> privateTexts() {
        return texts(true, false);
    }

    /** Of those that everybody sees. */
    public List<String> publicTexts() {
        return texts(false, true);
    }

    private List<String> texts(boolean hidden, boolean open) {
        return world.watch.read(() ->
                posts().filter(post -> post.has(Post.EPHEMERAL) ? hidden : open)
                        .filter(post -> !post.has(Post.LOADING))
                        .map(post -> post.content)
                        .toList());
    }

    @Override
    public String toString() {
        return kind + " by " + who.name() + ", answered " + answer() + " " + texts();
    }
}
