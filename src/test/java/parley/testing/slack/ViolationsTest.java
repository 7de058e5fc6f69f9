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

    private static final String MODAL =
            "{'type':'modal','title':{'type':'plain_text','text':'%s'},'blocks':[]}"
                    .replace('\'', '"');

    /**
     * A call, and the error it must get. Of the arguments, ROOT, REPLY, OWN and STREAM stand for
     * messages, and XXX for more text than Slack takes anywhere but in a new message.
     */
    private record Wrong(String error, String method, String arguments) {}

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
    Stream<DynamicTest> wrongMessages_areRefusedAsSlackDoes() {
        String post = "chat.postMessage";
        String update = "chat.update";
        return tests(
                new Wrong("not_in_channel", post, "channel=C4&text=x"),
                new Wrong("channel_not_found", post, "channel=C9&text=x"),
                new Wrong("invalid_arguments", post, "text=x"),
                new Wrong("no_text", post, "channel=C1"),
                new Wrong("msg_too_long", post, "channel=C1&markdown_text=XXX"),
                new Wrong("invalid_thread_ts", post, "channel=C1&text=x&thread_ts=REPLY"),
                new Wrong("invalid_thread_ts", post, "channel=C1&text=x&thread_ts=1.000000"),
                new Wrong("invalid_metadata_format", post, "channel=C1&text=x&metadata={\"a\":1}"),
                new Wrong("invalid_blocks_format", post, "channel=C1&blocks=x"),
                new Wrong("invalid_blocks", post, "channel=C1&blocks=[{}]"),
                new Wrong("msg_too_long", update, "channel=C1&ts=OWN&text=XXX"),
                new Wrong(
                        "markdown_text_conflict",
                        update,
                        "channel=C1&ts=OWN&text=x&markdown_text=y"),
                new Wrong("cant_update_message", update, "channel=C1&ts=ROOT&text=x"),
                new Wrong("streaming_state_conflict", update, "channel=C1&ts=STREAM&text=x"),
                new Wrong("cant_delete_message", "chat.delete", "channel=C1&ts=ROOT"),
                new Wrong("unknown_method", "chat.shout", "channel=C1"));
    }

    @TestFactory
    Stream<DynamicTest> wrongStreams_areRefusedAsSlackDoes() {
        String start = "chat.startStream";
        String append = "chat.appendStream";
        String thread = "channel=C1&markdown_text=x&thread_ts=ROOT";
        return tests(
                new Wrong("invalid_thread_ts", start, "channel=C1&markdown_text=x"),
                new Wrong("missing_recipient_team_id", start, thread + "&recipient_user_id=U1"),
                new Wrong("missing_recipient_user_id", start, thread + "&recipient_team_id=T1"),
                new Wrong(
                        "invalid_arguments",
                        start,
                        thread
                                + "&recipient_team_id=T1&recipient_user_id=U1"
                                + "&task_display_mode=x"),
                new Wrong(
                        "message_not_in_streaming_state",
                        append,
                        "channel=C1&ts=OWN&markdown_text=x"),
                new Wrong("no_text", append, "channel=C1&ts=STREAM"),
                new Wrong(
                        "invalid_chunks", append, "channel=C1&ts=STREAM&chunks=[{\"type\":\"x\"}]"),
                new Wrong("message_not_owned_by_app", "chat.stopStream", "channel=C1&ts=ROOT"));
    }

    @TestFactory
    Stream<DynamicTest> wrongRest_isRefusedAsSlackDoes() {
        String status = "assistant.threads.setStatus";
        String session = "agents.sessions.setStatus";
        String thread = "channel_id=C1&thread_ts=ROOT";
        String trigger = "trigger_id=1.2.3&view=";
        return tests(
                new Wrong("user_not_found", "users.info", "user=U9"),
                new Wrong("invalid_thread_ts", status, "channel_id=C1&thread_ts=REPLY&status=x"),
                new Wrong("invalid_arguments", status, thread + "&status=x&loading_messages=XXX"),
                new Wrong(
                        "invalid_arguments",
                        "assistant.threads.setSuggestedPrompts",
                        "channel_id=C1&prompts=[]"),
                new Wrong("thread_ts_required", session, "channel_id=C1&status=active"),
                new Wrong("invalid_status", session, thread + "&status=busy"),
                new Wrong("invalid_arguments", "agents.sessions.rename", thread + "&title=XXX"),
                new Wrong("invalid_trigger_id", "views.open", trigger + MODAL.formatted("Short")),
                new Wrong(
                        "invalid_arguments",
                        "views.open",
                        trigger + MODAL.formatted("More than 24 characters of title")),
                new Wrong(
                        "file_not_found",
                        "files.completeUploadExternal",
                        "files=[{\"id\":\"F9\"}]"));
    }

    private Stream<DynamicTest> tests(Wrong... all) {
        return Stream.of(all)
                .map(one ->
                        DynamicTest.dynamicTest(one.method + " " + one.error, () -> check(one)));
    }

    private String[] arguments(Wrong one) {
        String meant =
                one.arguments
                        .replace("ROOT", root)
                        .replace("REPLY", reply)
                        .replace("OWN", own)
                        .replace("STREAM", streaming)
                        .replace("XXX", "x".repeat(12_001));
        return Stream.of(meant.split("&", -1))
                .flatMap(pair -> Stream.of(pair.split("=", 2)))
                .toArray(String[]::new);
    }

    private void check(Wrong one) {
        int before = slack.violations().size();

        JsonNode answer = client.call(one.method, arguments(one));

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
