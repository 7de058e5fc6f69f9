package parley.command;

import parley.chat.Command;
import parley.chat.Platform;

/**
 * How people type commands where this one was typed. Slack has one slash command with everything
 * behind it, and none in threads, where the bot is mentioned with the same words
 * (https://docs.slack.dev/interactivity/implementing-slash-commands); elsewhere each command has a
 * slash of its own.
 *
 * @param start what stands before a command's words
 */
record Slash(String start) {
    private static final String PLAIN = "/";
    private static final String SLACK = "/parley ";
    private static final String MENTION = "@Parley ";

    static Slash in(Command command) {
        if (command.channel().workspace().platform() != Platform.SLACK) {
            return new Slash(PLAIN);
        }
        return new Slash(command.thread().isPresent() ? MENTION : SLACK);
    }

    /** Words of ours as inline code, such as {@code `/persona list`}. */
    String typed(String words) {
        return "`" + start + words + "`";
    }

    /** Words that someone typed as inline code, which they cannot leave. */
    String quoted(String words) {
        return Markdown.code(start + words);
    }
}
