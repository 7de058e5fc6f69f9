package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chat.Author;
import parley.chat.Inbound;
import parley.chat.Receipt;
import parley.chat.UserId;
import parley.testing.slack.Delivery;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;
import parley.testing.slack.Surfaces;

/** "Ask Parley about this", from the menu of a message to the question in its thread. */
final class AskShortcutTest {
    private SurfacesRig rig;
    private FakeSlack slack;

    @BeforeEach
    void start() throws Exception {
        slack =
                FakeSlack.start()
                        .addUser("U1", "Ada")
                        .addUser("U2", "Bob & Co")
                        .addUser("U9", "Alerts", Trait.BOT)
                        .addChannel("C1", "general", Room.Kind.PUBLIC, "U1", "U2")
                        .addChannel("C2", "strange", Room.Kind.PUBLIC, "U1", "U2")
                        .botMember("C2", false);
        rig = SurfacesRig.start(slack);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(slack.violations()).isEmpty();
        rig.close();
    }

    private JsonNode open(String user, String channel, String ts) {
        slack.shortcut(user, channel, ts, "parley.ask");
        slack.await("the window", () -> slack.surfaces().modal(user).isPresent());
        return slack.surfaces().modal(user).orElseThrow();
    }

    private Delivery submit(JsonNode window, String question) {
        Delivery sent = slack.submits(window.path("id").asText(), Map.of("question", question));
        slack.await("an answer", sent::acknowledged);
        return sent;
    }

    private String error(Delivery submission) {
        return submission.ack().payload().path("errors").path("parley.question").asText();
    }

    @Test
    void submitted_aboutAMessage_asksInItsThread() {
        String ts = slack.says("U1", "C1", "Deploy &lt;42&gt; broke, see <#C1>");

        JsonNode window = open("U2", "C1", ts);
        submit(window, "What  should\nI do?");

        assertThat(Surfaces.text(window)).contains("> Deploy &lt;42&gt; broke, see <#C1>");
        Shown line = slack.answers("C1", ts).getFirst();
        assertThat(line.context()).containsExactly("Bob & Co asked Parley: What should I do?");
        assertThat(rig.accepted)
                .singleElement()
                .isInstanceOfSatisfying(
                        Inbound.Mention.class,
                        asked -> {
                            assertThat(asked.thread()).isEqualTo(rig.thread("C1", ts));
                            assertThat(asked.message().value()).isEqualTo(line.ts());
                            assertThat(asked.author())
                                    .isEqualTo(new Author(new UserId("U2"), "Bob & Co"));
                            assertThat(asked.text())
                                    .startsWith(
                                            "What  should\nI do?\n\nI mean this message of Ada:\n"
                                                    + "> Deploy <42> broke, see #");
                        });
        assertThat(slack.surfaces().modal("U2")).isEmpty();
        assertThat(slack.notified()).isEmpty();
    }

    @Test
    void submitted_nothingTyped_asksToExplain() {
        String root = slack.says("U1", "C1", "Deploy");
        String reply = slack.replies("U9", "C1", root, "It failed: exit 3");

        submit(open("U2", "C1", reply), "");

        assertThat(rig.accepted)
                .singleElement()
                .isInstanceOfSatisfying(
                        Inbound.Mention.class,
                        asked -> {
                            assertThat(asked.thread().root()).isEqualTo(root);
                            assertThat(asked.text())
                                    .startsWith("Explain this message.\n\nI mean this message")
                                    .endsWith("> It failed: exit 3");
                        });
    }

    @Test
    void submitted_whereTheBotIsNot_saysHowToInviteIt() {
        String ts = slack.says("U1", "C2", "hello");

        JsonNode window = open("U2", "C2", ts);
        Delivery refused = submit(window, "Why?");
        assertThat(error(refused))
                .isEqualTo("I am not in #strange. Invite me there first: /invite @Parley");
        assertThat(rig.accepted).isEmpty();
        assertThat(slack.surfaces().modal("U2")).isPresent();

        slack.botMember("C2", true);
        submit(window, "Why?");
        assertThat(rig.accepted).hasSize(1);
        assertThat(slack.surfaces().modal("U2")).isEmpty();
    }

    @Test
    void submitted_betweenTwoPeople_saysWhatToDo() {
        slack.addChannel("D9", "", Room.Kind.IM, "U1", "U2").botMember("D9", false);
        String ts = slack.says("U1", "D9", "psst");

        Delivery refused = submit(open("U2", "D9", ts), "Why?");

        assertThat(error(refused)).startsWith("I cannot join direct messages between people.");
    }

    @ParameterizedTest
    @EnumSource(names = {"OVERLOADED", "REFUSED"})
    void submitted_inboxFull_saysSoAndTakesTheLineBack(Receipt receipt) {
        rig.receipt = _ -> receipt;
        String ts = slack.says("U1", "C1", "hello");

        JsonNode window = open("U2", "C1", ts);
        assertThat(error(submit(window, "Why?"))).startsWith("Too many questions are waiting");
        assertThat(slack.answers("C1", ts)).isEmpty();

        rig.receipt = _ -> Receipt.ACCEPTED;
        submit(window, "Why?");
        assertThat(slack.answers("C1", ts)).hasSize(1);
        assertThat(rig.accepted).hasSize(1);
    }

    @Test
    void submitted_whereAnswersAreOff_saysSoBeforeAnybodySeesTheQuestion() {
        rig.listening = false;
        String ts = slack.says("U1", "C1", "hello");

        assertThat(error(submit(open("U2", "C1", ts), "Why?"))).startsWith("I am switched off");
        assertThat(slack.answers("C1", ts)).isEmpty();
        assertThat(rig.accepted).isEmpty();
    }

    @Test
    void submitted_storeFails_saysSo() {
        rig.receipt =
                _ -> {
                    throw new IllegalStateException("disk full");
                };
        String ts = slack.says("U1", "C1", "hello");

        assertThat(error(submit(open("U2", "C1", ts), "Why?")))
                .startsWith("Something went wrong on my side")
                .doesNotContain("disk");
        assertThat(slack.answers("C1", ts)).isEmpty();
    }

    @Test
    void submitted_slackBusy_asksWithoutTheLine() {
        String ts = slack.says("U1", "C1", "hello");
        JsonNode window = open("U2", "C1", ts);
        slack.faults().next("chat.postMessage", new Fault.RateLimited(30));

        submit(window, "Why?");

        assertThat(rig.accepted).hasSize(1);
        assertThat(((Inbound.Mention) rig.accepted.getFirst()).message().value())
                .matches("\\d{10}\\.\\d{6}");
        assertThat(slack.answers("C1", ts)).isEmpty();
    }

    @Test
    void submitted_toldAgainBySlack_isOneQuestion() {
        String ts = slack.says("U1", "C1", "hello");
        Delivery sent = submit(open("U2", "C1", ts), "Why?");

        slack.redeliver(sent);
        slack.await("a second ack", () -> sent.acks().size() == 2);

        assertThat(rig.accepted).hasSize(1);
        assertThat(slack.answers("C1", ts)).hasSize(1);
    }

    @Test
    void chosen_windowCannotOpen_saysSo() {
        String ts = slack.says("U1", "C1", "hello");
        slack.faults().next("views.open", new Fault.Refused("expired_trigger_id"));

        slack.shortcut("U2", "C1", ts, "parley.ask");
        slack.await("the reason", () -> !slack.ephemerals("U2").isEmpty());

        assertThat(slack.ephemerals("U2").getFirst().text()).startsWith("Slack did not open");
        assertThat(List.copyOf(rig.accepted)).isEmpty();
    }
}
