package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.DiscordRecordings.GENERAL;
import static parley.discord.DiscordRecordings.IN_GENERAL;
import static parley.discord.DiscordRecordings.IN_THREAD;
import static parley.discord.DiscordRecordings.recorded;
import static parley.discord.DiscordRecordings.with;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.UserId;

/** What people change and take back. */
final class DiscordAmendmentsTest extends EventsRig {
    @Test
    void edit_isNewWordsAtItsTime() {
        assertThat(events.translate("MESSAGE_UPDATE", recorded("edit"), IN_GENERAL))
                .containsExactly(
                        new Inbound.Edited(
                                new EventId("edit." + MENTION + ".1772366523456"),
                                begun(MENTION),
                                ADA,
                                Instant.parse("2026-03-01T12:02:03.456Z"),
                                new MessageId(GENERAL + "-" + MENTION),
                                "why is the build green?"));
    }

    @Test
    void update_withoutEdit_isNothing() {
        var partial = with("edit", "content", "null");
        partial.remove("content");

        assertThat(events.translate("MESSAGE_UPDATE", recorded("unfurl"), IN_GENERAL)).isEmpty();
        assertThat(events.translate("MESSAGE_UPDATE", partial, IN_GENERAL)).isEmpty();
        assertThat(
                        events.translate(
                                "MESSAGE_UPDATE",
                                with("edit", "edited_timestamp", "\"soon\""),
                                IN_GENERAL))
                .isEmpty();
        assertThat(
                        events.translate(
                                "MESSAGE_UPDATE",
                                with("ask", "edited_timestamp", "\"2026-03-01T12:02:03Z\""),
                                IN_GENERAL))
                .isEmpty();
    }

    @Test
    void editAndDelete_ofFollowUpInChannel_findItsConversation() {
        known.put("message." + MENTION, begun(7));

        assertThat(events.translate("MESSAGE_UPDATE", recorded("edit"), IN_GENERAL))
                .extracting(Inbound::thread)
                .containsExactly(begun(7));
        assertThat(events.translate("MESSAGE_DELETE", recorded("delete"), IN_GENERAL))
                .extracting(Inbound::thread)
                .containsExactly(begun(7));
    }

    @Test
    void delete_isDeletedWhereItStood() {
        assertThat(events.translate("MESSAGE_DELETE", recorded("delete"), IN_GENERAL))
                .containsExactly(
                        new Inbound.Deleted(
                                new EventId("delete." + MENTION),
                                begun(MENTION),
                                new Author(new UserId("unknown"), "unknown"),
                                NOW,
                                new MessageId(GENERAL + "-" + MENTION)));
        assertThat(events.translate("MESSAGE_DELETE_BULK", recorded("delete_bulk"), IN_THREAD))
                .hasSize(2)
                .allMatch(it -> it.thread().equals(inThread()));
    }
}
