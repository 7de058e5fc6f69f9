package parley.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parley.adapter.PostBook;
import parley.adapter.PostBook.Standing;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.ThreadId;
import parley.chat.Write;

/** Says what a write comes to now; changes nothing. */
final class Planner {
    /** Discord says that it knows a nonce again for "a few minutes". */
    private static final Duration NONCE_HOLDS = Duration.ofMinutes(1);

    private final PostBook posts;

    Planner(PostBook posts) {
        this.posts = posts;
    }

    Move plan(ThreadId thread, Write write) {
        return switch (write) {
            case Write.Post post -> post(thread, post.message(), post.since());
            case Write.Edit(MessageId id, Outgoing message) -> new Move.Edit(id, message);
            case Write.Sweep sweep -> sweep(thread, sweep.message(), sweep.since());
            case Write.Delete(MessageId id) -> new Move.Delete(id);
        };
    }

    private Move sweep(ThreadId thread, Outgoing message, Optional<Instant> since) {
        return switch (posts.standing(thread, message.nonce(), since)) {
            case Standing.Placed(MessageId id) -> new Move.Delete(id);
            case Standing.Doubted doubt -> new Move.Sweep(message, doubt);
            case Standing.Absent _ -> new Move.Nothing(message);
        };
    }

    private Move post(ThreadId thread, Outgoing message, Optional<Instant> since) {
        return switch (posts.standing(thread, message.nonce(), since)) {
            case Standing.Placed(MessageId id) -> new Move.Edit(id, message);
            // A status of an earlier process bears another nonce, and is to be found as well.
            case Standing.Doubted doubt ->
                    new Move.Again(message, doubt, doubt.inherited() || old(doubt.since()));
            case Standing.Absent _ -> new Move.Post(message);
        };
    }

    private boolean old(Instant since) {
        return since.plus(NONCE_HOLDS).isBefore(posts.now());
    }
}
