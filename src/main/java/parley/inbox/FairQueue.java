package parley.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/**
 * Threads that wait for a turn: workspaces take turns, in each its channels, in each the threads in
 * order of arrival. So a noisy channel delays its own people only. Not safe for use by many
 * threads.
 */
final class FairQueue {
    private final Map<WorkspaceId, Map<ChannelId, Deque<ThreadId>>> workspaces =
            new LinkedHashMap<>();
    private final Set<ThreadId> members = new HashSet<>();

    /** Adds the thread unless it waits already. */
    boolean offer(ThreadId thread) {
        if (!members.add(thread)) {
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
        if (members.isEmpty()) {
            return Optional.empty();
        }
        var workspace = takeFirst(workspaces);
        var channel = takeFirst(workspace.getValue());
        ThreadId thread = channel.getValue().remove();
        members.remove(thread);
        if (!channel.getValue().isEmpty()) {
            workspace.getValue().put(channel.getKey(), channel.getValue());
        }
        if (!workspace.getValue().isEmpty()) {
            workspaces.put(workspace.getKey(), workspace.getValue());
        }
        return Optional.of(thread);
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
        FairQueue copy = new FairQueue();
        workspaces.values().stream()
                .flatMap(channels -> channels.values().stream())
                .flatMap(Deque::stream)
                .forEach(copy::offer);
        List<ThreadId> order = new ArrayList<>(members.size());
        for (var next = copy.poll(); next.isPresent(); next = copy.poll()) {
            order.add(next.get());
        }
        return order;
    }

    int size() {
        return members.size();
    }
}
