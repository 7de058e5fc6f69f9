package parley.web;

/**
 * A new message.
 *
 * @param id made in the browser, the same when sent again
 * @param thread the thread's root, or empty to begin a thread
 */
record SayRequest(String id, String author, String text, String thread) {
    SayRequest {
        id = Json.orEmpty(id);
        author = Json.orEmpty(author);
        text = Json.orEmpty(text);
        thread = Json.orEmpty(thread);
    }
}
