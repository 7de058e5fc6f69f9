package parley.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.WorkspaceId;

/**
 * Threads that wait for a turn: workspaces take turns, in each its channels, in each the threads in
 * order of arrival. So a noisy channel delays its own people only. Not safe for use by many
 * threads.
 */
final class FairQueue {
    private final Map<WorkspaceId, Map<ChannelId, Deque<ThreadId>>> workspaces =
            new LinkedHashMap<>();

    /** Since when each waits, the longest waiting first. */
    private final Map<ThreadId, Long> members = new LinkedHashMap<>();

    private final Ticker ticker;

    FairQueue(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Adds the thread unless it waits already. */
    boolean offer(ThreadId thread) {
        if (members.putIfAbsent(thread, ticker.nanos()) != null) {
            return false;
        }
        ChannelId channel = thread.channel();
        workspaces
                .computeIfAbsent(channel.workspace(), absent -> new LinkedHashMap<>())
                .computeIfAbsent(channel, absent -> new ArrayDeque<>())
                .add(thread);
        return true;
    }

    /** Takes the thread whose turn it is. */
    Optional<ThreadId> poll() {
        return poll(_ -> true);
    }

    /** Takes the thread whose turn it is of those on such platforms; the others keep theirs. */
    Optional<ThreadId> poll(Predicate<Platform> may) {
        return workspaces.keySet().stream()
                .filter(workspace -> may.test(workspace.platform()))
                .findFirst()
                .map(this::take);
    }

    private ThreadId take(WorkspaceId id) {
        var workspace = Map.entry(id, Objects.requireNonNull(workspaces.remove(id)));
        var channel = takeFirst(workspace.getValue());
        ThreadId thread = channel.getValue().remove();
        members.remove(thread);
        if (!channel.getValue().isEmpty()) {
            workspace.getValue().put(channel.getKey(), channel.getValue());
        }
        if (!workspace.getValue().isEmpty()) {
            workspaces.put(workspace.getKey(), workspace.getValue());
        }
        return thread;
    }

    private static <K, V> Map.Entry<K, V> takeFirst(Map<K, V> ring) {
        Iterator<Map.Entry<K, V>> entries = ring.entrySet().iterator();
        Map.Entry<K, V> next = entries.next();
        Map.Entry<K, V> first = Map.entry(next.getKey(), next.getValue());
        entries.remove();
        return first;
    }

    /** The threads in the order in which they will be taken if none is added. */
    List<ThreadId> order() {
        return order(size());
    }

    /** The first of them. */
    List<ThreadId> order(int most) {
        Deque<Deque<Iterator<ThreadId>>> rings = new ArrayDeque<>();
        for (var channels : workspaces.values()) {
            Deque<Iterator<ThreadId>> ring = new ArrayDeque<>();
            channels.values().forEach(threads -> ring.add(threads.iterator()));
            rings.add(ring);
        }
        List<ThreadId> order = new ArrayList<>();
        while (order.size() < most && !rings.isEmpty()) {
            Deque<Iterator<ThreadId>> ring = rings.remove();
            order.add(next(ring));
            if (!ring.isEmpty()) {
                rings.add(ring);
            }
        }
        return order;
    }

    private static ThreadId next(Deque<Iterator<ThreadId>> ring) {
        Iterator<ThreadId> channel = ring.remove();
        ThreadId thread = channel.next();
        if (channel.hasNext()) {
            ring.add(channel);
        }
        return thread;
    }

    /** How many threads are taken before this one, plus one; empty when it does not wait. */
    OptionalInt place(ThreadId thread) {
        if (!members.containsKey(thread)) {
            return OptionalInt.empty();
        }
        ChannelId channel = thread.channel();
        WorkspaceId workspace = channel.workspace();
        var channels = Objects.requireNonNull(workspaces.get(workspace));
        int inChannel = index(Objects.requireNonNull(channels.get(channel)), thread);
        int inWorkspace = before(channels, channel, inChannel, Deque::size);
        return OptionalInt.of(1 + before(workspaces, workspace, inWorkspace, FairQueue::waiting));
    }

    /** What a ring hands out before the so many-th, counted from 0, of one of its members. */
    private static <K, V> int before(Map<K, V> ring, K member, int index, ToIntFunction<V> size) {
        int before = index;
        int rounds = index + 1;
        for (Map.Entry<K, V> other : ring.entrySet()) {
            if (other.getKey().equals(member)) {
                rounds = index;
            } else {
                before += Math.min(rounds, size.applyAsInt(other.getValue()));
            }
        }
        return before;
    }

    private static int waiting(Map<ChannelId, Deque<ThreadId>> channels) {
        return channels.values().stream().mapToInt(Deque::size).sum();
    }

    private static int index(Deque<ThreadId> threads, ThreadId wanted) {
        int index = 0;
        for (ThreadId thread : threads) {
            if (thread.equals(wanted)) {
                return index;
            }
            index++;
        }
        throw new IllegalStateException(wanted + " does not wait");
    }

    /** How long the thread has waited that has done so the longest. */
    Duration longestWait() {
        return members.values().stream()
                .findFirst()
                .map(since -> Duration.ofNanos(ticker.nanos() - since))
                .orElse(Duration.ZERO);
    }

    int size() {
        return members.size();
    }
}
