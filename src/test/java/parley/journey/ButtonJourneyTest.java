package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.PlaygroundClient.Shown;

/** The buttons under answers, and who may press them. */
final class ButtonJourneyTest extends Journey {
    @Test
    void stop_keepsWhatIsThereAndClosesTheConnection() {
        claude.enqueue(FakeReply.message().text("So far ").stall());
        String root = client().ask(GENERAL, "ada", "Go on and on");
        Shown growing = growing(root, "So far ");
        client().press(GENERAL, root, growing.turn(), "ada", "stop");

        claude.requests().getFirst().awaitClosedByClient();
        assertThat(text(root, 1)).isEqualTo("So far ");
        assertThat(note(root, 1)).isEqualTo("Stopped by Ada Lovelace.");
        assertThat(answer(root, 1).getLast().buttons()).containsExactly("continue", "retry");
        assertThat(answer(root, 1).getLast().footer()).contains("about ");
    }

    @Test
    void stop_whileThinking_endsTheWait() {
        claude.enqueue(FakeReply.message().thinking("Hm", "sig").stall());
        String root = client().ask(GENERAL, "ada", "Think hard");
        claude.takeRequest();
        String path = "api/channels/" + GENERAL + "/threads/" + root;
        client().await(
                        GENERAL,
                        root,
                        thread -> !client().get(path).path("statusTurn").asText().isEmpty());
        String turn = client().get(path).path("statusTurn").asText();
        client().press(GENERAL, root, turn, "ada", "stop");

        claude.requests().getFirst().awaitClosedByClient();
        assertThat(text(root, 1)).isEmpty();
        assertThat(note(root, 1)).isEqualTo("Stopped by Ada Lovelace.");
        client().await(
                        GENERAL,
                        root,
                        thread -> client().get(path).path("status").asText().isEmpty());
    }

    @Test
    void stop_byAnotherMember_isRefusedPrivately() {
        claude.enqueue(FakeReply.message().text("Grace's ").stall());
        String root = client().ask(GENERAL, "grace", "Mine");
        Shown growing = growing(root, "Grace's ");

        assertThat(press(root, growing, "linus", "stop"))
                .isEqualTo("Only Grace Hopper, who asked, or an admin can do that.");
        assertThat(press(root, growing, "grace", "retry"))
                .isEqualTo("This answer is still being written.");
        assertThat(press(root, growing, "ada", "stop")).isEmpty();
        assertThat(note(root, 1)).isEqualTo("Stopped by Ada Lovelace.");
    }

    @Test
    void retry_replacesTheAnswerInItsMessage() {
        String root = askAndWait("Hello?");
        Shown first = answer(root, 1).getLast();
        client().press(GENERAL, root, first.turn(), "ada", "retry");

        client().await(
                        GENERAL,
                        root,
                        thread ->
                                thread.getLast().text().equals("This is answer 2.")
                                        && thread.getLast().buttons().contains("retry"));
        assertThat(client().thread(GENERAL, root)).hasSize(2);
        assertThat(claude.requests().get(1).json().path("messages"))
                .isEqualTo(claude.requests().get(0).json().path("messages"));
        client().reply(GENERAL, root, "ada", "And?");
        answer(root, 2);
        assertThat(claude.requests().get(2).text())
                .contains("answer 2.")
                .doesNotContain("answer 1");
    }

    @Test
    void retry_ofLongAnswerByShortOne_leavesNoRest() {
        claude.enqueue(FakeReply.answer("A sentence of some length. ".repeat(1_200)));
        String root = askAndWait("Long?");
        assertThat(answer(root, 1)).hasSizeGreaterThan(2);
        client().press(GENERAL, root, answer(root, 1).getLast().turn(), "ada", "retry");

        client().await(
                        GENERAL,
                        root,
                        thread ->
                                thread.size() == 2
                                        && thread.getLast().text().equals("This is answer 2."));
    }

    @Test
    void retry_pressedTwice_isOneMoreAnswer() {
        String root = askAndWait("Hello?");
        Shown first = answer(root, 1).getLast();
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().text("Busy ").gate(gate).stop("end_turn"));
        client().reply(GENERAL, root, "ada", "And?");
        gate.awaitReached();

        assertThat(press(root, first, "ada", "retry")).isEmpty();
        assertThat(press(root, first, "ada", "retry")).isEqualTo("That is already on its way.");
        gate.open();
        client().await(
                        GENERAL,
                        root,
                        thread ->
                                thread.get(1).text().equals("This is answer 3.")
                                        && thread.get(1).buttons().contains("retry"));
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void continue_ofAnOlderAnswer_isRefused() {
        claude.enqueue(FakeReply.message().text("So far").stop("max_tokens"));
        String root = askAndWait("Tell me");
        Shown cut = answer(root, 1).getLast();
        client().reply(GENERAL, root, "ada", "Something else");
        answer(root, 2);

        assertThat(press(root, cut, "ada", "continue"))
                .isEqualTo("The conversation has gone on since. Ask for the rest in words.");
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void likes_areKept_byAnyone() {
        String root = askAndWait("Hello?");
        Shown answer = answer(root, 1).getLast();

        assertThat(press(root, answer, "linus", "like")).isEmpty();
        assertThat(press(root, answer, "linus", "dislike")).isEmpty();
    }

    @Test
    void press_underAnAnswerOfAnotherThread_doesNothing() {
        Shown foreign = answer(askAndWait("One"), 1).getLast();
        String root = askAndWait("Two");

        assertThat(press(root, foreign, "ada", "retry"))
                .isEqualTo("This answer is not known here any more.");
        assertThat(claude.requests()).hasSize(2);
    }

    private String press(String root, Shown answer, String author, String button) {
        return client().press(GENERAL, root, answer.turn(), author, button).path("notice").asText();
    }
}
