package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameTest {
    @Test
    void read_hello_isReady() {
        assertThat(Frame.read("{\"type\":\"hello\",\"num_connections\":1}"))
                .isEqualTo(new Frame.Hello());
    }

    @Test
    void read_disconnect_tellsWhy() {
        assertThat(
                        Frame.read(
                                "{\"type\":\"disconnect\",\"reason\":\"warning\","
                                        + "\"debug_info\":{\"host\":\"x\"}}"))
                .isEqualTo(new Frame.Disconnect("warning"));
    }

    @Test
    void read_envelope_isToBeAcknowledged() {
        String text =
                "{\"envelope_id\":\"e1\",\"type\":\"slash_commands\","
                        + "\"accepts_response_payload\":true,\"payload\":{\"command\":\"/parley\"}}";

        assertThat(Frame.read(text))
                .isEqualTo(
                        new Frame.Envelope(
                                "e1",
                                new Payload(Payload.Kind.COMMAND, "/parley", Optional.empty()),
                                true,
                                text));
    }

    @Test
    void read_envelopeOfUnknownShape_isToBeAcknowledged() {
        Frame frame = Frame.read("{\"envelope_id\":\"e2\",\"type\":\"new\",\"payload\":7}");

        assertThat(frame)
                .isInstanceOfSatisfying(
                        Frame.Envelope.class,
                        envelope -> {
                            assertThat(envelope.id()).isEqualTo("e2");
                            assertThat(envelope.payload().kind()).isEqualTo(Payload.Kind.UNKNOWN);
                            assertThat(envelope.answerable()).isFalse();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"payload\":[[[[,\"envelope_id\":\"e3\"",
                "{\"payload\":{\"text\":\"\\\"envelope_id\\\":\\\"no\\\"\"},\"envelope_id\" : \"e3\",}}",
            })
    void read_envelopeThatIsNoJson_isToBeAcknowledgedAllTheSame(String text) {
        assertThat(Frame.read(text)).isEqualTo(new Frame.Unreadable("e3"));
    }

    @Test
    void read_envelopeTooDeep_isToBeAcknowledgedAllTheSame() {
        String text = "{\"payload\":" + "[".repeat(9_000) + "]".repeat(9_000);

        assertThat(Frame.read(text + ",\"envelope_id\":\"e4\"}"))
                .isEqualTo(new Frame.Unreadable("e4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ping from applink-1", "{", "[]", "null", "{\"type\":{}}", "{}"})
    void read_whatIsNoRequest_isOther(String text) {
        assertThat(Frame.read(text)).isEqualTo(new Frame.Other());
    }
}
