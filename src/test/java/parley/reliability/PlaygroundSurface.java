package parley.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import parley.testing.PlaygroundClient;
import parley.testing.PlaygroundClient.Shown;
import parley.testing.Tap;

/**
 * The program's own playground, used as its page does: what gets no answer is sent again under the
 * same id, to the program that is there by then. A page that cannot be read shows nothing.
 */
public final class PlaygroundSurface implements Surface {
    private static final List<String> CHANNELS =
            List.of("general", "engineering", "writing", "incidents");
    private static final String ADA = "ada";
    private static final String EVENT = "event: ";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile Tap tap = Tap.NONE;
    private volatile Optional<PlaygroundClient> page = Optional.empty();

    /** The page as it is open now. */
    Optional<PlaygroundClient> page() {
        return page;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("PARLEY_PLAYGROUND", "on");
    }

    @Override
    public void opened(String address) {
        close();
        try {
            page = Optional.of(new PlaygroundClient(address, this::hear));
        } catch (UncheckedIOException e) {
            // It is gone again; the next one will tell.
        }
    }

    @Override
    public void died() {
        close();
    }

    @Override
    public void tap(Tap listener) {
        tap = listener;
    }

    /** Whatever the page is told it does not answer: that it is told is all that can be lost. */
    private void hear(String line) {
        if (line.startsWith(EVENT)) {
            Tap.Fate _ = tap.asked(line.substring(EVENT.length()));
        }
    }

    @Override
    public boolean ready() {
        return page.isPresent();
    }

    @Override
    public int channels() {
        return CHANNELS.size();
    }

    @Override
    public String ask(Exchange exchange) {
        String channel = CHANNELS.get(turn.getAndIncrement() % CHANNELS.size());
        say(channel, "", exchange);
        return handle(channel, exchange);
    }

    /** That of a question which somebody asks at the top of the channel, under its own id. */
    public static String handle(String channel, Exchange exchange) {
        return new Spot(channel, exchange.id(), exchange.id()).handle();
    }

    @Override
    public String ask(Exchange exchange, String earlier) {
        Spot spot = Spot.of(earlier);
        say(spot.channel(), spot.root(), exchange);
        return spot.then(exchange.id()).handle();
    }

    private void say(String channel, String root, Exchange exchange) {
        await("taken", PATIENCE, () -> taken(channel, root, exchange));
    }

    private boolean taken(String channel, String root, Exchange exchange) {
        boolean taken =
                tell("question", it -> it.say(channel, root, ADA, exchange.words(), exchange.id()))
                        .filter(said -> said.path("message").hasNonNull("id"))
                        .isPresent();
        refusals.addAndGet(taken ? 0 : 1);
        return taken;
    }

    @Override
    public int toldAgain() {
        return refusals.get();
    }

    /** Pressed once; what becomes of it if the program is just going is not known. */
    @Override
    public void press(String question, String button) {
        Spot spot = Spot.of(question);
        String pressed = shown(spot).getLast().turn();
        Optional<JsonNode> _ =
                tell("press", it -> it.press(spot.channel(), spot.root(), pressed, ADA, button));
    }

    /** What it answered, if that is known. */
    private Optional<JsonNode> tell(String what, Function<PlaygroundClient, JsonNode> how) {
        PlaygroundClient to = page.orElse(null);
        if (to == null || !tap.tells(what)) {
            return Optional.empty();
        }
        try {
            JsonNode answer = how.apply(to);
            tap.told(what);
            return Optional.of(answer);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean signed(String question) {
        return !shown(Spot.of(question)).isEmpty();
    }

    @Override
    public String status(String question) {
        Spot spot = Spot.of(question);
        String path = "api/channels/" + spot.channel() + "/threads/" + spot.root();
        return page.map(it -> it.get(path).path("status").asText()).orElse("");
    }

    @Override
    public List<Answer> answers(String question) {
        return Answer.of(shown(Spot.of(question)).stream().map(PlaygroundSurface::part).toList());
    }

    /** The bot's messages between the question and the next one in its thread. */
    private List<Shown> shown(Spot spot) {
        List<Shown> found = new ArrayList<>();
        boolean after = false;
        for (Shown message : thread(spot)) {
            if (!message.author().isEmpty()) {
                after = message.id().equals(spot.message());
            } else if (after && message.byBot()) {
                found.add(message);
            }
        }
        return found;
    }

    private List<Shown> thread(Spot spot) {
        try {
            return page.map(it -> it.thread(spot.channel(), spot.root())).orElse(List.of());
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }

    private static Answer.Part part(Shown message) {
        List<String> buttons = message.buttons();
        return new Answer.Part(
                Optional.of(message.id()),
                message.text(),
                List.of(message.note(), message.footer()),
                !message.settled(),
                !buttons.isEmpty() && !buttons.contains("stop"));
    }

    @Override
    public void await(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                throw new AssertionError("never came: " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public List<String> overLimit() {
        return List.of();
    }

    @Override
    public int pings() {
        return 0;
    }

    @Override
    public List<?> violations() {
        return List.of();
    }

    @Override
    public String calls() {
        return "none";
    }

    @Override
    public Duration window() {
        return Duration.ZERO;
    }

    @Override
    public void close() {
        page.ifPresent(PlaygroundClient::close);
        page = Optional.empty();
    }
}
