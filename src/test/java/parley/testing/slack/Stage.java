package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people see beside messages: statuses, titles, suggested prompts, sessions, ephemeral
 * messages. Guarded by the watch.
 */
final class Stage {
    /** docs.slack.dev/reference/methods/assistant.threads.setStatus */
    private static final long STATUS_LASTS = Duration.ofMinutes(2).toNanos();

    private final SlackClock clock;
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    final List<Status> allStatuses = new ArrayList<>();
    final Map<String, String> titles = new LinkedHashMap<>();
    final Map<String, String> sessions = new LinkedHashMap<>();
    final Map<String, List<JsonNode>> prompts = new LinkedHashMap<>();
    final List<Ephemeral> ephemerals = new ArrayList<>();

    /** A line beside a thread; an empty text is none. */
    record Status(String channel, String threadTs, String text, List<String> loading, long since) {}

    Stage(SlackClock clock) {
        this.clock = clock;
    }

    static String key(String channel, String threadTs) {
        return channel + "/" + threadTs;
    }

    void status(String channel, String threadTs, String text, List<String> loading) {
        Status status = new Status(channel, threadTs, text, loading, clock.nanos());
        statuses.put(key(channel, threadTs), status);
        allStatuses.add(status);
    }

    /** A message by the bot takes the status away. */
    void clearStatus(String channel, String threadTs) {
        statuses.remove(key(channel, threadTs));
    }

    void ephemeral(
            String user, String channel, Optional<String> thread, String ts, Content content) {
        ephemerals.add(
                new Ephemeral(
                        user,
                        channel,
                        thread,
                        ts,
                        content.visible(),
                        BlockText.buttons(content.blocks()),
                        content.blocks()));
    }

    /** Whether there was one. */
    boolean replaceEphemeral(String ts, Content content) {
        Optional<Ephemeral> old = ephemeral(ts);
        removeEphemeral(ts);
        old.ifPresent(one -> ephemeral(one.user(), one.channel(), one.threadTs(), ts, content));
        return old.isPresent();
    }

    boolean removeEphemeral(String ts) {
        return ephemerals.removeIf(one -> one.ts().equals(ts));
    }

    Optional<Ephemeral> ephemeral(String ts) {
        return ephemerals.stream().filter(one -> one.ts().equals(ts)).findFirst();
    }

    Optional<Status> status(String channel, String threadTs) {
        return Optional.ofNullable(statuses.get(key(channel, threadTs)))
                .filter(status -> !status.text.isEmpty())
                .filter(status -> clock.nanos() - status.since < STATUS_LASTS);
    }
}
