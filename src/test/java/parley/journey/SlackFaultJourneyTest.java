package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.slack.Delivery;
import parley.testing.slack.Fault;

/** What goes wrong between Slack and the program: one answer, nothing lost. */
final class SlackFaultJourneyTest extends SlackJourney {
    @Test
    void redeliveredEnvelope_isAnsweredOnce() {
        String root = askAndWait("once?");
        for (Delivery delivery : slack.deliveries()) {
            slack.redeliver(delivery);
        }
        slack.awaitAcknowledged();
        askAndWait("something else");

        assertThat(slack.answers(GENERAL, root)).hasSize(1);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void reconnectInMidAnswer_losesNothing() {
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message().text("Half ").gate(gate).text("and half.").stop("end_turn"));
        String root = slack.says(ADA, GENERAL, slack.mention() + " go");
        slack.await("half", () -> text(slack.answers(GENERAL, root)).startsWith("Half"));
        slack.sockets().drop();
        String second = slack.says(BOB, GENERAL, slack.mention() + " while you are deaf");
        gate.open();

        assertThat(text(answer(GENERAL, root, 1))).isEqualTo("Half and half.");
        assertThat(answer(GENERAL, second, 1)).hasSize(1);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void connectionsOpenFailingInThreeWays_isOutlived() {
        slack.faults()
                .next("apps.connections.open", new Fault.Status(500))
                .next("apps.connections.open", new Fault.Refused("internal_error"))
                .next("apps.connections.open", new Fault.Malformed());
        slack.sockets().drop();
        String root = slack.says(ADA, GENERAL, slack.mention() + " are you back?");

        assertThat(answer(GENERAL, root, 1)).hasSize(1);
        assertThat(claude.requests()).hasSize(1);
        assertThat(slack.sockets().mostOpen()).isLessThanOrEqualTo(2);
    }

    @Test
    void refreshInMidAnswer_hasNoGap() {
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message().text("Half ").gate(gate).text("and half.").stop("end_turn"));
        String root = slack.says(ADA, GENERAL, slack.mention() + " go");
        slack.await("half", () -> text(slack.answers(GENERAL, root)).startsWith("Half"));
        slack.sockets().disconnect("warning");
        slack.sockets().disconnect("refresh_requested");
        slack.replies(ADA, GENERAL, root, "and then?");
        gate.open();

        assertThat(text(answer(GENERAL, root, 2))).startsWith("Half and half.");
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void restartInMidAnswer_goesOnInTheSameMessage() {
        claude.enqueue(FakeReply.message().text("Half ").stall());
        claude.enqueue(FakeReply.answer("The whole answer."));
        String root = slack.says(ADA, GENERAL, slack.mention() + " go");
        slack.await("half", () -> text(slack.answers(GENERAL, root)).startsWith("Half"));
        restart(Duration.ZERO);

        assertThat(text(answer(GENERAL, root, 1))).isEqualTo("The whole answer.");
        assertThat(slack.answers(GENERAL, root)).hasSize(1);
        // Nothing but trying tells a new process whether the message is still a stream.
        tolerate("streaming_state_conflict");
    }

    @Test
    void lostAnswersOfSlack_doubleNothing() {
        slack.faults()
                .next("chat.startStream", new Fault.EffectThenReset())
                .next("chat.stopStream", new Fault.EffectThenReset());
        claude.enqueue(FakeReply.answer("Exactly ", "once."));
        String root = slack.says(ADA, GENERAL, slack.mention() + " say it");

        assertThat(text(answer(GENERAL, root, 1))).isEqualTo("Exactly once.");
        assertThat(slack.answers(GENERAL, root)).hasSize(1);
    }

    @Test
    void rateLimitFromSlack_isHonouredAndTheFinalTextArrives() {
        slack.faults().next("chat.startStream", new Fault.RateLimited(1));
        claude.enqueue(FakeReply.answer("Patience ", "pays."));
        String root = slack.says(ADA, GENERAL, slack.mention() + " go");

        assertThat(text(answer(GENERAL, root, 1))).isEqualTo("Patience pays.");
    }

    @Test
    void health_isRedWhileDeafAndGreenAfter() {
        slack.faults().always("apps.connections.open", new Fault.Status(503));
        slack.sockets().drop();
        slack.await("red health", () -> !parley().ready());
        slack.faults().clear();
        slack.await("green health", () -> parley().ready());
    }
}
