package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Wrong calls get Slack's error and are remembered. */
final class ViolationsTest {
    private final FakeSlack slack = FakeSlack.start();
    private final RawClient client = new RawClient(slack);
    private String root = "";
    private String reply = "";
    private String own = "";
    private String streaming = "";

    /** A call, and the error it must get. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Wrong(String error, String method, String... arguments) {}

    @BeforeEach
    void begin() {
        slack.addUser("U1", "Ada").addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
        slack.addForeignChannel("C4", "never", Room.Kind.PUBLIC);
        slack.limits().off();
        root = slack.says("U1", "C1", "Question");
        reply = slack.replies("U1", "C1", root, "More");
        own = client.call("chat.postMessage", "channel", "C1", "text", "x").path("ts").asText();
        streaming =
                client.call(
                                "chat.startStream",
                                "channel",
                                "C1",
                                "thread_ts",
                                root,
                                "markdown_text",
                                "x",
                                "recipient_team_id",
                                slack.teamId(),
                                "recipient_user_id",
                                "U1")
                        .path("ts")
                        .asText();
        assertThat(slack.violations()).isEmpty();
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @TestFactory
    Stream<DynamicTest> wrongCalls_areRefusedAsSlackDoes() {
        return Stream.of(
                        wrong("not_in_channel", "chat.postMessage", "channel", "C4", "text", "x"),
                        wrong(
                                "channel_not_found",
                                "chat.postMessage",
                                "channel",
                                "C9",
                                "text",
                                "x"),
                        wrong("invalid_arguments", "chat.postMessage", "text", "x"),
                        wrong("no_text", "chat.postMessage", "channel", "C1"),
                        markdown("msg_too_long", "x".repeat(12_001)),
                        update("msg_too_long", "text", "x".repeat(4_001)),
                        update("markdown_text_conflict", "text", "x", "markdown_text", "y"),
                        wrong(
                                "cant_update_message",
                                "chat.update",
                                "channel",
                                "C1",
                                "ts",
                                root,
                                "text",
                                "x"),
                        wrong("cant_delete_message", "chat.delete", "channel", "C1", "ts", root),
                        wrong(
                                "streaming_state_conflict",
                                "chat.update",
                                "channel",
                                "C1",
                                "ts",
                                streaming,
                                "text",
                                "x"),
                        wrong(
                                "message_not_in_streaming_state",
                                "chat.appendStream",
                                "channel",
                                "C1",
                                "ts",
                                own,
                                "markdown_text",
                                "x"),
                        wrong(
                                "message_not_owned_by_app",
                                "chat.stopStream",
                                "channel",
                                "C1",
                                "ts",
                                root),
                        wrong(
                                "invalid_thread_ts",
                                "chat.postMessage",
                                "channel",
                                "C1",
                                "text",
                                "x",
                                "thread_ts",
                                reply),
                        wrong(
                                "invalid_thread_ts",
                                "chat.startStream",
                                "channel",
                                "C1",
                                "markdown_text",
                                "x"),
                        wrong(
                                "missing_recipient_team_id",
                                "chat.startStream",
                                "channel",
                                "C1",
                                "thread_ts",
                                root,
                                "markdown_text",
                                "x",
                                "recipient_user_id",
                                "U1"),
                        wrong(
                                "missing_recipient_user_id",
                                "chat.startStream",
                                "channel",
                                "C1",
                                "thread_ts",
                                root,
                                "markdown_text",
                                "x",
                                "recipient_team_id",
                                "T1"),
                        wrong(
                                "invalid_chunks",
                                "chat.appendStream",
                                "channel",
                                "C1",
                                "ts",
                                streaming,
                                "chunks",
                                "[{\"type\":\"x\"}]"),
                        wrong("unknown_method", "chat.shout", "channel", "C1"),
                        wrong("user_not_found", "users.info", "user", "U9"),
                        wrong(
                                "invalid_metadata_format",
                                "chat.postMessage",
                                "channel",
                                "C1",
                                "text",
                                "x",
                                "metadata",
                                "{}"),
                        wrong(
                                "invalid_thread_ts",
                                "assistant.threads.setStatus",
                                "channel_id",
                                "C1",
                                "thread_ts",
                                reply,
                                "status",
                                "x"),
                        wrong(
                                "invalid_arguments",
                                "assistant.threads.setStatus",
                                "channel_id",
                                "C1",
                                "thread_ts",
                                root,
                                "status",
                                "x",
                                "loading_messages",
                                "[\"" + "x".repeat(51) + "\"]"),
                        wrong(
                                "invalid_arguments",
                                "assistant.threads.setSuggestedPrompts",
                                "channel_id",
                                "C1",
                                "prompts",
                                "[]"),
                        wrong(
                                "thread_ts_required",
                                "agents.sessions.setStatus",
                                "channel_id",
                                "C1",
                                "status",
                                "active"),
                        wrong(
                                "invalid_status",
                                "agents.sessions.setStatus",
                                "channel_id",
                                "C1",
                                "thread_ts",
                                root,
                                "status",
                                "busy"),
                        wrong(
                                "invalid_trigger_id",
                                "views.open",
                                "trigger_id",
                                "1.2.3",
                                "view",
                                modal("Short")),
                        wrong(
                                "invalid_arguments",
                                "views.open",
                                "trigger_id",
                                "1.2.3",
                                "view",
                                modal("A title of more than 24 characters")),
                        wrong(
                                "file_not_found",
                                "files.completeUploadExternal",
                                "files",
                                "[{\"id\":\"F9\"}]"))
                .map(one ->
                        DynamicTest.dynamicTest(one.method + " " + one.error, () -> check(one)));
    }

    private static Wrong wrong(String error, String method, String... arguments) {
        return new Wrong(error, method, arguments);
    }

    private static Wrong markdown(String error, String text) {
        return wrong(error, "chat.postMessage", "channel", "C1", "markdown_text", text);
    }

    private Wrong update(String error, String... more) {
        String[] all =
                Stream.concat(Stream.of("channel", "C1", "ts", own), Stream.of(more))
                        .toArray(String[]::new);
        return new Wrong(error, "chat.update", all);
    }

    private static String modal(String title) {
        return "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\""
                + title
                + "\"},\"blocks\":[]}";
    }

    private void check(Wrong one) {
        int before = slack.violations().size();

        JsonNode answer = client.call(one.method, one.arguments);

        assertThat(answer.path("error").asText()).isEqualTo(one.error);
        assertThat(slack.violations()).hasSize(before + 1);
        assertThat(slack.violations().getLast())
                .extracting(Violation::method, Violation::rule)
                .containsExactly(one.method, one.error);
    }

    @Test
    void argumentsUnknownOrTwice_areRemembered() {
        client.call("chat.postMessage", "channel", "C1", "text", "x", "treadts", root);
        client.send(
                slack.apiUrl() + "chat.postMessage",
                slack.botToken(),
                "application/x-www-form-urlencoded",
                "channel=C1&text=a+b%20c&thread_ts=" + root + "&thread_ts=" + root);
        assertThat(slack.violations())
                .containsExactly(new Violation("chat.postMessage", "unknown_argument", "treadts"));
        assertThat(slack.answers("C1", root).getLast().text()).isEqualTo("a b c");

        client.send(
                slack.apiUrl() + "chat.postMessage",
                slack.botToken(),
                "application/x-www-form-urlencoded",
                "channel=C1&text=x&text=y");
        assertThat(slack.violations().getLast().rule()).isEqualTo("contradiction");
    }

    @Test
    void tokens_belongInTheHeader_andToTheirMethods() {
        assertThat(client.form("auth.test", "").body()).contains("not_authed");
        assertThat(client.form("auth.test", "", "token", slack.botToken()).body())
                .contains("not_authed");
        assertThat(client.form("apps.connections.open", slack.botToken()).body())
                .contains("not_allowed_token_type");
        assertThat(client.form("chat.postMessage", slack.appToken()).body())
                .contains("not_allowed_token_type");

        assertThat(slack.violations())
                .extracting(Violation::rule)
                .containsExactly(
                        "not_authed",
                        "token_in_body",
                        "not_authed",
                        "not_allowed_token_type",
                        "not_allowed_token_type");
        assertThat(slack.violations().toString()).doesNotContain(slack.botToken());
    }

    @Test
    void text_beyondFortyThousand_isCutOff() {
        client.call("chat.postMessage", "channel", "C1", "text", "x".repeat(40_001));

        assertThat(slack.channel("C1").getLast().text()).hasSize(40_000);
        assertThat(slack.violations().getFirst().rule()).isEqualTo("message_truncated");
    }

    @Test
    void json_isReadWhereSlackReadsIt() {
        assertThat(
                        client.json("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"x\"}")
                                .path("ok")
                                .asBoolean())
                .isTrue();
        assertThat(slack.violations()).isEmpty();
        assertThat(client.json("users.info", "{\"user\":\"U1\"}").path("error").asText())
                .isEqualTo("invalid_arguments");
        assertThat(client.json("chat.postMessage", "not json").path("error").asText())
                .isEqualTo("invalid_json");
    }

    @Test
    void membership_lost_isNoViolation() {
        slack.botMember("C1", false);

        assertThat(
                        client.call("chat.postMessage", "channel", "C1", "text", "x")
                                .path("error")
                                .asText())
                .isEqualTo("not_in_channel");
        slack.botMember("C1", true).archive("C1");
        assertThat(
                        client.call("chat.postMessage", "channel", "C1", "text", "x")
                                .path("error")
                                .asText())
                .isEqualTo("is_archived");
        assertThat(slack.violations()).isEmpty();
    }
}
