package parley.slack;

import java.time.Duration;
import parley.chat.ChannelId;
import parley.chat.MessageId;
import parley.chat.RateScope;
import parley.chat.WorkspaceId;

/**
 * The budgets that Slack counts: each method for each workspace apart, posts for each channel too.
 * See https://docs.slack.dev/apis/web-api/rate-limits and the methods' own pages.
 */
final class SlackBudgets {
    /** Calls a minute in Slack's tiers 2, 3 and 4, as docs.slack.dev says "20+", "50+", "100+". */
    private static final int TIER_2 = 20;

    private static final int TIER_3 = 50;
    private static final int TIER_4 = 100;

    /** What Slack's page calls "several hundred messages per minute" in a workspace. */
    private static final int POSTS = 300;

    /** "chat.postMessage: 1 per second per channel". */
    private static final Duration POST_DISTANCE = Duration.ofSeconds(1);

    /**
     * https://docs.slack.dev/ai/developing-agents asks for no more than one chat.update of a
     * growing message in three seconds.
     */
    private static final Duration UPDATE_DISTANCE = Duration.ofSeconds(3);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private SlackBudgets() {}

    static RateScope startStream(WorkspaceId workspace) {
        return perMinute(workspace, "chat.startStream", TIER_2);
    }

    static RateScope stopStream(WorkspaceId workspace) {
        return perMinute(workspace, "chat.stopStream", TIER_2);
    }

    /** Evenly spread: a minute's calls in its first seconds would leave every answer stuck. */
    static RateScope appendStream(WorkspaceId workspace) {
        return spread(workspace, "chat.appendStream", TIER_4);
    }

    static RateScope update(WorkspaceId workspace) {
        return perMinute(workspace, "chat.update", TIER_3);
    }

    /** Of growing messages, evenly spread, and leaving a fifth of all updates to finished ones. */
    static RateScope growingUpdate(WorkspaceId workspace) {
        return spread(workspace, "chat.update growing", TIER_3 - TIER_3 / 5);
    }

    /** Of one growing message. */
    static RateScope growingUpdate(ChannelId channel, MessageId message) {
        return new RateScope(channel + "/" + message + " chat.update growing", 1, UPDATE_DISTANCE);
    }

    static RateScope post(WorkspaceId workspace) {
        return perMinute(workspace, "chat.postMessage", POSTS);
    }

    static RateScope post(ChannelId channel) {
        return new RateScope(channel + " chat.postMessage", 1, POST_DISTANCE);
    }

    static RateScope delete(WorkspaceId workspace) {
        return perMinute(workspace, "chat.delete", TIER_3);
    }

    /** Of answers; what is left is for searches, see {@link PastReader}. */
    static RateScope replies(WorkspaceId workspace) {
        return perMinute(workspace, "conversations.replies", TIER_3 - PastReader.REPLIES);
    }

    private static RateScope perMinute(WorkspaceId workspace, String what, int calls) {
        return new RateScope(workspace + " " + what, calls, MINUTE);
    }

    private static RateScope spread(WorkspaceId workspace, String what, int calls) {
        return new RateScope(workspace + " " + what, 1, MINUTE.dividedBy(calls));
    }
}
