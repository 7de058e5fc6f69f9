package parley.command;

import parley.chat.Command;
import parley.chat.Platform;

/**
 * How people type commands: {@code /persona …} for those about personas, {@code /parley …} for all
 * others, on every platform. In Slack's threads, which have no slash commands, the bot is mentioned
 * with the same words (https://docs.slack.dev/interactivity/implementing-slash-commands). On
 * Discord {@code persona} cannot be typed without a further word, and what may follow a command is
 * a form that Discord shows
 * (https://discord.com/developers/docs/interactions/application-commands#subcommands-and-subcommand-groups).
 */
enum Slash {
    TYPED,
    MENTION,
    DISCORD;

    private static final String GROUP = "persona";

    static Slash in(Command command) {
        Platform platform = command.channel().workspace().platform();
        if (platform == Platform.DISCORD) {
            return DISCORD;
        }
        return platform == Platform.SLACK && command.thread().isPresent() ? MENTION : TYPED;
    }

    /** The command's words with the slash that they are typed behind. */
    static String slashed(String words) {
        return (grouped(words) ? "/" : "/parley ") + words;
    }

    /** Whether the command can be typed at all. */
    boolean offers(CommandInfo info) {
        return this != DISCORD || !info.name().equals(GROUP);
    }

    /** Words of ours as inline code, such as {@code `/persona list`}. */
    String typed(String words) {
        return "`" + whole(words) + "`";
    }

    /** The command with what may follow, where that is typed too. */
    String usage(CommandInfo info) {
        return typed(this == DISCORD ? info.name() : info.words());
    }

    /** Words that someone typed as inline code, which they cannot leave. */
    String quoted(String words) {
        return Markdown.code(this == MENTION ? whole(words) : slashed(words));
    }

    /** How a command is told its place, such as {@code `for channel`}. */
    String place(String name) {
        if (this != DISCORD) {
            return "`for " + name + "`";
        }
        return "`for: this " + (name.equals("workspace") ? "server" : name) + "`";
    }

    private String whole(String words) {
        return switch (this) {
            case TYPED -> slashed(words);
            case MENTION -> "@Parley " + words;
            case DISCORD -> slashed(OptionNames.in(words));
        };
    }

    private static boolean grouped(String words) {
        return words.equals(GROUP) || words.startsWith(GROUP + " ");
    }
}
