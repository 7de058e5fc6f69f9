package parley.web;

/** A slash command; the thread's root when it was typed in one. */
record CommandRequest(String author, String text, String thread) {
    CommandRequest {
        author = Json.orEmpty(author);
        text = Json.orEmpty(text);
        thread = Json.orEmpty(thread);
    }
}
