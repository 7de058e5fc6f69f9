package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Author;
import parley.chat.ChatMessage;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.UserId;

final class WebEventsTest {
    private static final Author ADA = new Author(new UserId("ada"), "Ada Lovelace");

    private static Inbound said(String room, String id, String text) {
        Room where = Room.find(room).orElseThrow();
        var message =
                new ChatMessage(
                        new MessageId(id),
                        new ThreadId(where.channel(), "root"),
                        Optional.of(ADA),
                        Instant.EPOCH,
                        text,
                        Optional.empty(),
                        false);
        return WebEvents.said(new EventId("e1"), where, ADA, message);
    }

    @Test
    void said_firstOfAThread_isAMention() {
        assertThat(said("general", "root", "Hello")).isInstanceOf(Inbound.Mention.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Parley why?", "so, @parley, why?", "(@PARLEY)", "why?\n@Parley"})
    void said_replyThatNamesTheBot_isAMention(String text) {
        assertThat(said("general", "m2", text)).isInstanceOf(Inbound.Mention.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parley is fine", "mail ann@parley.example", "@Parleys", "@parley-bot"})
    void said_replyThatDoesNot_isAThreadReply(String text) {
        assertThat(said("general", "m2", text)).isInstanceOf(Inbound.ThreadReply.class);
    }

    @Test
    void said_inDirectMessages_isADirectMessage() {
        assertThat(said("dm-ada", "root", "Hello")).isInstanceOf(Inbound.DirectMessage.class);
        assertThat(said("dm-ada", "m2", "@Parley")).isInstanceOf(Inbound.DirectMessage.class);
    }
}
