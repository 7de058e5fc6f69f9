package parley.slack;

import java.util.Map;
import java.util.Set;
import parley.chat.SendResult;
import parley.chat.SendResult.Ground;

/**
 * What Slack's errors mean: the one table, from the error lists of the methods' pages under
 * https://docs.slack.dev/reference/methods. Stateless.
 */
final class SlackErrors {
    static final String NO_MESSAGE = "message_not_found";
    static final String STREAMING = "streaming_state_conflict";
    static final String NOT_STREAMING = "message_not_in_streaming_state";
    static final String STOPPED = "stopped_by_user";
    static final String CANNOT_DELETE = "cant_delete_message";

    /** Slack's own trouble; the call may have taken effect all the same. */
    private static final Set<String> PASSING =
            Set.of(
                    "internal_error",
                    "fatal_error",
                    "service_unavailable",
                    "request_timeout",
                    "messaging_processing_failed",
                    "update_failed",
                    "external_channel_migrating",
                    "team_added_to_org");

    private static final String NO_RIGHT = "the app may not write there";
    private static final String NO_TOKEN = "Slack does not accept the bot token any more";
    private static final String ADMINS = "the workspace's settings forbid it";

    private static final Map<String, String> REASONS =
            Map.ofEntries(
                    Map.entry(NO_MESSAGE, "the message is gone"),
                    Map.entry("thread_not_found", "the thread is gone"),
                    Map.entry("cannot_reply_to_message", "that message takes no replies"),
                    Map.entry("channel_not_found", "the bot does not see the channel"),
                    Map.entry("not_in_channel", "the bot is not in the channel"),
                    Map.entry("is_archived", "the channel is archived"),
                    Map.entry("cant_update_message", "the message cannot be edited"),
                    Map.entry("edit_window_closed", "the time for editing the message is over"),
                    Map.entry("block_mismatch", "the message cannot take this form"),
                    Map.entry(CANNOT_DELETE, "the message cannot be deleted"),
                    Map.entry("msg_too_long", "the message is too long"),
                    Map.entry("msg_blocks_too_long", "the message is too long"),
                    Map.entry("no_text", "the message is empty"),
                    Map.entry("invalid_blocks", "Slack does not know the message's form"),
                    Map.entry("invalid_blocks_format", "Slack does not know the message's form"),
                    Map.entry("messages_tab_disabled", "the app's Messages tab is switched off"),
                    Map.entry("message_limit_exceeded", "the workspace's message limit is reached"),
                    Map.entry("restricted_action", ADMINS),
                    Map.entry("restricted_action_read_only_channel", "the channel is read-only"),
                    Map.entry("restricted_action_thread_locked", "the thread is locked"),
                    Map.entry("restricted_action_non_threadable_channel", "it has no threads"),
                    Map.entry("restricted_action_thread_only_channel", ADMINS),
                    Map.entry("posting_to_channel_denied", NO_RIGHT),
                    Map.entry("ekm_access_denied", ADMINS),
                    Map.entry("enterprise_is_restricted", ADMINS),
                    Map.entry("access_denied", NO_RIGHT),
                    Map.entry("no_permission", NO_RIGHT),
                    Map.entry("missing_scope", "the app lacks a scope that this needs"),
                    Map.entry("file_uploads_disabled", "the workspace allows no files"),
                    Map.entry("file_uploads_except_images_disabled", "images only are allowed"),
                    Map.entry("file_type_not_allowed", "the workspace forbids files of this kind"),
                    Map.entry("storage_limit_reached", "the workspace's file store is full"),
                    Map.entry("snippet_too_large", "the file is too large"),
                    Map.entry("file_upload_size_restricted", "the file is too large"),
                    Map.entry("account_inactive", NO_TOKEN),
                    Map.entry("token_revoked", NO_TOKEN),
                    Map.entry("token_expired", NO_TOKEN),
                    Map.entry("invalid_auth", NO_TOKEN),
                    Map.entry("not_authed", NO_TOKEN),
                    Map.entry("not_allowed_token_type", "the bot token is of the wrong kind"),
                    Map.entry("org_login_required", "the workspace is moving to an organisation"),
                    Map.entry("team_access_not_granted", "the app is not in that workspace"));

    /** These find fault with the message itself, so that another one may be taken. */
    private static final Set<String> CONTENT =
            Set.of(
                    "msg_too_long",
                    "msg_blocks_too_long",
                    "no_text",
                    "invalid_blocks",
                    "invalid_blocks_format");

    private SlackErrors() {}

    /** Whether it may work later, and may even have worked. */
    static boolean passing(String error) {
        return PASSING.contains(error);
    }

    /** What the refusal says, in words, with Slack's own word for those who search for it. */
    static String reason(String error) {
        return REASONS.getOrDefault(error, "Slack refused it") + " (" + error + ")";
    }

    /** How a write that was refused so has ended. */
    static SendResult result(String error) {
        return passing(error)
                ? new SendResult.Unreachable("Slack has trouble: " + error)
                : new SendResult.Rejected(reason(error), ground(error));
    }

    private static Ground ground(String error) {
        if (CONTENT.contains(error)) {
            return Ground.CONTENT;
        }
        return REASONS.containsKey(error) ? Ground.PLACE : Ground.UNCLEAR;
    }

    /** How a write that did not come to pass has ended. */
    static <T> SendResult result(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> _ -> throw new IllegalArgumentException("it came to pass");
            case Outcome.Refused<T>(String error) -> result(error);
            case Outcome.Limited<T>(var retryAfter) -> new SendResult.RateLimited(retryAfter);
            case Outcome.Lost<T>(String reason) -> new SendResult.Unreachable(reason);
        };
    }
}
