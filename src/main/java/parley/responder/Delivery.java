package parley.responder;

/** Whether the thread shows the whole answer. */
public sealed interface Delivery {
    record Delivered() implements Delivery {}

    /** The platform refused it for good. */
    record Undeliverable(String reason) implements Delivery {}

    /** The program is stopping; the next start delivers it. */
    record Postponed() implements Delivery {}
}
