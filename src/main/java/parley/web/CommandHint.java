package parley.web;

/**
 * A slash command as the composer offers it.
 *
 * @param usage its words and what may follow, such as {@code /persona show [name]}
 * @param description one line
 * @param admin whether only admins may use it
 */
public record CommandHint(String usage, String description, boolean admin) {}
