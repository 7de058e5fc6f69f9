package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.DiscordRecordings.DM;
import static parley.discord.DiscordRecordings.GENERAL;
import static parley.discord.DiscordRecordings.IN_DM;
import static parley.discord.DiscordRecordings.IN_GENERAL;
import static parley.discord.DiscordRecordings.IN_THREAD;
import static parley.discord.DiscordRecordings.OWN_ROLE;
import static parley.discord.DiscordRecordings.SELF;
import static parley.discord.DiscordRecordings.THREAD;
import static parley.discord.DiscordRecordings.quoted;
import static parley.discord.DiscordRecordings.recorded;
import static parley.discord.DiscordRecordings.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;

final class DiscordEventsTest extends EventsRig {
    @Test
    void mention_inChannel_beginsItsOwnConversation() {
        assertThat(created(recorded("mention"), IN_GENERAL))
                .containsExactly(
                        new Inbound.Mention(
                                new EventId("message." + MENTION),
                                begun(MENTION),
                                ADA,
                                Instant.parse("2026-03-01T12:00:00Z"),
                                new MessageId(GENERAL + "-" + MENTION),
                                "why is the build @ops red, @Bobby?",
                                List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_message",
                "webhook",
                "thread_starter",
            })
    void message_thatNobodySaysToTheBot_isNothing(String name) {
        assertThat(created(recorded(name), IN_GENERAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    type | 7
                    type | 18
                    type | 21
                    type | 20
                    type | 23
                    webhook_id | "1170000000000000077"
                    author | {"id": "1160000000000000001", "username": "other", "bot": true}
                    author | {"id": "1190000000000000011", "username": "Parley", "bot": true}
                    author | {"id": "1160000000000000002", "username": "sys", "system": true}
                    author | {}
                    """)
    void mention_thatNoPersonSaid_isNothing(String field, String value) {
        assertThat(created(with("mention", field, value), IN_GENERAL)).isEmpty();
        assertThat(created(with("mention", field, value), IN_THREAD)).isEmpty();
        assertThat(created(with("mention", field, value), IN_DM)).isEmpty();
    }

    @Test
    void everyone_isNoMentionOfTheBot() {
        var message =
                with("channel_message", "content", "\"@everyone up\"", "mention_everyone", "true");

        assertThat(created(message, IN_GENERAL)).isEmpty();
    }

    @Test
    void mention_ofTheBotsOwnRole_isOne() {
        var message =
                with(
                        "channel_message",
                        "content",
                        "\"<@&%d> hello\"".formatted(OWN_ROLE),
                        "mention_roles",
                        "[\"%d\"]".formatted(OWN_ROLE));

        assertThat(said(message, IN_GENERAL)).isInstanceOf(Inbound.Mention.class);
        assertThat(said(message, IN_GENERAL).text()).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <@1190000000000000011> hi | hi
                    <@!1190000000000000011>, hi | hi
                    hi <@1190000000000000011> | hi
                    is <@1190000000000000011> you? | is @Parley you?
                    <@1100000000000000002> hi | @Bobby hi
                    <@1100000000000000009> hi | @unknown-user hi
                    <#1180000000000000300> | #general
                    <#1180000000000000301> | #unknown-channel
                    <@&1180000000000000066> | @ops
                    <@&99999999999999999999> | @unknown-role
                    <:party:41771983429993937> | :party:
                    <a:dance:41771983429993937> | :dance:
                    <t:1618953630:R> and <t:0> | 2021-04-20T21:20:30Z and 1970-01-01T00:00:00Z
                    </persona set:816437322781949972> | /persona set
                    `<@1100000000000000002>` <#1180000000000000300> | `<@1100000000000000002>` #general
                    ```a <:b:1>``` <:b:1> | ```a <:b:1>``` :b:
                    ``x ` <:b:1>`` <:b:1> | ``x ` <:b:1>`` :b:
                    ` <:b:1> | ` :b:
                    5 < 6 > 4 $1 \\ | 5 < 6 > 4 $1 \\
                    """)
    void marks_becomeWords(String content, String words) {
        var message = with("mention", "content", quoted(content));

        assertThat(said(message, IN_GENERAL).text()).isEqualTo(words);
    }

    @Test
    void names_ofAnotherServer_areNotTold() {
        var elsewhere = new ChannelFacts(5, 0, 6, 0, "x");
        var message = with("mention", "content", quoted("<#" + GENERAL + "> <@&" + 66 + ">"));

        assertThat(said(message, elsewhere).text()).isEqualTo("#unknown-channel @unknown-role");
    }

    @Test
    void mention_withoutWords_isGreeting() {
        var message = with("mention", "content", quoted("<@" + SELF.user() + ">"));

        assertThat(said(message, IN_GENERAL).text()).isEqualTo("Hello");
    }

    @Test
    void replyToAnswerInChannel_goesOnInItsConversationWithoutQuote() {
        var message = recorded("reply_to_answer");
        String answer = GENERAL + "-" + message.at("/referenced_message/id").asText();
        known.put(answer, begun(MENTION));

        assertThat(said(message, IN_GENERAL)).isInstanceOf(Inbound.Mention.class);
        assertThat(said(message, IN_GENERAL).thread()).isEqualTo(begun(MENTION));
        assertThat(said(message, IN_GENERAL).text()).isEqualTo("and on Windows?");
    }

    @Test
    void replyToAnswer_withoutPing_isMeantForTheBotAllTheSame() {
        assertThat(said(with("reply_to_answer", "mentions", "[]"), IN_GENERAL))
                .isInstanceOf(Inbound.Mention.class);
        assertThat(said(with("reply_to_answer", "mentions", "[]"), IN_THREAD))
                .isInstanceOf(Inbound.Mention.class);
    }

    @Test
    void replyToMessageOfTheBot_thatIsNoAnswer_beginsAConversationWithIt() {
        Inbound.Said said = said(recorded("reply_to_answer"), IN_GENERAL);

        assertThat(said.thread().root()).isEqualTo(recorded("reply_to_answer").at("/id").asText());
        assertThat(said.text())
                .isEqualTo("and on Windows?\n\n> In reply to Parley:\n> Use *make*.");
    }

    @Test
    void replyToAskedQuestion_goesOnInItsConversation() {
        var message = recorded("reply_to_answer");
        known.put("message." + message.at("/referenced_message/id").asText(), begun(MENTION));

        assertThat(said(message, IN_GENERAL).thread()).isEqualTo(begun(MENTION));
    }

    @Test
    void replyWithMention_quotesThatMessageAndBringsItsFiles() {
        Inbound.Said said = said(recorded("reply_with_mention"), IN_GENERAL);

        assertThat(said.text())
                .isEqualTo(
                        """
                        what is this?

                        > In reply to bob_1:
                        > It fails:
                        > see #general\
                        """);
        assertThat(said.files())
                .containsExactly(
                        new Attachment(
                                "1200000000000000777",
                                "error.png",
                                "image/png",
                                34_567,
                                "https://cdn.discordapp.com/attachments/1180000000000000300/"
                                        + "1200000000000000777/error.png?ex=69a5&is=69a4&hm=aa&"
                                        + "#1180000000000000300-1477634005401600000"));
        assertThat(said(recorded("reply_with_mention"), IN_THREAD).files()).isEmpty();
    }

    @Test
    void replyWithoutWords_asksAboutThatMessage() {
        var message = with("reply_with_mention", "content", quoted("<@" + SELF.user() + ">"));

        assertThat(said(message, IN_GENERAL).text()).startsWith("> In reply to bob_1:");
    }

    @Test
    void replyToMessageThatIsGone_isPlain() {
        var message = with("reply_with_mention", "referenced_message", "null");

        assertThat(said(message, IN_GENERAL).text()).isEqualTo("what is this?");
    }

    @Test
    void replyToEndlessMessage_quotesItsBeginning() {
        ObjectNode message = recorded("reply_with_mention");
        ((ObjectNode) message.path("referenced_message")).put("content", "long ".repeat(800));

        assertThat(said(message, IN_GENERAL).text()).hasSizeLessThan(2_100).endsWith("…");
    }

    @Test
    void message_ofThread_isThreadReplyUnderItsParent() {
        Inbound.Said said = said(recorded("thread_message"), IN_THREAD);

        assertThat(said).isInstanceOf(Inbound.ThreadReply.class);
        assertThat(said.thread()).isEqualTo(inThread());
        assertThat(said.message().value()).startsWith(THREAD + "-");
        assertThat(said(recorded("mention"), IN_THREAD)).isInstanceOf(Inbound.Mention.class);
        assertThat(said(recorded("mention"), IN_THREAD).thread()).isEqualTo(inThread());
    }

    @Test
    void message_ofThreadWithoutWords_isNothing() {
        assertThat(created(with("thread_message", "content", "\"\""), IN_THREAD)).isEmpty();
    }

    @Test
    void message_toTheBotAlone_isInTheOneConversationOfItsChannel() {
        Inbound.Said said = said(recorded("direct"), IN_DM);

        assertThat(said).isInstanceOf(Inbound.DirectMessage.class);
        assertThat(said.thread()).isEqualTo(DiscordIds.direct(DM));
        assertThat(said.author().name()).isEqualTo("Ada L.");
    }

    @Test
    void ask_isQuestionByWhoAsked() {
        Inbound.Said said = said(recorded("ask"), IN_GENERAL);

        assertThat(said).isInstanceOf(Inbound.Mention.class);
        assertThat(said.author()).isEqualTo(new Author(ADA.id(), "Ada L."));
        assertThat(said.text()).isEqualTo("how long is a yard?");
        assertThat(said.thread().root()).isEqualTo(recorded("ask").path("id").asText());
        assertThat(said(recorded("ask"), IN_DM)).isInstanceOf(Inbound.DirectMessage.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    flags | 64
                    flags | 128
                    type | 0
                    type | 19
                    interaction_metadata | null
                    interaction_metadata | {"type": 3, "user": {"id": "1", "username": "a"}}
                    author | {"id": "1160000000000000001", "username": "other", "bot": true}
                    """)
    void replyToACommand_thatShowsNoQuestion_isNothing(String field, String value) {
        assertThat(created(with("ask", field, value), IN_GENERAL)).isEmpty();
        assertThat(created(with("ask", field, value), IN_DM)).isEmpty();
    }

    @Test
    void message_forwarded_isQuotedWithItsFiles() {
        Inbound.Said said = said(recorded("forwarded"), IN_DM);

        assertThat(said.text())
                .isEqualTo(
                        """
                        what do they mean?

                        > Forwarded message:
                        > Ask @bob_1
                        > about #unknown-channel\
                        """);
        assertThat(said.files()).extracting(Attachment::name).containsExactly("plan.pdf");
    }

    @Test
    void stickersAndPolls_areSaidInWords() {
        assertThat(said(recorded("sticker"), IN_DM).text()).isEqualTo("[Sticker: Wave]");
        assertThat(said(recorded("poll"), IN_GENERAL).text())
                .isEqualTo("[Poll: Where to?]\n- Paris\n- Rome");
    }

    @Test
    void withoutTheIntent_onlyWhatDiscordTellsTheWordsOf_isSaid() {
        DiscordEvents blind = events(new BotIdentity(10, SELF.user(), "Parley", false));
        var empty = with("thread_message", "content", "\"\"");
        var byRole = with("thread_message", "mention_roles", "[\"" + OWN_ROLE + "\"]");

        assertThat(blind.translate("MESSAGE_CREATE", empty, IN_THREAD)).isEmpty();
        assertThat(blind.translate("MESSAGE_CREATE", byRole, IN_THREAD)).isEmpty();
        assertThat(
                        blind.translate(
                                "MESSAGE_UPDATE",
                                with("edit", "mentions", "[]", "content", "\"\""),
                                IN_GENERAL))
                .isEmpty();
        assertThat(blind.translate("MESSAGE_CREATE", recorded("mention"), IN_THREAD)).hasSize(1);
        assertThat(blind.translate("MESSAGE_CREATE", recorded("direct"), IN_DM)).hasSize(1);
        assertThat(blind.translate("MESSAGE_CREATE", recorded("ask"), IN_GENERAL)).hasSize(1);
    }

    @Test
    void otherEvents_areNothing() {
        assertThat(events.translate("TYPING_START", recorded("mention"), IN_GENERAL)).isEmpty();
    }
}
