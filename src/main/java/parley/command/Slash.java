package parley.command;

import parley.chat.Command;

/**
 * How people type commands where this one was typed. Slack has one slash command with everything
 * behind it, and none in threads, where the bot is mentioned with the same words
 * (https://docs.slack.dev/interactivity/implementing-slash-commands). On Discord {@code persona} is
 * a command with subcommands, which cannot be typed without one, and the rest are subcommands of
 * {@code parley}; what may follow is a form that Discord shows
 * (https://discord.com/developers/docs/interactions/application-commands#subcommands-and-subcommand-groups).
 * Elsewhere each command has a slash of its own.
 */
enum Slash {
    PLAIN("/"),
    SLACK("/parley "),
    MENTION("@Parley "),
    DISCORD("/parley ");

    private static final String GROUP = "persona";

    private final String start;

    /**
     * @param start what stands before a command's words
     */
    Slash(String start) {
        this.start = start;
    }

    static Slash in(Command command) {
        return switch (command.channel().workspace().platform()) {
            case SLACK -> command.thread().isPresent() ? MENTION : SLACK;
            case DISCORD -> DISCORD;
            case WEB -> PLAIN;
        };
    }

    /** Whether the command can be typed at all. */
    boolean offers(CommandInfo info) {
        return this != DISCORD || !info.name().equals(GROUP);
    }

    /** Words of ours as inline code, such as {@code `/persona list`}. */
    String typed(String words) {
        return "`" + before(words) + words + "`";
    }

    /** The command with what may follow, where that is typed too. */
    String usage(CommandInfo info) {
        return typed(this == DISCORD ? info.name() : info.words());
    }

    /** Words that someone typed as inline code, which they cannot leave. */
    String quoted(String words) {
        return Markdown.code(before(words) + words);
    }

    /** How a command is told its place, such as {@code `for channel`}. */
    String place(String name) {
        return this == DISCORD ? "`for: this " + name + "`" : "`for " + name + "`";
    }

    /** Discord shows the whole group only to those who may manage the server. */
    boolean isForAdmins(CommandInfo info) {
        return info.admin() || (this == DISCORD && grouped(info.name()));
    }

    private String before(String words) {
        return this == DISCORD && grouped(words) ? PLAIN.start : start;
    }

    private static boolean grouped(String words) {
        return words.equals(GROUP) || words.startsWith(GROUP + " ");
    }
}
