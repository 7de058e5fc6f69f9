package parley.slack;

import com.slack.api.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.adapter.CatchUp;
import parley.adapter.Finds;
import parley.adapter.Found;
import parley.adapter.Search;
import parley.chat.ThreadId;
import parley.chat.Whereabouts;

/**
 * One conversation in one search: what was said there, what is changed, and what is gone of what
 * the store knows. A history holds the roots of threads only, and tells of each when somebody wrote
 * there last; threads older than it reaches back are looked at where the store knows them. Where
 * there may be others, it is not read to the end. For one thread.
 */
final class PastRoom {
    /** How old the root of a thread may be in which somebody went on. */
    static final Duration OLDEST_ROOT = Duration.ofDays(7);

    /** Of the threads that a history does not show. */
    static final int MOST_OLD = 20;

    private static final String DELETED_ROOT = "tombstone";

    private final PastReader reader;
    private final Recall recall;
    private final Finds finds;
    private final String channel;
    private final Instant from;
    private final String start;
    private final Instant settled;
    private final Instant latest;
    private final Map<String, Whereabouts.Known> known = new HashMap<>();
    private boolean whole = true;

    /**
     * @param now what is little older may not be in a history yet
     * @param known of the conversation, from that moment on
     */
    PastRoom(
            PastReader reader,
            Recall recall,
            Finds finds,
            String channel,
            Instant from,
            Instant now,
            List<Whereabouts.Known> known) {
        this.reader = reader;
        this.recall = recall;
        this.finds = finds;
        this.channel = channel;
        this.from = from;
        this.start = SlackTime.of(from);
        this.settled = now.minus(CatchUp.MARGIN);
        this.latest = now.plus(CatchUp.MARGIN);
        known.forEach(message -> this.known.put(message.message().value(), message));
    }

    /**
     * @param alive gives so many threads of the conversation that the store knows, the liveliest
     *     first
     */
    Search.Reading read(IntFunction<List<ThreadId>> alive) {
        PastPages roots = reader.roots(channel, from.minus(OLDEST_ROOT), from, latest);
        return switch (roots.how()) {
            case REFUSED, GONE -> Search.Reading.REFUSED;
            case LOST -> Search.Reading.LOST;
            case PART -> {
                whole = false;
                read(sorted(roots.messages()), alive, false);
                yield Search.Reading.PART;
            }
            case WHOLE -> {
                read(sorted(roots.messages()), alive, true);
                yield whole ? Search.Reading.WHOLE : Search.Reading.PART;
            }
        };
    }

    private void read(List<Message> roots, IntFunction<List<ThreadId>> alive, boolean all) {
        Set<String> threads = new LinkedHashSet<>();
        for (Message message : roots) {
            hand(message);
            if (after(message.getLatestReply()) || isReply(message)) {
                readOnce(root(message), threads);
            }
        }
        Set<String> shown = new HashSet<>(threads);
        roots.forEach(message -> shown.add(message.getTs()));
        old(shown, alive).forEach(root -> readOnce(root, threads));
        // These may have lost all of their replies.
        known.values().stream()
                .filter(it -> !isRoot(it))
                .forEach(it -> readOnce(it.thread().root(), threads));
        // Where they were not read back to the start, only what is younger than the oldest is gone.
        if (all || !roots.isEmpty()) {
            String oldest = all ? start : roots.getFirst().getTs();
            forget(roots, it -> isRoot(it) && it.message().value().compareTo(oldest) > 0);
        }
    }

    private void readOnce(String root, Set<String> threads) {
        if (threads.add(root)) {
            thread(root);
        }
    }

    /** Threads whose roots are not shown. */
    private List<String> old(Set<String> shown, IntFunction<List<ThreadId>> alive) {
        List<String> old =
                alive.apply(shown.size() + MOST_OLD + 1).stream()
                        .map(ThreadId::root)
                        .filter(root -> !shown.contains(root))
                        .toList();
        whole &= old.size() <= MOST_OLD;
        return old.stream().limit(MOST_OLD).toList();
    }

    private void thread(String root) {
        if (finds.closed()) {
            whole = false;
            return;
        }
        PastPages pages = reader.thread(channel, root, from);
        List<Message> messages = sorted(pages.messages());
        messages.stream().filter(it -> !root.equals(it.getTs())).forEach(this::hand);
        switch (pages.how()) {
            case WHOLE -> forget(messages, it -> !isRoot(it) && it.thread().root().equals(root));
            case PART, LOST, REFUSED -> whole = false;
            case GONE -> {} // Its root tells of that.
        }
    }

    private void hand(Message message) {
        if (after(message.getTs()) && stands(message)) {
            SlackTime.instant(message.getTs()).ifPresent(made -> hand(message, made));
        }
    }

    private void hand(Message message, Instant made) {
        Found found =
                finds.hand(
                        made,
                        () -> recall.take(channel, message),
                        () -> recall.decline(channel, message));
        if (found != Found.QUESTION && known.containsKey(message.getTs()) && !finds.closed()) {
            recall.changed(channel, message);
        }
    }

    private void forget(List<Message> there, Predicate<Whereabouts.Known> meant) {
        Set<String> standing = new HashSet<>();
        there.stream().filter(PastRoom::stands).forEach(it -> standing.add(it.getTs()));
        known.values().stream()
                .filter(meant)
                .filter(it -> it.at().isBefore(settled))
                .filter(it -> !standing.contains(it.message().value()) && !finds.closed())
                .forEach(recall::gone);
    }

    private boolean after(@Nullable String ts) {
        return ts != null && ts.compareTo(start) > 0;
    }

    /** Of a root that is deleted before its replies, something remains. */
    private static boolean stands(Message message) {
        return !Speakers.subtype(message).equals(DELETED_ROOT);
    }

    private static boolean isRoot(Whereabouts.Known it) {
        return it.thread().root().equals(it.message().value());
    }

    /** A reply that was sent to the channel too. */
    private static boolean isReply(Message message) {
        return message.getThreadTs() != null && !message.getThreadTs().equals(message.getTs());
    }

    private static String root(Message message) {
        return Optional.ofNullable(message.getThreadTs()).orElse(message.getTs());
    }

    /** Oldest first; without what has no time. */
    private static List<Message> sorted(List<Message> messages) {
        List<Message> sorted = new ArrayList<>();
        messages.stream().filter(it -> SlackIds.valid(it.getTs())).forEach(sorted::add);
        sorted.sort(Comparator.comparing(Message::getTs));
        return sorted;
    }
}
