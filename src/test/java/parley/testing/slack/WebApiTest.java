package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.Watch;
import parley.testing.slack.Person.Trait;

/** Driven by Slack's own client: what the bot does is what people see. */
final class WebApiTest {
    private final FakeSlack fake =
            FakeSlack.start()
                    .addUser("U1", "Ada Lovelace", Trait.ADMIN)
                    .addUser("U2", "Guest", Trait.GUEST)
                    .addUser("UB1", "Other Bot", Trait.BOT)
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1")
                    .addChannel("G1", "secret", Room.Kind.PRIVATE, "U1");
    private final Slack slack = RunningBolt.client(fake);
    private final MethodsClient methods = slack.methods(fake.botToken());
    private String root = "";

    @BeforeEach
    void ask() {
        root = fake.says("U1", "C1", "A question");
    }

    @AfterEach
    void close() throws Exception {
        assertThat(fake.rateLimited()).isEmpty();
        slack.close();
        fake.close();
    }

    @Test
    void authTest_bothTokens_tellWhoTheyAreAndWhatTheyMay() throws Exception {
        var bot = methods.authTest(r -> r);
        var app = slack.methods(fake.appToken()).authTest(r -> r);

        assertThat(bot.getUserId()).isEqualTo(fake.botUserId());
        assertThat(bot.getBotId()).isEqualTo(fake.botId());
        assertThat(bot.getHttpResponseHeaders().toString())
                .contains("x-oauth-scopes", "chat:write");
        assertThat(app.isOk()).isTrue();
        assertThat(slack.methods("xoxb-some-other-token").authTest(r -> r).getError())
                .isEqualTo("invalid_auth");
    }

    @Test
    void post_inThread_isSeenThereAndLinked() throws Exception {
        var posted =
                methods.chatPostMessage(
                        r -> r.channel("C1").threadTs(root).markdownText("**Hi** 100% + more"));

        Shown answer = fake.answers("C1", root).getFirst();
        assertThat(answer.text()).isEqualTo("**Hi** 100% + more");
        assertThat(answer.threadTs()).isEqualTo(root);
        assertThat(posted.getMessage().getBotId()).isEqualTo(fake.botId());
        assertThat(
                        methods.chatGetPermalink(r -> r.channel("C1").messageTs(posted.getTs()))
                                .getPermalink())
                .contains("thread_ts=" + root);
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void update_countsEdits_deleteTakesAway() throws Exception {
        String ts = methods.chatPostMessage(r -> r.channel("C1").text("one")).getTs();
        assertThat(methods.chatUpdate(r -> r.channel("C1").ts(ts).text("two")).isOk()).isTrue();

        assertThat(fake.channel("C1").getLast())
                .extracting(Shown::text, Shown::edits)
                .containsExactly("two", 1);

        assertThat(methods.chatDelete(r -> r.channel("C1").ts(ts)).isOk()).isTrue();
        assertThat(fake.channel("C1")).extracting(Shown::ts).containsExactly(root);
        assertThat(methods.chatUpdate(r -> r.channel("C1").ts(ts).text("three")).getError())
                .isEqualTo("message_not_found");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void ephemeral_isForOnePersonOnly() throws Exception {
        methods.chatPostEphemeral(r -> r.channel("C1").user("U1").threadTs(root).text("psst"));

        assertThat(fake.ephemerals("U1")).extracting(Ephemeral::text).containsExactly("psst");
        assertThat(fake.ephemerals("U2")).isEmpty();
        assertThat(fake.answers("C1", root)).isEmpty();
        assertThat(
                        methods.chatPostEphemeral(r -> r.channel("C1").user("U2").text("psst"))
                                .getError())
                .isEqualTo("user_not_in_channel");
    }

    @Test
    void replies_giveTheThreadInPages() throws Exception {
        fake.replies("U1", "C1", root, "more");
        methods.chatPostMessage(r -> r.channel("C1").threadTs(root).text("an answer"));

        var first = methods.conversationsReplies(r -> r.channel("C1").ts(root).limit(2));
        var second =
                methods.conversationsReplies(r ->
                        r.channel("C1")
                                .ts(root)
                                .limit(2)
                                .cursor(first.getResponseMetadata().getNextCursor()));

        assertThat(first.isHasMore()).isTrue();
        assertThat(first.getMessages().getFirst().getReplyCount()).isEqualTo(2);
        assertThat(first.getMessages().getLast().getParentUserId()).isEqualTo("U1");
        assertThat(second.getMessages()).extracting(Message::getText).containsExactly("an answer");
        assertThat(methods.conversationsReplies(r -> r.channel("C1").ts("1.000000")).getError())
                .isEqualTo("thread_not_found");
    }

    @Test
    void replies_sinceSomeTime_beginWithTheRoot() throws Exception {
        String early = fake.replies("U1", "C1", root, "early");
        fake.replies("U1", "C1", root, "late");

        var since = methods.conversationsReplies(r -> r.channel("C1").ts(root).oldest(early));

        assertThat(since.getMessages())
                .extracting(Message::getText)
                .containsExactly("A question", "late");
    }

    @Test
    void history_isOfTheChannelsTop_newestFirst() throws Exception {
        fake.replies("U1", "C1", root, "a reply");
        fake.says("U1", "C1", "another question");

        assertThat(methods.conversationsHistory(r -> r.channel("C1")).getMessages())
                .extracting(Message::getText)
                .containsExactly("another question", "A question");
    }

    @Test
    void people_areToldWithTheirRights() throws Exception {
        assertThat(methods.usersInfo(r -> r.user("U1")).getUser().isAdmin()).isTrue();
        assertThat(methods.usersInfo(r -> r.user("U2")).getUser().isRestricted()).isTrue();
        assertThat(methods.botsInfo(r -> r.bot("BB1")).getBot().getUserId()).isEqualTo("UB1");
        assertThat(methods.usersInfo(r -> r.user("U9")).getError()).isEqualTo("user_not_found");
    }

    @Test
    void channels_areToldByKindAndMembership() throws Exception {
        fake.botMember("G1", false);

        assertThat(methods.conversationsInfo(r -> r.channel("C1")).getChannel().getName())
                .isEqualTo("general");
        assertThat(methods.conversationsInfo(r -> r.channel("G1")).getError())
                .isEqualTo("channel_not_found");
        assertThat(methods.usersConversations(r -> r).getChannels()).hasSize(1);
        assertThat(methods.conversationsOpen(r -> r.users(List.of("U1"))).getChannel().getId())
                .isEqualTo(fake.imOf("U1"));
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void status_standsUntilAMessageComes() throws Exception {
        methods.assistantThreadsSetStatus(r ->
                r.channelId("C1")
                        .threadTs(root)
                        .status("is thinking…")
                        .loadingMessages(List.of("Reading", "Writing")));
        assertThat(fake.surfaces().status("C1", root)).isEqualTo("is thinking…");
        assertThat(fake.surfaces().loadingMessages("C1", root))
                .containsExactly("Reading", "Writing");

        methods.chatPostMessage(r -> r.channel("C1").threadTs(root).text("Here"));

        assertThat(fake.surfaces().status("C1", root)).isEmpty();
        assertThat(fake.surfaces().statuses("C1", root)).containsExactly("is thinking…");
    }

    @Test
    void agentView_titleAndPrompts_areShown() throws Exception {
        String im = fake.imOf("U1");
        String thread = fake.directMessage("U1", "Hello");
        methods.assistantThreadsSetTitle(r -> r.channelId(im).threadTs(thread).title("Greeting"));
        methods.postFormWithTokenAndParseResponse(
                form ->
                        form.add("channel_id", im)
                                .add("prompts", "[{\"title\":\"T\",\"message\":\"M\"}]"),
                "assistant.threads.setSuggestedPrompts",
                fake.botToken(),
                com.slack.api.methods.response.chat.ChatPostMessageResponse.class);
        new RawClient(fake)
                .call(
                        "agents.sessions.setStatus",
                        "channel_id",
                        im,
                        "thread_ts",
                        thread,
                        "status",
                        "processing");

        assertThat(fake.surfaces().title(im, thread)).contains("Greeting");
        assertThat(fake.surfaces().suggestedPrompts(im, "").getFirst().path("message").asText())
                .isEqualTo("M");
        assertThat(fake.surfaces().session(im, thread)).isEqualTo("processing");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void metadata_comesBackWithTheMessage() throws Exception {
        var metadata = new Message.Metadata();
        metadata.setEventType("parley_answer");
        metadata.setEventPayload(Map.of("turn", "7"));
        methods.chatPostMessage(r -> r.channel("C1").threadTs(root).text("x").metadata(metadata));

        assertThat(fake.answers("C1", root).getFirst().metadata().orElseThrow())
                .hasToString(
                        "{\"event_type\":\"parley_answer\",\"event_payload\":{\"turn\":\"7\"}}");
    }

    @Test
    void update_ofTheTextOnly_keepsTheBlocks() {
        RawClient client = new RawClient(fake);
        String ts =
                client.call(
                                "chat.postMessage",
                                "channel",
                                "C1",
                                "text",
                                "x",
                                "blocks",
                                "[{\"type\":\"markdown\",\"text\":\"old\"}]")
                        .path("ts")
                        .asText();
        client.call("chat.update", "channel", "C1", "ts", ts, "text", "new");
        assertThat(fake.message("C1", ts).orElseThrow().text()).isEqualTo("old");

        client.call("chat.update", "channel", "C1", "ts", ts, "text", "new", "blocks", "[]");
        assertThat(fake.message("C1", ts).orElseThrow().text()).isEqualTo("new");
        client.call("chat.update", "channel", "C1", "ts", ts, "markdown_text", "newest");
        assertThat(fake.message("C1", ts).orElseThrow().text()).isEqualTo("newest");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void scopeMissing_isNamed() throws Exception {
        fake.app().withoutScopes("chat:write", "channels:history");

        var post = methods.chatPostMessage(r -> r.channel("C1").text("x"));

        assertThat(post.getError()).isEqualTo("missing_scope");
        assertThat(post.getNeeded()).isEqualTo("chat:write");
        assertThat(methods.conversationsReplies(r -> r.channel("C1").ts(root)).getNeeded())
                .isEqualTo("channels:history");
        fake.app().revoke("token_revoked");
        assertThat(methods.authTest(r -> r).getError()).isEqualTo("token_revoked");
    }

    @Test
    void groupsAndReactions_areKept() throws Exception {
        fake.addUserGroup("S1", "admins", "U1", "U2");

        assertThat(methods.usergroupsUsersList(r -> r.usergroup("S1")).getUsers())
                .containsExactly("U1", "U2");
        methods.reactionsAdd(r -> r.channel("C1").timestamp(root).name("eyes"));
        assertThat(fake.surfaces().reacted("C1", root, "eyes")).isTrue();
        assertThat(
                        methods.reactionsAdd(r -> r.channel("C1").timestamp(root).name("eyes"))
                                .getError())
                .isEqualTo("already_reacted");
    }

    @Test
    void calls_areRecordedWithoutTokens() throws Exception {
        methods.chatPostMessage(r -> r.channel("C1").text("a b&c"));

        Call call = fake.calls("chat.postMessage").getFirst();
        assertThat(call.argument("text")).contains("a b&c");
        assertThat(call.token()).isEqualTo(TokenKind.BOT);
        assertThat(fake.calls().toString()).doesNotContain(fake.botToken());
    }

    @Test
    void await_ofWhatNeverComes_saysSo() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        new Watch()
                                .await(
                                        "rain",
                                        java.time.Duration.ofMillis(5),
                                        () -> false,
                                        () -> "sun"))
                .hasMessage("never came: rain; seen: sun");
    }

    @Test
    void usersConversations_tellsWhereTheBotIs_kindByKindAndPageByPage() throws Exception {
        fake.addChannel("C2", "random", Room.Kind.PUBLIC, "U1")
                .addChannel("C3", "archive", Room.Kind.PUBLIC, "U1")
                .archive("C3");
        String im = fake.imOf("U1");
        var first =
                methods.usersConversations(r ->
                        r.types(List.of(ConversationType.PUBLIC_CHANNEL))
                                .excludeArchived(true)
                                .limit(1));
        var second =
                methods.usersConversations(r ->
                        r.types(List.of(ConversationType.PUBLIC_CHANNEL))
                                .excludeArchived(true)
                                .limit(1)
                                .cursor(first.getResponseMetadata().getNextCursor()));
        var direct = methods.usersConversations(r -> r.types(List.of(ConversationType.IM)));

        assertThat(first.getChannels()).extracting(Conversation::getId).containsExactly("C1");
        assertThat(second.getChannels()).extracting(Conversation::getId).containsExactly("C2");
        assertThat(second.getResponseMetadata().getNextCursor()).isEmpty();
        assertThat(direct.getChannels()).extracting(Conversation::getId).containsExactly(im);
        fake.app().withoutScopes("im:read");
        assertThat(
                        methods.usersConversations(r -> r.types(List.of(ConversationType.IM)))
                                .getError())
                .isEqualTo("missing_scope");
    }
}
