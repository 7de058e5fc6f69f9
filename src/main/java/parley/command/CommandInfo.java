package parley.command;

/**
 * What people can know of a command before they type it.
 *
 * @param name its words, such as {@code persona set}
 * @param arguments what may follow, such as {@code <name>}; empty for nothing
 * @param description one line
 * @param admin whether only admins may use it
 */
public record CommandInfo(String name, String arguments, String description, boolean admin) {
    /** As it is typed, with its slash: {@code /persona set <name>}. */
    public String usage() {
        return Slash.slashed(words());
    }

    /** Without its slash: {@code persona set <name>}. */
    String words() {
        return arguments.isEmpty() ? name : name + " " + arguments;
    }
}
