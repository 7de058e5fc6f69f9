package parley.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChannelId;
import parley.chat.ChatMessage;
import parley.chat.MessageId;
import parley.chat.MessageLog;
import parley.chat.Outgoing;
import parley.chat.ThreadId;

/**
 * Everything that can be seen in the playground: the log, over it the texts that still grow, and
 * what the bot is doing. Each change is told to the open pages. Safe for use by many threads;
 * changes of one message are told in the order in which they happen.
 */
final class Board {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);
    private static final int MOST_STATUSES = 4096;
    private static final int MOST_THREADS = 100;

    private final MessageLog log;
    private final EventHub hub;
    private final int mostGrowing;
    private final Map<Place, Growing> growing = new ConcurrentHashMap<>();
    private final Map<ThreadId, Status> statuses = new ConcurrentHashMap<>();
    private final AtomicLong revisions = new AtomicLong();
    private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(64).toList();

    private record Place(ThreadId thread, MessageId id) {}

    /** A message whose newest text is here and not yet in the log. */
    private record Growing(ChatMessage message, long rev) {}

    /**
     * Holds at most about that many growing texts in memory; the others go to the log each time.
     */
    Board(MessageLog log, EventHub hub, int mostGrowing) {
        this.log = log;
        this.mostGrowing = mostGrowing;
        this.hub = hub;
    }

    /** Whether a person's message was deleted and only holds its thread together. */
    static boolean isBlank(ChatMessage message) {
        return message.author().isPresent() && message.text().isEmpty();
    }

    private static boolean settled(ChatMessage message) {
        return message.outgoing().map(Outgoing::settled).orElse(true);
    }

    /** Adds the message, or finds the one that was added before under the nonce. */
    ChatMessage add(String nonce, ChatMessage message) {
        ChatMessage standing = log.add(nonce, message);
        Place place = place(standing);
        Lock lock = lock(place);
        try {
            long rev = revisions.incrementAndGet();
            if (!settled(standing) && growing.size() < mostGrowing) {
                growing.putIfAbsent(place, new Growing(standing, rev));
            }
            hub.publish(new PageEvent.Message(true, view(standing)));
        } finally {
            lock.unlock();
        }
        return standing;
    }

    /**
     * Puts the message in the place of the one with its id; growing ones come to rest in the log
     * later. False when there is none.
     */
    boolean replace(ChatMessage message) {
        Place place = place(message);
        Lock lock = lock(place);
        try {
            Optional<Growing> before = Optional.ofNullable(growing.get(place));
            var now = new Growing(message, revisions.incrementAndGet());
            boolean stands = keep(place, before, now);
            if (stands) {
                hub.publish(change(before, now));
            }
            return stands;
        } finally {
            lock.unlock();
        }
    }

    private boolean keep(Place place, Optional<Growing> before, Growing now) {
        if (settled(now.message()) || (before.isEmpty() && growing.size() >= mostGrowing)) {
            boolean stands = log.replace(now.message());
            growing.remove(place);
            return stands;
        }
        growing.put(place, now);
        return true;
    }

    /** Only what grew is told when nothing but the text changed. */
    private static PageEvent change(Optional<Growing> before, Growing now) {
        return before.filter(earlier -> onlyTextDiffers(earlier.message(), now.message()))
                .<PageEvent>map(earlier -> patch(earlier, now))
                .orElseGet(() ->
                        new PageEvent.Message(false, MessageView.of(now.message(), now.rev())));
    }

    private static boolean onlyTextDiffers(ChatMessage one, ChatMessage other) {
        return one.outgoing()
                .map(Board::withoutText)
                .equals(other.outgoing().map(Board::withoutText));
    }

    private static Outgoing withoutText(Outgoing shown) {
        return new Outgoing(
                shown.turn(),
                shown.asker(),
                shown.part(),
                "",
                0,
                shown.note(),
                shown.footer(),
                shown.buttons(),
                shown.settled());
    }

    private static PageEvent.Patch patch(Growing before, Growing now) {
        ThreadId thread = now.message().thread();
        TextPatch patch = TextPatch.between(before.message().text(), now.message().text());
        return new PageEvent.Patch(
                now.message().id().value(),
                thread.channel().value(),
                thread.root(),
                before.rev(),
                now.rev(),
                patch.keep(),
                patch.tail());
    }

    /** Takes the message away; false when there is none. */
    boolean remove(ThreadId thread, MessageId id) {
        var place = new Place(thread, id);
        Lock lock = lock(place);
        try {
            boolean removed = log.remove(thread, id);
            growing.remove(place);
            hub.publish(new PageEvent.Removed(id.value(), thread.channel().value(), thread.root()));
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Messages may have been taken out of the log: lets go of them, and lets pages load anew. */
    void reload() {
        growing.keySet().removeIf(place -> log.find(place.thread, place.id).isEmpty());
        hub.publish(new PageEvent.Resync());
    }

    /** The message as it stands now. */
    Optional<ChatMessage> find(ThreadId thread, MessageId id) {
        return Optional.ofNullable(growing.get(new Place(thread, id)))
                .map(Growing::message)
                .or(() -> log.find(thread, id));
    }

    List<MessageView> thread(ThreadId thread) {
        return log.thread(thread).stream().map(this::view).toList();
    }

    Answers.Threads threads(ChannelId channel) {
        return new Answers.Threads(
                log.threads(channel, MOST_THREADS).stream()
                        .map(each -> new Answers.Summary(view(each.first()), each.replies()))
                        .toList());
    }

    private MessageView view(ChatMessage message) {
        return Optional.ofNullable(growing.get(place(message)))
                .map(newest -> MessageView.of(newest.message(), newest.rev()))
                .orElseGet(() -> MessageView.of(message, 0));
    }

    /** What the bot is doing in the thread, or nothing. */
    Status status(ThreadId thread) {
        return statuses.getOrDefault(thread, Status.NONE);
    }

    /** Shows the status, unless it is there; one without words takes it away. */
    void status(ThreadId thread, Status status) {
        if (status.equals(statuses.get(thread))) {
            return;
        }
        if (status.words().isEmpty()) {
            statuses.remove(thread);
        } else if (statuses.size() < MOST_STATUSES) {
            statuses.put(thread, status);
        }
        hub.publish(
                new PageEvent.Status(
                        thread.channel().value(), thread.root(), status.words(), status.turn()));
    }

    /** Brings what still grows into the log, so that the next start shows it. */
    void rest() {
        for (Growing each : growing.values()) {
            try {
                log.replace(each.message());
            } catch (RuntimeException e) {
                LOG.warn("a growing message could not be kept: {}", e.toString());
            }
        }
    }

    private static Place place(ChatMessage message) {
        return new Place(message.thread(), message.id());
    }

    private Lock lock(Place place) {
        Lock lock = locks.get(Math.floorMod(place.hashCode(), locks.size()));
        lock.lock();
        return lock;
    }
}
