package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Something that Slack tells the app, with each attempt to do so. Safe for use by many threads. */
public final class Delivery {
    /** What is told. */
    public enum Kind {
        EVENT("events_api", false),
        INTERACTION("interactive", true),
        COMMAND("slash_commands", true);

        private final String envelope;
        private final boolean answers;

        Kind(String envelope, boolean answers) {
            this.envelope = envelope;
            this.answers = answers;
        }

        String envelope() {
            return envelope;
        }

        boolean answers() {
            return answers;
        }
    }

    /**
     * One attempt.
     *
     * @param connection the number of the connection, from 1; 0 by HTTP
     * @param sentAt by {@link System#nanoTime}
     */
    record Attempt(int connection, long sentAt) {}

    /**
     * An answer that came.
     *
     * @param connection on which it came, from 1; 0 by HTTP
     * @param delay since the attempt before it
     * @param payload what the app answered beside the fact; a missing node when nothing
     */
    public record Ack(int connection, Duration delay, JsonNode payload) {}

    private final Kind kind;
    private final String envelopeId;
    private final JsonNode payload;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Ack> acks = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private String reason = "timeout";
    private int failures;

    Delivery(Kind kind, String envelopeId, JsonNode payload) {
        this.kind = kind;
        this.envelopeId = envelopeId;
        this.payload = payload;
    }

    public Kind kind() {
        return kind;
    }

    public String envelopeId() {
        return envelopeId;
    }

    /** The event callback, the interaction's payload, or the fields of the command. */
    public JsonNode payload() {
        return payload;
    }

    /** Empty for what is no event. */
    public String eventId() {
        return payload.path("event_id").asText();
    }

    /** Such as {@code app_mention}, {@code message/message_changed}, {@code block_actions}. */
    public String type() {
        JsonNode inner = kind == Kind.EVENT ? payload.path("event") : payload;
        String subtype = inner.path("subtype").asText();
        String type = kind == Kind.COMMAND ? "command" : inner.path("type").asText();
        return subtype.isEmpty() ? type : type + "/" + subtype;
    }

    /** How often Slack has sent it. */
    public synchronized int attempts() {
        return attempts.size();
    }

    public synchronized boolean acknowledged() {
        return !acks.isEmpty();
    }

    /** All answers, also those to redeliveries; oldest first. */
    public synchronized List<Ack> acks() {
        return List.copyOf(acks);
    }

    /** The first answer; fails when there is none yet. */
    public Ack ack() {
        return acks().getFirst();
    }

    synchronized int attempt(int connection) {
        attempts.add(new Attempt(connection, System.nanoTime()));
        return attempts.size();
    }

    synchronized void acknowledge(int connection, JsonNode answer) {
        long since = attempts.isEmpty() ? System.nanoTime() : attempts.getLast().sentAt();
        Duration delay = Duration.ofNanos(System.nanoTime() - since);
        acks.add(new Ack(connection, delay, answer));
    }

    /** Counts one more attempt that nobody answered in time. */
    synchronized int fail() {
        return ++failures;
    }

    /** The HTTP statuses that the app answered with, oldest first. */
    public synchronized List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    synchronized void answered(int status) {
        statuses.add(status);
    }

    synchronized void failedBecause(String why) {
        reason = why;
    }

    /** Why it is told again. */
    synchronized String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return type() + " " + eventId() + " sent " + attempts() + " times, acks " + acks().size();
    }
}
