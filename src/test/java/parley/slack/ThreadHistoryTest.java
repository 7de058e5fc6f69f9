package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.slack.api.model.Message;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Inbound;
import parley.chat.ThreadId;

final class ThreadHistoryTest {
    private static final ThreadId THREAD = Recordings.thread("C0GENERAL1", "1721934000.000001");

    private final ThreadHistory history = new ThreadHistory(THREAD, Recordings.SELF, Names.NONE);

    private List<Inbound.ThreadReply> tell(String... messages) {
        List<Message> read =
                Stream.of(messages)
                        .map(json -> json.replace('\'', '"'))
                        .map(json -> GsonFactory.createSnakeCase().fromJson(json, Message.class))
                        .toList();
        return history.tell(read, Optional.empty(), 50);
    }

    @Test
    void alert_ofAttachmentsOnly_isToldByWhatTheySay() {
        List<Inbound.ThreadReply> told =
                tell(
                        """
                        {'subtype': 'bot_message', 'bot_id': 'B0GRAFANA1', 'username': 'Grafana',
                         'text': '', 'ts': '1721934000.000001', 'attachments': [
                          {'fallback': 'short', 'title': 'CPU', 'text': 'cpu &gt; <https://x.y|90 %>',
                           'fields': [{'title': 'host', 'value': 'db1'}]},
                          {'fallback': 'a graph', 'image_url': 'https://x.y/z.png'}]}
                        """);

        assertThat(told)
                .extracting(
                        it -> it.author().id().value(), it -> it.author().name(), it -> it.text())
                .containsExactly(
                        tuple(
                                "B0GRAFANA1",
                                "Grafana",
                                "CPU\ncpu > [90 %](https://x.y)\nhost: db1\n\na graph"));
    }

    @Test
    void alert_ofBlocksOnly_isToldByTheNameOfItsApp() {
        List<Inbound.ThreadReply> told =
                tell(
                        """
                        {'user': 'U0BUILDBOT', 'bot_id': 'B0BUILD001', 'app_id': 'A0BUILD001',
                         'bot_profile': {'id': 'B0BUILD001', 'name': 'Build'},
                         'ts': '1721934000.000001', 'blocks': [
                          {'type': 'header', 'text': {'type': 'plain_text', 'text': 'a < b'}},
                          {'type': 'divider'},
                          {'type': 'section', 'text': {'type': 'mrkdwn', 'text': '*red* &lt;'},
                           'fields': [{'type': 'plain_text', 'text': 'main'}]},
                          {'type': 'context', 'elements': [
                            {'type': 'image', 'image_url': 'https://x.y', 'alt_text': 'x'},
                            {'type': 'mrkdwn', 'text': 'by <@U123>'}]},
                          {'type': 'markdown', 'text': '**b** <i>'}]}
                        """);

        assertThat(told)
                .extracting(it -> it.author().name(), it -> it.text())
                .containsExactly(tuple("Build", "a < b\n*red* <\nmain\nby @\u2060U123\n**b** <i>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user': 'U1', 'text': 'joined', 'subtype': 'channel_join'",
                "'user': 'U1', 'text': 'psst', 'hidden': true",
                "'user': 'USLACKBOT', 'text': 'gone', 'subtype': 'tombstone', 'hidden': true",
                "'user': 'U0PARLEY01', 'text': 'mine'",
                "'bot_id': 'B0PARLEY01', 'text': 'mine', 'subtype': 'bot_message'",
                "'user': 'U1', 'text': ' '",
                "'user': 'U1'"
            })
    void message_thatTellsNothing_isLeftOut(String fields) {
        assertThat(tell("{'ts': '1721934000.000002', " + fields + "}")).isEmpty();
    }

    @Test
    void message_withoutTime_isLeftOut() {
        assertThat(tell("{'user': 'U1', 'text': 'when?'}")).isEmpty();
        assertThat(tell("{'user': 'U1', 'text': 'when?', 'ts': 'never'}")).isEmpty();
    }
}
