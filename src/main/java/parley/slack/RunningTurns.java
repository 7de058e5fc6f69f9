package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.Write;

/** Knows from statuses and writes which answer is under way in a thread. */
final class RunningTurns implements LiveThreads {
    /** No answer takes longer. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private static final int MOST = 10_000;

    private final Cache<ThreadId, Reference> turns;

    RunningTurns(Ticker ticker) {
        turns =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(LONGEST)
                        .ticker(ticker::nanos)
                        .build();
    }

    @Override
    public Optional<Reference> turnIn(ThreadId thread) {
        return Optional.ofNullable(turns.getIfPresent(thread));
    }

    void runs(ThreadId thread, Reference turn) {
        turns.put(thread, turn);
    }

    /** The write is about to be carried out. */
    void sees(ThreadId thread, Write write) {
        switch (write) {
            case Write.Post(Outgoing message, var _) -> sees(thread, message);
            case Write.Edit(var _, Outgoing message) -> sees(thread, message);
            case Write.Delete _, Write.Sweep _ -> {}
        }
    }

    /** The last message of a finished answer tells more than its text. */
    private void sees(ThreadId thread, Outgoing message) {
        boolean ended =
                message.settled()
                        && (message.note().isPresent()
                                || message.footer().isPresent()
                                || !message.buttons().isEmpty());
        if (ended) {
            turns.asMap().remove(thread, message.turn());
        } else if (!message.settled()) {
            turns.put(thread, message.turn());
        }
    }
}
