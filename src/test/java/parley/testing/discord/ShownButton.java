package parley.testing.discord;

/** A button under a message; one that leads elsewhere has an address instead of an id. */
public record ShownButton(String customId, String label, int style, boolean disabled, String url) {}
