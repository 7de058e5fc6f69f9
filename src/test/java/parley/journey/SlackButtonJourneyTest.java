package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.slack.Ephemeral;
import parley.testing.slack.Fault;
import parley.testing.slack.Shown;

/** Buttons, commands and the other surfaces of Slack. */
final class SlackButtonJourneyTest extends SlackJourney {
    private String stalled() {
        claude.enqueue(FakeReply.message().text("Once upon ").stall());
        String root = slack.says(ADA, GENERAL, slack.mention() + " a long story");
        slack.await(
                "the first words",
                () -> text(slack.answers(GENERAL, root)).startsWith("Once upon"));
        return root;
    }

    private void press(String user, String root, String action) {
        Shown last = slack.answers(GENERAL, root).getLast();
        slack.presses(user, GENERAL, last.ts(), action);
    }

    @Test
    void slacksOwnStop_endsTheAnswerAndKeepsWhatIsThere() {
        String root = stalled();
        slack.stopsSession(ADA, GENERAL, root);
        answer(GENERAL, root, 1);

        assertThat(text(slack.answers(GENERAL, root))).isEqualTo("Once upon ");
        assertThat(slack.answers(GENERAL, root).getLast().context())
                .anyMatch(line -> line.contains("Stopped by Ada"));
    }

    @Test
    void ourStop_whereSlackTakesNoStreams_endsTheAnswer() {
        slack.faults().always("chat.startStream", new Fault.Refused("channel_type_not_supported"));
        String root = stalled();
        press(BOB, root, "parley.stop");
        slack.await("a private word", () -> !slack.ephemerals(BOB).isEmpty());
        press(ADA, root, "parley.stop");
        answer(GENERAL, root, 1);

        assertThat(text(slack.answers(GENERAL, root))).isEqualTo("Once upon ");
        assertThat(slack.answers(GENERAL, root).getLast().context())
                .anyMatch(line -> line.contains("Stopped by Ada"));
    }

    @Test
    void retryByTheAsker_asksAgainInTheSameMessage() {
        String root = askAndWait("first try");
        press(ADA, root, "parley.retry");
        slack.await("answer 2", () -> text(slack.answers(GENERAL, root)).contains("answer 2"));

        assertThat(slack.answers(GENERAL, root)).hasSize(1);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void retryBySomebodyElse_isRefusedInPrivate_butNotForAnAdmin() {
        String root = askAndWait("first try");
        press(BOB, root, "parley.retry");
        slack.await("a private word", () -> !slack.ephemerals(BOB).isEmpty());
        press(EVE, root, "parley.retry");
        slack.await("answer 2", () -> text(slack.answers(GENERAL, root)).contains("answer 2"));

        Ephemeral told = slack.ephemerals(BOB).getFirst();
        assertThat(told.text()).contains("Only Ada, who asked, or an admin can do that.");
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void command_isAnsweredInPrivate_andOnlyAdminsChangeThePersona() {
        slack.command(BOB, GENERAL, "/parley", "persona set engineer");
        slack.await("a refusal", () -> !slack.ephemerals(BOB).isEmpty());
        slack.command(EVE, GENERAL, "/parley", "persona set engineer");
        slack.await("a word", () -> !slack.ephemerals(EVE).isEmpty());
        askAndWait("who are you?");

        assertThat(slack.ephemerals(BOB).getFirst().text()).contains("admin");
        assertThat(slack.ephemerals(EVE).getFirst().text()).contains("engineer");
        assertThat(request(1).json().path("system").toString()).contains("engineer");
    }

    @Test
    void commandInAMention_worksInThreadsAndAsksNobody() {
        String root = askAndWait("hello");
        slack.replies(EVE, GENERAL, root, slack.mention() + " persona list");
        slack.await("a private list", () -> !slack.ephemerals(EVE).isEmpty());

        assertThat(slack.ephemerals(EVE)).hasSize(1);
        assertThat(slack.ephemerals(EVE).getFirst().text()).contains("engineer", "editor");
        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void shortcut_asksAboutTheMessageInItsThread() {
        String root = slack.says(BOB, GENERAL, "ORA-00600 on db7 again");
        slack.shortcut(ADA, GENERAL, root, "parley.ask");
        slack.await("a modal", () -> slack.surfaces().modal(ADA).isPresent());
        slack.submits(
                slack.surfaces().modal(ADA).orElseThrow().path("id").asText(), java.util.Map.of());
        answer(GENERAL, root, 1);

        assertThat(asked(1)).contains("ORA-00600");
    }

    @Test
    void home_showsHowToAskAndMyThreads() {
        askAndWait("where is the coffee?");
        slack.opensHome(ADA, "home");
        slack.await("a home", () -> slack.surfaces().home(ADA).isPresent());

        assertThat(slack.surfaces().home(ADA).orElseThrow().toString())
                .contains("where is the coffee?", "default");
    }

    @Test
    void agentView_suggestsQuestionsAndNamesTheThread() {
        slack.opensHome(ADA, "messages");
        slack.await(
                "suggested questions",
                () -> !slack.surfaces().suggestedPrompts(slack.imOf(ADA), "").isEmpty());
        String root = slack.directMessage(ADA, "What is a monad?");
        answer(slack.imOf(ADA), root, 1);
        slack.await("a title", () -> slack.surfaces().title(slack.imOf(ADA), root).isPresent());

        assertThat(slack.surfaces().title(slack.imOf(ADA), root)).contains("What is a monad?");
    }
}
