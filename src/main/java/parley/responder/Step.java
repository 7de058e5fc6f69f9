package parley.responder;

import java.time.Instant;
import java.util.Optional;
import parley.chat.MessageId;

/** The next thing to do so that the thread shows what it should; immutable. */
sealed interface Step {
    /** Which message of the answer it is about, from 0. */
    int part();

    /** A step that goes to the platform. */
    sealed interface Write extends Step {
        parley.chat.Write write();
    }

    /**
     * @param since when an earlier process may have written it at the earliest
     */
    record Post(int part, Wanted wanted, Optional<Instant> since) implements Write {
        @Override
        public parley.chat.Write write() {
            return new parley.chat.Write.Post(wanted.message(), since);
        }
    }

    record Edit(int part, MessageId id, Wanted wanted) implements Write {
        @Override
        public parley.chat.Write write() {
            return new parley.chat.Write.Edit(id, wanted.message());
        }
    }

    record Remove(int part, MessageId id) implements Write {
        @Override
        public parley.chat.Write write() {
            return new parley.chat.Write.Delete(id);
        }
    }

    /** What may stand behind the answer's messages goes away. */
    record Sweep(int part, Wanted wanted, Optional<Instant> since) implements Write {
        @Override
        public parley.chat.Write write() {
            return new parley.chat.Write.Sweep(wanted.message(), since);
        }
    }

    /** The ledger must learn that the message shows that part. */
    record Remember(int part, MessageId id) implements Step {}

    /** The ledger must learn what the message of that part looks like; empty before it changes. */
    record Note(int part, Optional<String> look) implements Step {}

    /** The ledger must learn that there are no messages from that part on. */
    record Forget(int part) implements Step {}
}
