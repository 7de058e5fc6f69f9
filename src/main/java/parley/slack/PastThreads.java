package parley.slack;

import com.slack.api.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.adapter.CatchUp;
import parley.adapter.Finds;
import parley.adapter.Search;
import parley.chat.ChannelId;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;

/**
 * Reads one conversation of Slack's for what was missed there: what was said, what is changed, and
 * what is gone of what the store knows. A history holds the roots of threads only, and tells of
 * each when somebody wrote there last; threads older than it reaches back are looked at where the
 * store knows them. For one search.
 */
final class PastThreads implements Search.Reader<String> {
    /** How old the root of a thread may be in which somebody went on. */
    private static final Duration OLDEST_ROOT = Duration.ofDays(7);

    /** Of those that a history does not show. */
    private static final int MOST_OLD = 20;

    private static final String DELETED_ROOT = "tombstone";

    /** What was asked by a window stands there as the bot's own line, or nowhere. */
    private static final String BY_WINDOW = "ask.";

    private final PastReader reader;
    private final WorkspaceId workspace;
    private final Whereabouts whereabouts;
    private final Recall recall;
    private final InstantSource clock;

    PastThreads(
            PastReader reader,
            WorkspaceId workspace,
            Whereabouts whereabouts,
            Recall recall,
            InstantSource clock) {
        this.reader = reader;
        this.workspace = workspace;
        this.whereabouts = whereabouts;
        this.recall = recall;
        this.clock = clock;
    }

    @Override
    public Search.Reading read(String channel, Instant from, Finds finds) {
        return new Room(channel, from, finds).read();
    }

    /** One conversation. */
    private final class Room {
        private final String channel;
        private final Instant from;
        private final String start;
        private final Finds finds;
        private final ChannelId place;
        private final List<Whereabouts.Known> known;
        private boolean whole = true;

        private Room(String channel, Instant from, Finds finds) {
            this.channel = channel;
            this.from = from;
            this.start = SlackTime.of(from);
            this.finds = finds;
            place = new ChannelId(workspace, channel);
            known = known();
        }

        /** Looked up before anything is read, and not what was heard just now: pages may lag. */
        private List<Whereabouts.Known> known() {
            return whereabouts.said(place, from, clock.instant().minus(CatchUp.MARGIN)).stream()
                    .filter(it -> SlackTime.instant(it.message().value()).isPresent())
                    .filter(it -> it.message().value().compareTo(start) > 0)
                    .filter(it ->
                            it.event().filter(id -> id.value().startsWith(BY_WINDOW)).isEmpty())
                    .toList();
        }

        private Search.Reading read() {
            PastPages roots = reader.roots(channel, from.minus(OLDEST_ROOT), from);
            switch (roots.how()) {
                case REFUSED -> {
                    return Search.Reading.REFUSED;
                }
                case LOST -> {
                    return Search.Reading.LOST;
                }
                case PART -> whole = false;
                case WHOLE -> {}
            }
            List<Message> sorted = sorted(roots.messages());
            Set<String> threads = new LinkedHashSet<>();
            for (Message message : sorted) {
                hand(message);
                if (after(message.getLatestReply()) || isReply(message)) {
                    threads.add(root(message));
                    thread(root(message));
                }
            }
            others(sorted, threads).forEach(this::thread);
            forgetRoots(sorted);
            return whole ? Search.Reading.WHOLE : Search.Reading.PART;
        }

        /** Threads whose roots are not shown, or that have lost all of their replies. */
        private Set<String> others(List<Message> roots, Set<String> done) {
            Set<String> shown = new HashSet<>();
            roots.forEach(message -> shown.add(message.getTs()));
            Set<String> others = new LinkedHashSet<>();
            whereabouts.alive(place, from.minus(OLDEST_ROOT), MOST_OLD).stream()
                    .map(thread -> thread.root())
                    .filter(root -> !shown.contains(root))
                    .forEach(others::add);
            known.stream()
                    .filter(it -> !isRoot(it))
                    .map(it -> it.thread().root())
                    .forEach(others::add);
            others.removeAll(done);
            return others;
        }

        private void thread(String root) {
            if (finds.closed()) {
                whole = false;
                return;
            }
            PastPages pages = reader.thread(channel, root, from);
            switch (pages.how()) {
                case WHOLE -> {
                    List<Message> sorted = sorted(pages.messages());
                    sorted.stream().filter(it -> !root.equals(it.getTs())).forEach(this::hand);
                    forget(sorted, it -> !isRoot(it) && it.thread().root().equals(root));
                }
                case PART -> {
                    sorted(pages.messages()).stream()
                            .filter(it -> !root.equals(it.getTs()))
                            .forEach(this::hand);
                    whole = false;
                }
                case REFUSED -> {}
                case LOST -> whole = false;
            }
        }

        private void hand(Message message) {
            if (after(message.getTs())) {
                SlackTime.instant(message.getTs())
                        .ifPresent(made -> {
                            var _ =
                                    finds.hand(
                                            made,
                                            () -> recall.take(channel, message),
                                            () -> recall.decline(channel, message));
                        });
            }
        }

        /** Where they were not read back to the start, only what is younger than the oldest. */
        private void forgetRoots(List<Message> roots) {
            if (whole || !roots.isEmpty()) {
                String oldest = whole ? start : roots.getFirst().getTs();
                forget(roots, it -> isRoot(it) && it.message().value().compareTo(oldest) > 0);
            }
        }

        private void forget(
                List<Message> there, java.util.function.Predicate<Whereabouts.Known> meant) {
            Set<String> standing = new HashSet<>();
            there.stream()
                    .filter(it -> !Speakers.subtype(it).equals(DELETED_ROOT))
                    .forEach(it -> standing.add(it.getTs()));
            for (Whereabouts.Known message : known) {
                boolean gone = meant.test(message) && !standing.contains(message.message().value());
                if (gone && !finds.closed()) {
                    recall.gone(message);
                }
            }
        }

        private boolean after(@org.jspecify.annotations.Nullable String ts) {
            return ts != null && ts.compareTo(start) > 0;
        }
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
