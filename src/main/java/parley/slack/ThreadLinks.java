package parley.slack;

import java.net.URI;
import java.util.Optional;
import parley.chat.ThreadId;

/**
 * Addresses that open a thread in Slack, made without asking. Pure.
 *
 * @param workspace its address, such as {@code https://acme.slack.com/}: with it they have the form
 *     that {@code chat.getPermalink} gives for replies; without, they open Slack in the browser
 * @see <a href="https://docs.slack.dev/reference/methods/chat.getPermalink">Permalinks</a>
 */
record ThreadLinks(Optional<URI> workspace) {
    private static final String BROWSER = "https://app.slack.com/client/%s/%s/thread/%s-%s";

    String to(ThreadId thread) {
        String channel = thread.channel().value();
        String root = thread.root();
        String team = thread.channel().workspace().value();
        return workspace
                .map(home -> home.resolve("/archives/" + channel + "/p" + root.replace(".", "")))
                .map(message -> message + "?thread_ts=" + root + "&cid=" + channel)
                .orElseGet(() -> BROWSER.formatted(team, channel, channel, root));
    }
}
