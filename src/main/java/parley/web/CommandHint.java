package parley.web;

/** A slash command as the composer offers it, such as {@code /help} and what it does. */
public record CommandHint(String name, String description) {}
