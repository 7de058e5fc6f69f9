package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Backoff;

/**
 * Sees to it that Discord offers the commands of {@link CommandCatalog}: asks which are registered,
 * and only where they differ puts ours in their place, all in one call, because Discord lets few
 * through and then none for minutes. What fails is tried again much later; nothing waits for it.
 * Safe for use by many threads.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands">Bulk
 *     overwrite</a>
 */
final class CommandRegistration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

    /** Each creation counts: 200 a day. */
    static final Duration MUCH_LATER = Duration.ofMinutes(30);

    /** What was lost on its way may go through at once. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final DiscordRest rest;
    private final String path;
    private final JsonNode wanted = CommandShape.wire(CommandCatalog.all());
    private final Duration pause;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param pause the longest before what failed is tried again, and that after a refusal, if
     *     Discord asks for none that is longer
     */
    CommandRegistration(DiscordRest rest, long application, Duration pause) {
        this.rest = rest;
        this.path = "applications/" + Long.toUnsignedString(application) + "/commands";
        this.pause = pause;
    }

    /** Returns at once; begins only once. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofVirtual().name("discord commands").start(this::keepTrying);
        }
    }

    private void keepTrying() {
        Duration first = SOON.compareTo(pause) < 0 ? SOON : pause;
        var backoff = new Backoff(first, pause, Math::random);
        try {
            Optional<Fault> fault = register();
            if (closed.getCount() > 0) {
                fault.ifPresent(this::tell);
            }
            while (fault.isPresent()
                    && !closed.await(wait(fault.get(), backoff), TimeUnit.MILLISECONDS)) {
                fault = register();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Fault fault) {
        LOG.warn(
                "Discord's list of my commands could not be renewed: {}. It is tried again{}; until"
                        + " then people see the commands of before.",
                fault.words(),
                fault.passing() ? "" : " within " + pause.toMinutes() + " minutes");
    }

    private static long wait(Fault fault, Backoff backoff) {
        Duration pause =
                fault.passing() ? backoff.afterFailure(fault.retryAfter()) : backoff.slowly();
        return pause.toMillis();
    }

    private Optional<Fault> register() {
        Outcome<JsonNode> registered = rest.get(path + "?with_localizations=true");
        if (registered instanceof Outcome.Done<JsonNode>(JsonNode commands)) {
            return CommandShape.same(commands, wanted)
                    ? Optional.empty()
                    : overwrite(commands.size());
        }
        return fault(registered);
    }

    private Optional<Fault> overwrite(int former) {
        Outcome<JsonNode> written = rest.send("PUT", path, wanted.toString());
        if (written instanceof Outcome.Done<JsonNode>) {
            LOG.info("Discord now offers {} commands of mine instead of {}", wanted.size(), former);
        }
        return fault(written);
    }

    private static Optional<Fault> fault(Outcome<JsonNode> outcome) {
        return switch (outcome) {
            case Outcome.Done<JsonNode> _ -> Optional.empty();
            case Outcome.Refused<JsonNode>(int status, int code, String words) ->
                    Optional.of(
                            new Fault(
                                    "Discord refused with " + status + " " + code + ", " + words,
                                    false,
                                    Duration.ZERO));
            case Outcome.Limited<JsonNode>(Duration after, boolean _) ->
                    Optional.of(new Fault("too many of such calls", true, after));
            case Outcome.Lost<JsonNode>(String reason) ->
                    Optional.of(new Fault(reason, true, Duration.ZERO));
        };
    }

    /** Nothing is tried any more. */
    @Override
    public void close() {
        closed.countDown();
    }

    /**
     * Why nothing came of it.
     *
     * @param passing whether it may go through soon
     */
    private record Fault(String words, boolean passing, Duration retryAfter) {}
}
