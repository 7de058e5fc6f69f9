package parley.command;

import parley.chat.Command;
import parley.chat.Platform;

/** How people use the bot on their platform, as help tells it. */
final class HowTo {
    private static final String BUTTONS =
            "**Under an answer:** *Stop* ends it and keeps what is there, *Retry* asks again,"
                    + " *Continue* fetches the rest of one that was cut short, 👍 and 👎 say how it"
                    + " was.";

    private HowTo() {}

    /** The whole help around the list of commands. */
    static String before(Command command, String commands) {
        Platform platform = command.channel().workspace().platform();
        return String.join("\n\n", asking(platform), BUTTONS, typing(platform) + "\n" + commands);
    }

    private static String asking(Platform platform) {
        return switch (platform) {
            case SLACK ->
                    """
                    **Ask** in one of three ways:
                    - mention me in a channel: `@Parley why does this test fail?`
                    - write to me directly
                    - open the ⋯ menu of a message and choose *Ask Parley about this*

                    I answer in the thread and know what was said in it. While we two are alone \
                    there, just go on; once others write too, mention me again.\
                    """;
            case DISCORD ->
                    """
                    **Ask** in one of four ways:
                    - mention me in a channel: `@Parley why does this test fail?`
                    - write to me directly
                    - type `/ask` with your question
                    - right-click a message, or hold it, and choose *Apps*, then *Ask Parley about this*

                    I answer in a thread and know what was said in it. While we two are alone there, \
                    just go on; once others write too, mention me again.\
                    """;
            case WEB ->
                    "**Ask** by writing in a channel. I answer in the thread and know what was said"
                            + " in it.";
        };
    }

    private static String typing(Platform platform) {
        return platform == Platform.SLACK
                ? "**Commands**; in a thread, where Slack has none, mention me with the same words,"
                        + " such as `@Parley persona list`:"
                : "**Commands:**";
    }
}
