package parley.slack;

import java.util.Optional;
import parley.chat.ThreadId;

/**
 * Addresses that open a thread in Slack. Pure.
 *
 * @param workspace its address, such as {@code https://acme.slack.com/}: with it they have the form
 *     that {@code chat.getPermalink} gives for replies; without, they open Slack in the browser
 * @see <a href="https://docs.slack.dev/reference/methods/chat.getPermalink">Permalinks</a>
 */
record ThreadLinks(Optional<String> workspace) {
    private static final String PERMALINK = "%sarchives/%s/p%s?thread_ts=%s&cid=%s";
    private static final String BROWSER = "https://app.slack.com/client/%s/%s/thread/%s-%s";

    String to(ThreadId thread) {
        String channel = thread.channel().value();
        String root = thread.root();
        String team = thread.channel().workspace().value();
        String message = root.replace(".", "");
        return workspace
                .map(home -> PERMALINK.formatted(home, channel, message, root, channel))
                .orElseGet(() -> BROWSER.formatted(team, channel, channel, root));
    }
}
