package parley.web;

/**
 * What the bot does in a thread, as the page shows it.
 *
 * @param words empty when it does nothing
 * @param turn the answer that Stop would end, or empty
 */
record Status(String words, String turn) {
    static final Status NONE = new Status("", "");
}
