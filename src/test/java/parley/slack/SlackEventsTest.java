package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.slack.Recordings.SELF;
import static parley.slack.Recordings.body;
import static parley.slack.Recordings.thread;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.UserId;

final class SlackEventsTest {
    private static final ThreadId QUESTION = thread("C0GENERAL1", "1721934000.123456");
    private static final Author ADA = new Author(new UserId("U0ADA00001"), "Ada");
    private static final Instant ASKED = Instant.parse("2024-07-25T19:00:00.123456Z");
    private static final Names NAMES =
            new Names() {
                @Override
                public Optional<String> person(String id) {
                    return Optional.of("Ada").filter(_ -> id.equals("U0ADA00001"));
                }

                @Override
                public Optional<String> channel(String id) {
                    return Optional.of("random").filter(_ -> id.equals("C0RANDOM01"));
                }
            };

    private final SlackEvents events = new SlackEvents(SELF, NAMES);

    private Optional<Inbound> translate(String body) {
        return events.translate(Delivery.read(body));
    }

    private Inbound recorded(String name) {
        return translate(body(name)).orElseThrow();
    }

    private Inbound.Said said(String name) {
        return (Inbound.Said) recorded(name);
    }

    @Test
    void appMention_inChannel_isMentionInThreadOfItsOwn() {
        assertThat(recorded("app_mention"))
                .isEqualTo(
                        new Inbound.Mention(
                                new EventId("Ev00000001"),
                                QUESTION,
                                ADA,
                                ASKED,
                                new MessageId("1721934000.123456"),
                                "why does #random say <b> & not *bold*?",
                                List.of()));
    }

    @Test
    void message_namingTheBot_isTheSameMentionUnderAnotherEvent() {
        Inbound.Mention twin = (Inbound.Mention) recorded("message_mention");

        assertThat(twin.event()).isEqualTo(new EventId("Ev00000002"));
        assertThat(twin)
                .usingRecursiveComparison()
                .ignoringFields("event")
                .isEqualTo(recorded("app_mention"));
    }

    @Test
    void mention_ofBotWithLabelAtTheEnd_isTakenOut() {
        Inbound.Said said = said("message_mpim_mention");

        assertThat(said).isInstanceOf(Inbound.Mention.class);
        assertThat(said.text()).isEqualTo("what do you think,");
        assertThat(said.thread()).isEqualTo(thread("G0MPIM0001", "1721934041.000500"));
    }

    @Test
    void mention_inPrivateChannelThread_staysInThatThread() {
        assertThat(recorded("message_group_mention")).isInstanceOf(Inbound.Mention.class);
        assertThat(recorded("message_group_mention").thread())
                .isEqualTo(thread("C0SECRET01", "1721934039.000100"));
    }

    @Test
    void mention_inTheMiddle_becomesTheName() {
        String text = "<@U0PARLEY01>, is <@U0PARLEY01> you, <@U0NOBODY01>? <@U0PARLEY01>";

        assertThat(((Inbound.Said) withText("message_mention", text)).text())
                .isEqualTo("is @Parley you, @\u2060U0NOBODY01?");
    }

    private Inbound withText(String name, String text) {
        return translate(Recordings.with(name, Map.of("text", new JsonPrimitive(text))))
                .orElseThrow();
    }

    @Test
    void message_ofThread_isThreadReply() {
        Inbound.Said said = said("message_thread_reply");

        assertThat(said).isInstanceOf(Inbound.ThreadReply.class);
        assertThat(said.thread()).isEqualTo(QUESTION);
        assertThat(said.text()).isEqualTo("and on <Windows>?");
    }

    @Test
    void message_toTheBotAlone_isDirectMessageInThreadOfItsOwn() {
        assertThat(recorded("message_im")).isInstanceOf(Inbound.DirectMessage.class);
        assertThat(recorded("message_im").thread())
                .isEqualTo(thread("D0ADA00001", "1721934020.000300"));
        assertThat(recorded("message_im_thread").thread())
                .isEqualTo(thread("D0ADA00001", "1721934020.000300"));
        assertThat(said("message_im_thread").message().value()).isEqualTo("1721934030.000400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_top_level",
                "app_mention_im",
                "app_mention_by_bot",
                "assistant_app_thread",
                "bot_message",
                "bot_with_user",
                "channel_join",
                "hidden",
                "message_changed_own",
                "message_changed_reply_count",
                "message_changed_unfurl",
                "message_deleted_own",
                "message_replied",
                "own_message",
                "slackbot"
            })
    void event_thatNobodySaidToTheBot_isNothing(String name) {
        assertThat(translate(body(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_leave",
                "channel_topic",
                "channel_purpose",
                "channel_name",
                "channel_archive",
                "channel_unarchive",
                "group_topic",
                "pinned_item",
                "reminder_add",
                "huddle_thread",
                "ekm_access_denied",
                "document_mention",
                "tombstone",
                "something_new"
            })
    void message_ofSubtypeThatTellsWhatHappened_isNothing(String subtype) {
        String body =
                Recordings.with("message_mention", Map.of("subtype", new JsonPrimitive(subtype)));

        assertThat(translate(body)).isEmpty();
    }

    @Test
    void meMessage_andThreadBroadcast_areSaid() {
        assertThat(recorded("me_message")).isInstanceOf(Inbound.ThreadReply.class);
        assertThat(recorded("me_message").thread()).isEqualTo(QUESTION);
        assertThat(said("thread_broadcast").text()).isEqualTo("look, everybody: @here");
        assertThat(said("thread_broadcast").files())
                .extracting(Attachment::name)
                .containsExactly("error.png");
    }

    @Test
    void fileShare_keepsFilesInOrder() {
        assertThat(said("file_share").text()).isEqualTo("what is wrong here?");
        assertThat(said("file_share").files())
                .containsExactly(
                        new Attachment(
                                "F0PICTURE1",
                                "error.png",
                                "image/png",
                                34_567,
                                "https://files.slack.com/files-pri/T0HOME0001-F0PICTURE1/download/error.png"),
                        new Attachment(
                                "F0SNIPPET1",
                                "main.py",
                                "text/plain",
                                120,
                                "https://files.slack.com/files-pri/T0HOME0001-F0SNIPPET1/download/main.py"));
    }

    @Test
    void fileShare_ofStubs_haveNoLocation() {
        assertThat(said("file_share_stubs").text()).isEmpty();
        assertThat(said("file_share_stubs").files())
                .containsExactly(
                        new Attachment("F0STUB0001", "F0STUB0001", "", 0, ""),
                        new Attachment("F0HIDDEN01", "old.pdf", "application/pdf", 0, ""));
    }

    @Test
    void messageChanged_toOtherWords_isEditAtItsOwnTime() {
        assertThat(recorded("message_changed"))
                .isEqualTo(
                        new Inbound.Edited(
                                recorded("message_changed").event(),
                                QUESTION,
                                ADA,
                                Instant.parse("2024-07-25T19:01:15.000900Z"),
                                new MessageId("1721934070.000800"),
                                "how long is a [yard](https://en.wikipedia.org/wiki/Yard)?"));
    }

    @Test
    void messageDeleted_isDeletedWhereItStood() {
        assertThat(recorded("message_deleted"))
                .isEqualTo(
                        new Inbound.Deleted(
                                recorded("message_deleted").event(),
                                QUESTION,
                                ADA,
                                Instant.parse("2024-07-25T19:01:31.001100Z"),
                                new MessageId("1721934070.000800")));
    }

    @Test
    void messageDeleted_withoutWhatItWas_isDeletedAllTheSame() {
        Inbound.Deleted deleted = (Inbound.Deleted) recorded("message_deleted_bare");

        assertThat(deleted.thread()).isEqualTo(QUESTION);
        assertThat(deleted.message().value()).isEqualTo("1721934000.123456");
    }

    @Test
    void tombstone_ofRootWithReplies_isDeletedByItsAuthor() {
        Inbound.Deleted deleted = (Inbound.Deleted) recorded("message_changed_tombstone");

        assertThat(deleted.thread()).isEqualTo(QUESTION);
        assertThat(deleted.message().value()).isEqualTo("1721934000.123456");
        assertThat(deleted.author()).isEqualTo(ADA);
    }

    @Test
    void mention_byPersonOfAnotherOrganisation_isOneInThisWorkspace() {
        Delivery delivery = Delivery.read(body("app_mention_connect"));

        Inbound.Said said = (Inbound.Said) events.translate(delivery).orElseThrow();
        assertThat(said.thread().channel().workspace()).isEqualTo(Recordings.HOME);
        assertThat(said.author()).isEqualTo(new Author(new UserId("W0CAROL001"), "W0CAROL001"));
        assertThat(said.text()).isEqualTo("can you see this? cc @\u2060U0BOB00001");
        assertThat(delivery.team()).isEqualTo("T0OTHER001");
    }

    @Test
    void event_forAnotherInstallationOfTheApp_isNothing() {
        String body = body("app_mention").replace("T0HOME0001", "T0OTHER001");

        assertThat(translate(body)).isEmpty();
    }

    @Test
    void message_ofBlocksOnly_isReadFromThem() {
        assertThat(said("message_blocks_only")).isInstanceOf(Inbound.Mention.class);
        assertThat(said("message_blocks_only").text())
                .isEqualTo(
                        """
                        compare `a < b` with [this](https://example.com/?a=1&b=2) :wave:
                        1. one
                        2. _*two*_
                            • @here
                        > said
                        > twice
                        ```if a < b && c:
                          pass```\
                        """);
    }

    @Test
    void message_forwarded_isQuotedWithItsFiles() {
        assertThat(said("message_forwarded").text())
                .isEqualTo(
                        """
                        why?

                        > Forwarded from Bob:
                        > build is <red>
                        > since noon\
                        """);
        assertThat(said("message_forwarded").files())
                .extracting(Attachment::name)
                .containsExactly("log.txt");
    }

    @Test
    void message_withoutText_isEmptyWords() {
        String body =
                Recordings.with(
                        "message_im",
                        Map.of("text", JsonNull.INSTANCE, "blocks", JsonNull.INSTANCE));

        assertThat(((Inbound.Said) translate(body).orElseThrow()).text()).isEmpty();
    }

    @Test
    void event_withoutId_getsOneThatARedeliveryHasToo() {
        JsonObject body = JsonParser.parseString(body("app_mention")).getAsJsonObject();
        body.remove("event_id");

        Inbound once = translate(body.toString()).orElseThrow();
        assertThat(once).isEqualTo(translate(body.toString()).orElseThrow());
        assertThat(once.event().value())
                .isEqualTo("app_mention-C0GENERAL1-1721934000.123456-1721934000.123456");
    }

    @Test
    void message_withPartsOfUnknownForm_keepsItsWords() {
        JsonArray blocks = new JsonArray();
        blocks.add("not a block");
        String body =
                Recordings.with(
                        "message_mention",
                        Map.of("blocks", blocks, "metadata", new JsonPrimitive(7)));

        assertThat(((Inbound.Said) translate(body).orElseThrow()).text())
                .isEqualTo("why does #random say <b> & not *bold*?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "ts", "channel"})
    void message_withoutWhatItTakes_isNothing(String field) {
        assertThat(translate(Recordings.with("app_mention", Map.of(field, JsonNull.INSTANCE))))
                .isEmpty();
        assertThat(
                        translate(
                                Recordings.with(
                                        "app_mention", Map.of(field, new JsonPrimitive("a/b")))))
                .isEmpty();
    }

    @Test
    void event_ofNothing_isNothing() {
        assertThat(translate("{}")).isEmpty();
        assertThat(translate("{\"event\": null, \"authorizations\": []}")).isEmpty();
        assertThat(translate("{\"event\": {\"type\": \"message\", \"user\": {}}}")).isEmpty();
        assertThat(translate("{\"event\": {\"type\": \"reaction_added\"}}")).isEmpty();
    }
}
