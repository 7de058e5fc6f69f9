package parley.responder;

import java.util.Optional;

/** Whether the thread shows the whole answer. */
public sealed interface Delivery {
    record Delivered() implements Delivery {}

    /** The platform refused it for good, and what was to be said of that as well. */
    record Undeliverable(String reason) implements Delivery {}

    /** The platform refused it for good, which stands in its place, under what it took. */
    record Replaced(String reason) implements Delivery {}

    /** A fault of Parley's own ended the writing; another reply may come further, or may not. */
    record Broken(String reason) implements Delivery {}

    /**
     * Not now: to be delivered later, by a reply that goes on in the same messages.
     *
     * @param why it cannot be shown now; empty when the program is stopping
     */
    record Postponed(Optional<String> why) implements Delivery {
        public Postponed() {
            this(Optional.empty());
        }

        static Postponed because(String reason) {
            return new Postponed(Optional.of(reason));
        }
    }
}
