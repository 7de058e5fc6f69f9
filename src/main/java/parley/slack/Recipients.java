package parley.slack;

import parley.chat.ThreadId;
import parley.chat.UserId;

/** Slack wants to know to whom a stream is shown live. Safe for use by many threads. */
@FunctionalInterface
interface Recipients {
    /** The id of the workspace to which that person belongs: another one in shared channels. */
    String team(ThreadId thread, UserId person);

    /** Takes everyone for a member of the workspace. */
    static Recipients members() {
        return (thread, _) -> thread.channel().workspace().value();
    }
}
