package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.slack.WriterRig.growing;
import static parley.slack.WriterRig.whole;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.RateScope;
import parley.chat.Route;
import parley.chat.Write;

/** Which budgets each way of a write counts against. */
final class SlackLimitsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WriterRig rig = new WriterRig();
    private final String team = "slack/" + rig.slack.teamId();
    private final String channel = team + "/" + WriterRig.CHANNEL;

    @AfterEach
    void close() {
        rig.close();
    }

    private List<Route> routes(Write write) {
        return rig.adapter().limits().routes(rig.thread, write);
    }

    private List<Route> edit(MessageId id, Outgoing message) {
        return routes(new Write.Edit(id, message));
    }

    private RateScope team(String what, int calls) {
        return new RateScope(team + " " + what, calls, MINUTE);
    }

    private List<RateScope> posting() {
        return List.of(
                new RateScope(channel + " chat.postMessage", 1, Duration.ofSeconds(1)),
                team("chat.postMessage", 300));
    }

    @Test
    void post_growing_isAStreamOrAPost() {
        List<Route> routes = routes(new Write.Post(growing("One")));

        assertThat(routes)
                .extracting(Route::name)
                .containsExactly("chat.startStream", "chat.postMessage");
        assertThat(routes.getFirst().scopes())
                .contains(team("chat.startStream", 20))
                .containsAll(posting());
        assertThat(routes.getLast().scopes()).isEqualTo(posting());
    }

    @Test
    void post_settled_isAPost() {
        assertThat(routes(new Write.Post(whole("One"))))
                .containsExactly(new Route("chat.postMessage", posting()));
    }

    @Test
    void edit_ofAStream_isSpreadOverTheMinute() {
        MessageId id = rig.posted(growing("One"));

        assertThat(edit(id, growing("One two")))
                .containsExactly(
                        new Route(
                                "chat.appendStream",
                                List.of(
                                        new RateScope(
                                                team + " chat.appendStream",
                                                1,
                                                Duration.ofMillis(600)))));
    }

    @Test
    void edit_ofAStreamToItsEnd_isAStop() {
        MessageId id = rig.posted(growing("One"));

        assertThat(edit(id, whole("One two")))
                .containsExactly(
                        new Route("chat.stopStream", List.of(team("chat.stopStream", 20))));
    }

    @Test
    void edit_thatTheStreamCannotTake_countsTwice() {
        MessageId id = rig.posted(growing("One"));

        assertThat(edit(id, growing("Another")))
                .containsExactly(
                        new Route(
                                "chat.stopStream, chat.update",
                                List.of(team("chat.stopStream", 20), team("chat.update", 50))));
    }

    @Test
    void edit_ofAGrowingMessage_isOnceInThreeSeconds() {
        MessageId id = new MessageId("1.000001");

        List<RateScope> scopes = edit(id, growing("One")).getFirst().scopes();

        assertThat(scopes)
                .contains(team("chat.update", 50))
                .contains(
                        new RateScope(
                                channel + "/1.000001 chat.update growing",
                                1,
                                Duration.ofSeconds(3)))
                .contains(
                        new RateScope(team + " chat.update growing", 1, Duration.ofMillis(1_500)));
    }

    @Test
    void edit_ofAFinishedMessage_waitsForTheTierOnly() {
        assertThat(edit(new MessageId("1.000001"), whole("One")))
                .containsExactly(new Route("chat.update", List.of(team("chat.update", 50))));
    }

    @Test
    void delete_countsAsOne_andOfAStreamAsTwo() {
        MessageId id = rig.posted(growing("One"));

        assertThat(routes(new Write.Delete(new MessageId("1.000001"))))
                .containsExactly(new Route("chat.delete", List.of(team("chat.delete", 50))));
        assertThat(routes(new Write.Delete(id)).getFirst().scopes())
                .containsExactly(team("chat.stopStream", 20), team("chat.delete", 50));
    }

    @Test
    void messages_fitASettledMarkdownBlockWithAllThatStandsUnderThem() {
        String mentions = "<@U1".repeat(SlackLimits.MESSAGE_LENGTH / 4);
        Outgoing longest =
                new Outgoing(
                        WriterRig.TURN,
                        WriterRig.ANN,
                        0,
                        mentions,
                        mentions.length(),
                        java.util.Optional.of("n".repeat(9_000)),
                        java.util.Optional.of("f".repeat(9_000)),
                        List.of(parley.chat.Button.values()),
                        true);

        rig.posted(longest);

        assertThat(rig.text()).isEqualTo(mentions);
        rig.assertLawful();
    }
}
