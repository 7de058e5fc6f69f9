package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.slack.WriterRig.growing;
import static parley.slack.WriterRig.whole;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.Write;
import parley.testing.slack.Fault;

/** How each of Slack's refusals ends. */
final class RefusalTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static Fault error(String code) {
        return new Fault.Refused(code);
    }

    @ParameterizedTest
    @CsvSource({
        "channel_not_found, PLACE, the bot does not see the channel",
        "is_archived, PLACE, the channel is archived",
        "not_in_channel, PLACE, the bot is not in the channel",
        "restricted_action, PLACE, the workspace's settings forbid it",
        "restricted_action_read_only_channel, PLACE, the channel is read-only",
        "msg_too_long, CONTENT, the message is too long",
        "invalid_blocks, CONTENT, Slack does not know the message's form",
        "message_limit_exceeded, PLACE, the workspace's message limit is reached",
        "missing_scope, PLACE, the app lacks a scope that this needs",
        "account_inactive, PLACE, Slack does not accept the bot token any more",
        "token_revoked, PLACE, Slack does not accept the bot token any more",
        "invalid_auth, PLACE, Slack does not accept the bot token any more",
        "brand_new_error, UNCLEAR, Slack refused it",
    })
    void post_refusedForGood_isRejectedWithAPlainReason(
            String error, SendResult.Ground ground, String reason) {
        rig.slack.faults().next("chat.postMessage", error(error));

        assertThat(rig.post(whole("One")))
                .isEqualTo(new SendResult.Rejected(reason + " (" + error + ")", ground));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_not_found",
                "cant_update_message",
                "edit_window_closed",
                "block_mismatch",
                "is_archived",
                "channel_not_found",
            })
    void edit_refusedForGood_isRejected(String error) {
        MessageId id = rig.posted(whole("One"));
        rig.slack.faults().next("chat.update", error(error));

        assertThat(rig.edit(id, whole("One two"))).isInstanceOf(SendResult.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "internal_error",
                "fatal_error",
                "service_unavailable",
                "request_timeout",
                "team_added_to_org",
                "update_failed",
            })
    void edit_refusedInPassing_mayBeRepeated(String error) {
        MessageId id = rig.posted(whole("One"));
        rig.slack.faults().next("chat.update", error(error));

        assertThat(rig.edit(id, whole("One two"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.edit(id, whole("One two"))).isEqualTo(new SendResult.Sent(id));
        assertThat(rig.text()).isEqualTo("One two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chat.startStream", "chat.appendStream", "chat.stopStream", "chat.update"})
    void tooManyCalls_byStatusOrByWord_waitAndThenGoOn(String method) {
        MessageId id = new MessageId("0");
        if (!method.equals("chat.startStream")) {
            id = rig.posted(growing("One"));
        }
        rig.slack.faults().next(method, new Fault.RateLimited(7));
        SendResult first = reach(method, id);
        rig.slack.faults().next(method, error("ratelimited"));
        SendResult second = reach(method, id);

        assertThat(first).isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(7)));
        assertThat(second).isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(30)));
        assertThat(reach(method, id)).isInstanceOf(SendResult.Sent.class);
        rig.assertLawful();
    }

    private SendResult reach(String method, MessageId id) {
        return switch (method) {
            case "chat.startStream" -> rig.post(growing("One"));
            case "chat.appendStream" -> rig.edit(id, growing("One two"));
            case "chat.stopStream" -> rig.edit(id, whole("One two"));
            default -> rig.edit(id, whole("Another"));
        };
    }

    @Test
    void leaving_limitedAtItsFirstCall_makesNoSecond() {
        MessageId id = rig.posted(growing("One"));
        rig.slack.faults().next("chat.stopStream", new Fault.RateLimited(7));

        assertThat(rig.edit(id, growing("Another")))
                .isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(7)));

        assertThat(rig.called()).containsExactly("chat.startStream", "chat.stopStream");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408, 403})
    void status_thatMayPass_isUnreachable(int status) {
        rig.slack.faults().next("chat.postMessage", new Fault.Status(status));

        assertThat(rig.post(whole("One")))
                .isEqualTo(new SendResult.Unreachable("Slack answered with HTTP status " + status));
    }

    @Test
    void status_thatSaysTooLarge_isRejected() {
        rig.slack.faults().next("chat.postMessage", new Fault.Status(413));

        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.Rejected.class);
    }

    @Test
    void answer_thatIsNoJson_isUnreachable() {
        rig.slack.faults().next("chat.postMessage", new Fault.Malformed());

        assertThat(rig.post(whole("One")))
                .isEqualTo(new SendResult.Unreachable("Slack's answer is not to be read"));
    }

    @Test
    void delete_refusedForGood_isRejectedAndTheNonceMakesANewMessage() {
        MessageId id = rig.posted(whole("One"));
        rig.slack.faults().next("chat.delete", error("cant_delete_message"));
        rig.write(new Write.Delete(id));
        rig.slack.faults().next("chat.delete", error("cant_delete_message"));

        assertThat(rig.write(new Write.Delete(id))).isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.posted(whole("Anew"))).isNotEqualTo(id);
    }

    @Test
    void message_deletedBySomebody_isPostedAnew() {
        MessageId id = rig.posted(growing("One"));
        rig.slack.deletes(WriterRig.CHANNEL, id.value());

        assertThat(rig.edit(id, growing("One two"))).isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.posted(growing("One two"))).isNotEqualTo(id);
        assertThat(rig.text()).isEqualTo("One two");
    }

    @Test
    void route_givenForAnotherMove_isNotTaken() {
        MessageId id = rig.posted(growing("One"));
        Write more = new Write.Edit(id, growing("One two"));
        var route = rig.adapter().limits().routes(rig.thread, more).getFirst();

        assertThat(rig.adapter().write(rig.thread, new Write.Edit(id, whole("One two")), route))
                .isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.called()).containsExactly("chat.startStream");
    }
}
