package parley.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.ChatMessage;
import parley.chat.MessageId;
import parley.chat.MessageLog;
import parley.chat.ThreadId;

/** A message log without a database; survives the adapter, not the process. */
public final class MemoryMessageLog implements MessageLog {
    private final List<ChatMessage> messages = new ArrayList<>();
    private final Map<String, ChatMessage> nonces = new HashMap<>();
    private boolean broken;

    /** From now on every call fails, or none any more. */
    public synchronized void breakDown(boolean now) {
        broken = now;
    }

    private void check() {
        if (broken) {
            throw new IllegalStateException("the log is broken");
        }
    }

    @Override
    public synchronized ChatMessage add(String nonce, ChatMessage message) {
        check();
        Optional<ChatMessage> before =
                Optional.ofNullable(nonces.get(nonce))
                        .flatMap(known -> find(known.thread(), known.id()));
        if (before.isEmpty()) {
            messages.add(message);
            nonces.put(nonce, message);
        }
        return before.orElse(message);
    }

    @Override
    public synchronized boolean replace(ChatMessage message) {
        check();
        for (int i = 0; i < messages.size(); i++) {
            if (same(messages.get(i), message.thread(), message.id())) {
                messages.set(i, message);
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized boolean remove(ThreadId thread, MessageId id) {
        check();
        return messages.removeIf(message -> same(message, thread, id));
    }

    @Override
    public synchronized Optional<ChatMessage> find(ThreadId thread, MessageId id) {
        check();
        return messages.stream().filter(message -> same(message, thread, id)).findFirst();
    }

    private static boolean same(ChatMessage message, ThreadId thread, MessageId id) {
        return message.thread().equals(thread) && message.id().equals(id);
    }

    @Override
    public synchronized List<ChatMessage> thread(ThreadId thread) {
        check();
        return messages.stream().filter(message -> message.thread().equals(thread)).toList();
    }

    @Override
    public synchronized List<ThreadSummary> threads(ChannelId channel, int limit) {
        check();
        List<ThreadSummary> all =
                messages.stream()
                        .filter(message -> message.thread().channel().equals(channel))
                        .filter(message -> message.id().value().equals(message.thread().root()))
                        .sorted(Comparator.comparing(ChatMessage::at))
                        .map(first -> new ThreadSummary(first, thread(first.thread()).size() - 1))
                        .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }
}
