package parley.testing.discord;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import parley.chat.Ticker;

/**
 * A loopback server of Discord's protocol with guilds, one installed app, and people who act by
 * script. It answers as Discord would, and remembers in {@link #violations} what a correct bot
 * never does. Safe for use by many threads.
 */
public final class FakeDiscord implements AutoCloseable {
    private final Parts parts;
    private final World world;

    private FakeDiscord(Ticker ticker) {
        parts = new Parts(new DiscordClock(ticker, Instant.now()));
        world = parts.world;
    }

    public static FakeDiscord start() {
        return start(System::nanoTime);
    }

    /** With its own time for limits, ages and ids; deliveries run in real time. */
    public static FakeDiscord start(Ticker ticker) {
        return new FakeDiscord(ticker);
    }

    /** The address of the REST API, with a slash at its end. */
    public String apiUrl() {
        return world.url() + RestDoor.PATH;
    }

    public String botToken() {
        return world.me.token();
    }

    public long botId() {
        return world.me.bot().id();
    }

    public long applicationId() {
        return world.me.application();
    }

    /** How the bot is mentioned in a text. */
    public String mention() {
        return "<@" + botId() + ">";
    }

    // What the bot did

    /** Every call of the REST API so far. */
    public List<Call> calls() {
        return parts.rest.calls();
    }

    /** Every call of the route so far, such as {@code "POST", "channels/{c}/messages"}. */
    public List<Call> calls(String method, String template) {
        return calls().stream().filter(call -> Faults.isOf(call, method, template)).toList();
    }

    /** What a correct bot never does. */
    public List<Violation> violations() {
        return world.watch.read(() -> List.copyOf(world.violations));
    }

    /** Calls refused with 429 because the bot went over a limit. */
    public List<Call> rateLimited() {
        return parts.rest.limited();
    }

    /** Whom the bot's messages woke. */
    public List<Notice> notified() {
        return world.watch.read(() -> List.copyOf(world.notices));
    }

    // What goes wrong

    public Faults faults() {
        return parts.rest.faults();
    }

    // Waiting

    /** Waits until that holds, at most 20 seconds. */
    public void await(String what, BooleanSupplier condition) {
        world.watch.await(what, condition, () -> "violations " + violations());
    }

    @Override
    public void close() {
        parts.close();
    }
}
