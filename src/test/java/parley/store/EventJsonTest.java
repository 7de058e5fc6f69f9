package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.chat.Attachment;
import parley.chat.Inbound;
import parley.chat.Reference;
import parley.contract.Events;

final class EventJsonTest {
    @Test
    void read_everyKind_isWhatWasWritten() {
        var turn = new Reference("T-1");
        List<Inbound> events =
                List.of(
                        Events.mention("m1", "text"),
                        Events.withFiles(Events.mention("m1", ""), Events.file("a \"b\".png")),
                        Events.twin(Events.mention("m1", "text")),
                        Events.retry("r", Events.THREAD, turn),
                        Events.more("c", Events.THREAD, turn),
                        Events.edited("e", "m1", "new"),
                        Events.deleted("d", "m1"));

        assertThat(events)
                .allSatisfy(event ->
                        assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event));
    }

    /** The form that rows on people's disks have: it must read for ever. */
    @Test
    void read_rowOfAnotherVersion_passesOverWhatItDoesNotKnow() {
        String row =
                """
                {"kind":"MENTION","event":"e-m1","thread":"slack/W1/C1/1700000000.000100",
                 "author_id":"U1","author_name":"Ann","at":"2026-03-01T12:00:00.123456Z",
                 "message":"m1","text":"hello","reactions":[{"id":"R1"}],"locale":null}
                """;

        assertThat(EventJson.read(row)).isEqualTo(Events.mention("m1", "hello"));
        assertThat(EventJson.read(EventJson.withText(row, "bye")))
                .isEqualTo(Events.mention("m1", "bye"));
        assertThat(EventJson.withText(row, "bye")).contains("R1");
    }

    /** The form that files have in rows on people's disks. */
    @Test
    void read_rowWithFiles_hasThem() {
        String row =
                """
                {"kind":"MENTION","event":"e-m1","thread":"slack/W1/C1/1700000000.000100",
                 "author_id":"U1","author_name":"Ann","at":"2026-03-01T12:00:00.123456Z",
                 "message":"m1","text":"look","files":[{"id":"F1","name":"a.png",
                 "media_type":"image/png","size":12,"location":"https://files.slack.com/F1"},
                 {"id":"F2"}]}
                """;

        assertThat(((Inbound.Said) EventJson.read(row)).files())
                .containsExactly(
                        new Attachment(
                                "F1", "a.png", "image/png", 12, "https://files.slack.com/F1"),
                        new Attachment("F2", "", "", 0, ""));
    }

    @Test
    void forgotten_keepsNeitherTextNorFiles() {
        String row =
                EventJson.write(
                        Events.withFiles(
                                Events.mention("m1", "secret"), Events.file("secret.png")));

        assertThat(EventJson.forgotten(row)).doesNotContain("secret").contains("m1");
        assertThat(EventJson.read(EventJson.forgotten(row))).isEqualTo(Events.mention("m1", ""));
    }

    @Test
    void read_damagedRow_saysSoWithoutTheText() {
        assertThatThrownBy(() -> EventJson.read("{\"text\":\"secret\", secret"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
