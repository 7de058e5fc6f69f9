package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Overview;
import parley.chat.UserId;
import parley.testing.slack.Call;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;
import parley.testing.slack.Room;
import parley.testing.slack.Surfaces;

/** The Home and what Slack offers to agents, through Bolt. */
final class HomeTabTest {
    private static final String PROMPTS = "assistant.threads.setSuggestedPrompts";

    private SurfacesRig rig;
    private FakeSlack slack;

    @BeforeEach
    void start() throws Exception {
        slack =
                FakeSlack.start()
                        .addUser("U1", "Ada")
                        .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
        rig = SurfacesRig.start(slack);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(slack.violations()).isEmpty();
        rig.close();
    }

    private void awaitCalls(String method, int count) {
        slack.await(method, () -> slack.calls(method).size() >= count);
    }

    @Test
    void opened_home_showsPersonasAndThreadsWithLinks() {
        String root = slack.says("U1", "C1", "hello");
        rig.recent.add(
                new Overview.Recent(
                        rig.thread("C1", root), "Is a < b?", Instant.ofEpochSecond(1_700_000_000)));

        slack.opensHome("U1", "home");
        awaitCalls("views.publish", 1);

        String page = Surfaces.text(slack.surfaces().home("U1").orElseThrow());
        assertThat(page)
                .contains(
                        "Direct messages:  *p-" + slack.imOf("U1") + "* – Answers.",
                        "<#C1>:  *p-C1* – Answers.",
                        "/archives/C1/p" + root.replace(".", "") + "?thread_ts=" + root,
                        "|Is a &lt; b?>");
    }

    @Test
    void opened_homeAgainAtOnce_isPublishedOnce() {
        slack.opensHome("U1", "home");
        awaitCalls("views.publish", 1);
        slack.opensHome("U1", "home");
        slack.awaitAcknowledged();
        rig.ticker.advance(Duration.ofSeconds(10));
        slack.opensHome("U1", "home");
        awaitCalls("views.publish", 2);

        assertThat(slack.calls("views.publish")).hasSize(2);
        assertThat(slack.calls(PROMPTS)).isEmpty();
    }

    @Test
    void opened_messages_suggestsQuestionsWithoutAThread() {
        slack.opensHome("U1", "messages");
        awaitCalls(PROMPTS, 1);

        assertThat(slack.surfaces().suggestedPrompts(slack.imOf("U1"), ""))
                .singleElement()
                .hasToString("{\"title\":\"Hi\",\"message\":\"Greet me.\"}");
        assertThat(slack.calls(PROMPTS).getFirst().argument("thread_ts")).isEmpty();
        assertThat(slack.calls("views.publish")).isEmpty();
    }

    @Test
    void opened_messagesOfNoAgent_goesOn() {
        slack.faults().next(PROMPTS, new Fault.Refused("not_agent_app"));
        slack.opensHome("U1", "messages");
        awaitCalls(PROMPTS, 1);
        slack.awaitAcknowledged();

        slack.opensHome("U1", "home");
        awaitCalls("views.publish", 1);
    }

    @Test
    void opened_messagesOfAPersonaWithoutPrompts_asksNothingOfSlack() {
        rig.prompts = List.of();

        slack.opensHome("U1", "messages");
        slack.opensHome("U1", "home");
        awaitCalls("views.publish", 1);

        assertThat(slack.calls(PROMPTS)).isEmpty();
    }

    @Test
    void asked_firstQuestionOfAThread_namesIt() {
        String channel = slack.imOf("U1");
        String root = slack.directMessage("U1", "**Why** does it fail?");
        String later = slack.replies("U1", channel, root, "And now?");

        rig.surfaces.agentView().asked(question(channel, root, later, "And now?"));
        rig.surfaces.agentView().asked(question(channel, root, root, "**Why** does it fail?"));
        awaitCalls("assistant.threads.setTitle", 1);

        assertThat(slack.surfaces().title(channel, root)).hasValue("Why does it fail?");
        assertThat(slack.calls("assistant.threads.setTitle"))
                .extracting(Call::arguments)
                .hasSize(1);
    }

    private Inbound.DirectMessage question(String channel, String root, String ts, String text) {
        return new Inbound.DirectMessage(
                new EventId("e" + ts),
                rig.thread(channel, root),
                new Author(new UserId("U1"), "Ada"),
                Instant.EPOCH,
                new MessageId(ts),
                text,
                List.of());
    }
}
