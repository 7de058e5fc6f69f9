package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.PostBook;
import parley.adapter.Throttle;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Shows in a conversation that the bot is at work, as well as it goes: as typing, and what typing
 * cannot say as a small message, with a Stop button once there is something to stop. That message
 * becomes the first one of the answer, or goes away. What fails is logged now and then and
 * otherwise left. Safe for use by many threads; nothing but {@link #take} waits.
 */
final class DiscordTyping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordTyping.class);

    /** No wait is longer, lest a lost signal last for ever. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private static final Duration QUIET = Duration.ofHours(1);

    /** Longer than any call. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final DiscordCalls calls;
    private final Places places;
    private final PostBook posts;
    private final Nonces nonces;
    private final StatusBoard board;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Throttle logged;
    private boolean begun;
    private boolean closed;

    DiscordTyping(DiscordCalls calls, Places places, PostBook posts, Nonces nonces, Ticker ticker) {
        this.calls = calls;
        this.places = places;
        this.posts = posts;
        this.nonces = nonces;
        this.board = new StatusBoard(ticker);
        this.logged = new Throttle(QUIET, ticker);
    }

    void show(ThreadId thread, String words, Optional<Reference> turn) {
        change(() -> board.want(thread, new StatusBoard.Line(words, turn)));
    }

    void clear(ThreadId thread) {
        change(() -> board.clear(thread));
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
            if (!begun && !closed) {
                begun = true;
                Thread.ofVirtual().name("discord typing").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The answer begins: no small message is written from now on. Waits for one that is on its way.
     *
     * @return the one that stands there, which the answer takes over
     */
    Optional<MessageId> take(ThreadId thread) {
        lock.lock();
        try {
            board.bar(thread);
            long nanos = PATIENCE;
            while (board.isNoting(thread) && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return board.isNoting(thread) ? Optional.empty() : board.take(thread);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                switch (board.next()) {
                    case StatusBoard.Decision.Type(ThreadId thread) ->
                            start(thread, () -> type(thread));
                    case StatusBoard.Decision.Note note -> start(note.thread(), () -> note(note));
                    case StatusBoard.Decision.Remove(ThreadId thread, MessageId id) ->
                            start(thread, () -> remove(thread, id));
                    case StatusBoard.Decision.Wait(long nanos) ->
                            changed.awaitNanos(Math.min(nanos, LONGEST_WAIT));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static void start(ThreadId thread, Runnable call) {
        Thread.ofVirtual().name("discord status " + thread).start(call);
    }

    /** Where the answer will stand; before that is known, where the question stands. */
    private void type(ThreadId thread) {
        try {
            long channel =
                    places.known(thread)
                            .map(Place::channel)
                            .orElseGet(() -> DiscordIds.channelOf(thread));
            log(calls.typing(channel));
        } finally {
            change(() -> board.typed(thread));
        }
    }

    private void note(StatusBoard.Decision.Note note) {
        Optional<MessageId> id = Optional.empty();
        try {
            id =
                    note.id().isPresent()
                            ? edited(note.id().get(), note.line())
                            : posted(note.thread(), note.line());
        } finally {
            Optional<MessageId> shown = id;
            change(() -> board.noted(note.thread(), note.line(), shown));
        }
    }

    private Optional<MessageId> edited(MessageId id, StatusBoard.Line line) {
        Outcome<JsonNode> outcome =
                calls.edit(
                        DiscordIds.channelOf(id),
                        DiscordIds.idOf(id),
                        false,
                        DiscordMessages.edit(look(line)));
        log(outcome);
        return outcome instanceof Outcome.Done<JsonNode> ? Optional.of(id) : Optional.empty();
    }

    /**
     * It bears the name of the answer's first message: should the process end here, the answer
     * finds it and goes on in it. Where the answer stands already there is no such message.
     */
    private Optional<MessageId> posted(ThreadId thread, StatusBoard.Line line) {
        String name =
                line.turn()
                        .map(turn -> Outgoing.nonce(turn, 0))
                        .orElseGet(() -> thread.root() + " " + posts.now().toEpochMilli());
        boolean free = posts.standing(thread, name) instanceof PostBook.Standing.Absent;
        if (!free || !(place(thread, line) instanceof Place.Opening.Open(Place place))) {
            change(() -> board.bar(thread));
            return Optional.empty();
        }
        Instant began = posts.now();
        Outcome<JsonNode> outcome =
                calls.post(
                        place.channel(),
                        DiscordMessages.create(look(line), place.replyTo(), nonces.of(name)));
        log(outcome);
        if (outcome instanceof Outcome.Lost<JsonNode>) {
            posts.doubt(thread, name, began);
            change(() -> board.bar(thread));
        }
        return outcome instanceof Outcome.Done<JsonNode>(JsonNode made)
                ? Optional.of(placed(thread, name, place, made))
                : Optional.empty();
    }

    private Place.Opening place(ThreadId thread, StatusBoard.Line line) {
        return line.turn()
                .map(turn -> places.open(thread, turn))
                .orElseGet(() -> places.open(thread));
    }

    private MessageId placed(ThreadId thread, String name, Place place, JsonNode made) {
        MessageId id = DiscordIds.message(place.channel(), made.path("id").asLong());
        posts.placed(thread, name, id);
        return id;
    }

    private static DiscordMessages.Look look(StatusBoard.Line line) {
        return DiscordMessages.status(line.words(), line.turn());
    }

    private void remove(ThreadId thread, MessageId id) {
        boolean gone = false;
        try {
            Outcome<JsonNode> outcome = calls.delete(DiscordIds.channelOf(id), DiscordIds.idOf(id));
            log(outcome);
            gone =
                    outcome instanceof Outcome.Done<JsonNode>
                            || outcome instanceof Outcome.Refused<JsonNode>;
        } finally {
            boolean away = gone;
            if (away) {
                posts.gone(thread, id).ifPresent(nonces::deleted);
            }
            change(() -> board.removed(thread, away));
        }
    }

    private void log(Outcome<JsonNode> outcome) {
        switch (outcome) {
            case Outcome.Done<JsonNode> _, Outcome.Limited<JsonNode> _ -> {}
            case Outcome.Refused<JsonNode> refused -> log(DiscordErrors.reason(refused));
            case Outcome.Lost<JsonNode>(String reason) -> log(reason);
        }
    }

    private void log(String why) {
        if (logged.pass(why)) {
            LOG.info("Discord does not show a status: {}; the next hour's are not logged", why);
        }
    }

    /** Shows nothing from now on; what stands there stays for the answer to take over. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
