package parley.chat;

/** What a command answers, as Markdown, shown to its author only where the platform can. */
public record CommandReply(String text) {}
