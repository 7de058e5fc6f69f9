package parley.web;

/**
 * A press of one of Parley's own buttons.
 *
 * @param thread the root of the thread that the button stands in, or empty for the channel
 * @param notice the notice that bears it, or empty for a private answer
 */
record ChoiceRequest(String id, String author, String action, String thread, String notice) {
    ChoiceRequest {
        id = Json.orEmpty(id);
        author = Json.orEmpty(author);
        action = Json.orEmpty(action);
        thread = Json.orEmpty(thread);
        notice = Json.orEmpty(notice);
    }

    /** Whether it stands in no thread: a notice at the channel's top is named as its own. */
    boolean atTop() {
        return thread.isEmpty() || thread.equals(notice);
    }
}
