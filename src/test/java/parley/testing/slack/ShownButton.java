package parley.testing.slack;

/** A button under a message or in a view; for feedback buttons one each way. */
public record ShownButton(String actionId, String text, String value, String style) {}
