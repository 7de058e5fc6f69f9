package parley.claude;

/** What a stream can bring, in the order of the API. */
public sealed interface StreamEvent {
    /**
     * The server took the request.
     *
     * @param requestId the API's id for support requests, or empty where the server gives none
     * @param model the model that answers, as the server names it
     * @param usage what is known so far: the input
     */
    record Started(String requestId, ModelId model, Usage usage) implements StreamEvent {}

    /** More of the visible text. */
    record TextDelta(String text) implements StreamEvent {}

    /** The model is thinking; the summary may be empty. */
    record ThinkingDelta(String summary) implements StreamEvent {}

    /** A content block is complete, in order; text blocks included. */
    record BlockReady(ContentBlock block) implements StreamEvent {}

    /**
     * The answer ended by the API's own word ({@code message_stop}).
     *
     * @param detail the stop sequence, the refusal's explanation, or an unknown reason's name; else
     *     empty
     */
    record Finished(StopReason reason, Usage usage, String detail) implements StreamEvent {}
}
