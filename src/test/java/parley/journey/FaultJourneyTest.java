package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.PlaygroundClient.Shown;

/** Every way in which the model can fail ends as a plain sentence in the thread. */
final class FaultJourneyTest extends Journey {
    private static final String PLAIN = "[^{}<>\"]*";

    static List<Arguments> faults() {
        return List.of(
                fault(
                        "401",
                        "does not let this bot in",
                        FakeReply.status(401, "authentication_error", "bad key")),
                fault(
                        "403",
                        "does not let this bot in",
                        FakeReply.status(403, "permission_error", "no")),
                fault("404", "does not exist", FakeReply.status(404, "not_found_error", "model")),
                fault("400", "malformed", odd()),
                fault("429 for an hour", "in 60 minutes", FakeReply.rateLimited(3600)),
                fault("prompt too long", "too long", FakeReply.promptTooLong()));
    }

    private static FakeReply odd() {
        return FakeReply.status(400, "invalid_request_error", "odd");
    }

    private static Arguments fault(String name, String words, FakeReply... replies) {
        return Arguments.of(name, words, replies);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void refusedRequest_saysWhatHappened(String name, String words, FakeReply[] replies) {
        claude.enqueue(replies);
        String root = client().ask(GENERAL, "ada", "Hello?");

        List<Shown> answer = answer(root, 1);
        assertThat(answer).hasSize(1);
        assertThat(answer.getLast().text()).isEmpty();
        assertThat(answer.getLast().note())
                .contains(words)
                .contains(answer.getLast().turn())
                .matches(PLAIN);
        assertThat(answer.getLast().buttons()).containsExactly("retry");
    }

    @Test
    void rateLimitAndOverload_thatPass_endInTheAnswer() {
        claude.enqueue(FakeReply.rateLimited(1), FakeReply.overloaded());
        String root = askAndWait("Hello?");

        assertThat(text(root, 1)).isEqualTo("This is answer 3.");
        assertThat(note(root, 1)).isEmpty();
    }

    static List<Arguments> breaks() {
        return List.of(
                Arguments.of("error event", broken().error("overloaded_error", "busy")),
                Arguments.of("end without message_stop", broken()),
                Arguments.of("cut in mid-chunk", broken().cut()),
                Arguments.of("reset", broken().reset()));
    }

    private static FakeReply broken() {
        return FakeReply.message().text("Half an ", "answer");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void brokenStream_keepsWhatWasThereAndOffersMore(String name, FakeReply reply) {
        claude.enqueue(reply);
        String root = askAndWait("Hello?");

        assertThat(text(root, 1)).isEqualTo("Half an answer");
        assertThat(note(root, 1))
                .matches(
                        "The answer broke off, because Claude .+\\. Press Continue for the rest.*");
        assertThat(note(root, 1)).doesNotContain("Retry");
        assertThat(answer(root, 1).getLast().buttons()).containsExactly("continue", "retry");

        client().press(GENERAL, root, answer(root, 1).getLast().turn(), "ada", "continue");
        assertThat(text(root, 2)).isEqualTo("This is answer 2.");
        assertThat(claude.requests().get(1).text()).contains("Half an answer", "Continue exactly");
    }

    @Test
    void streamThatBreaksBeforeTheFirstWord_isAskedOnceMore() {
        claude.enqueue(FakeReply.message().begin().cut());
        String root = askAndWait("Hello?");

        assertThat(text(root, 1)).isEqualTo("This is answer 2.");
        assertThat(note(root, 1)).isEmpty();
    }

    @Test
    void streamThatBreaksWhileThinking_leavesNoThinkingOfTheLostTry() {
        claude.enqueue(FakeReply.message().thinking("first", "sig-1").reset());
        claude.enqueue(
                FakeReply.message().thinking("second", "sig-2").text("Done.").stop("end_turn"));
        String root = askAndWait("Hello?");
        client().reply(GENERAL, root, "ada", "And?");
        answer(root, 2);

        assertThat(text(root, 1)).isEqualTo("Done.");
        assertThat(claude.requests().get(2).text()).contains("sig-2").doesNotContain("sig-1");
    }

    @Test
    void overloadWhileThinking_isAskedOnceMore() {
        claude.enqueue(
                FakeReply.message().thinking("hm", "sig-1").error("overloaded_error", "busy"));
        String root = askAndWait("Hello?");

        assertThat(text(root, 1)).isEqualTo("This is answer 2.");
    }

    @Test
    void thinkingThatIsRefused_isLeftOutAndAskedAgain() {
        claude.enqueue(FakeReply.message().thinking("hm", "sig-1").text("One.").stop("end_turn"));
        String root = askAndWait("Hello?");
        claude.enqueue(FakeReply.status(400, "invalid_request_error", "thinking block mismatch"));
        client().reply(GENERAL, root, "ada", "And?");

        assertThat(text(root, 2)).isEqualTo("This is answer 3.");
        assertThat(claude.requests().get(1).text()).contains("sig-1");
        assertThat(claude.requests().get(2).text()).doesNotContain("sig-1").contains("One.");
    }

    @Test
    void refusal_isSaidAndLeftOutOfTheHistory() {
        claude.enqueue(FakeReply.message().text("I ").refusal("cyber", "This could do harm."));
        String root = askAndWait("Something bad");
        client().reply(GENERAL, root, "ada", "Something good");
        answer(root, 2);

        assertThat(note(root, 1))
                .startsWith("Claude declined to answer this.")
                .contains("This could do harm.");
        assertThat(claude.requests().get(1).json().path("messages")).hasSize(1);
    }

    @Test
    void lengthLimit_offersTheRest() {
        claude.enqueue(FakeReply.message().text("So far").stop("max_tokens"));
        String root = askAndWait("Tell me");

        assertThat(note(root, 1)).contains("length limit").contains("Continue");
        assertThat(answer(root, 1).getLast().buttons()).startsWith("continue");
    }

    @Test
    void pausedTurn_goesOnByItself() {
        claude.enqueue(FakeReply.message().text("One ").stop("pause_turn"));
        claude.enqueue(FakeReply.message().text("two.").stop("end_turn"));
        String root = askAndWait("Count");

        assertThat(text(root, 1)).isEqualTo("One two.");
        assertThat(claude.requests().get(1).json().path("messages").path(1).toString())
                .contains("\"One\"");
    }

    @Test
    void contextExceeded_byOneQuestion_keepsWhatIsThere() {
        claude.enqueue(exceeded());
        String root = askAndWait("Hello?");

        assertThat(text(root, 1)).isEqualTo("Too");
        assertThat(answer(root, 1).getLast().buttons()).startsWith("continue");
    }

    private static FakeReply exceeded() {
        return FakeReply.message().text("Too").stop("model_context_window_exceeded");
    }

    static Stream<FakeReply> overflows() {
        return Stream.of(FakeReply.promptTooLong(), exceeded());
    }

    @Test
    void firstQuestionThatTakesMostOfTheRoom_isLeftOut() {
        String root = askAndWait("first " + "word ".repeat(6_000));
        claude.models(name -> FakeAnthropic.model(name, 12_000, 4_000));
        restart(Duration.ZERO);
        client().reply(GENERAL, root, "ada", "And now?");

        assertThat(text(root, 2)).isEqualTo("This is answer 2.");
        assertThat(claude.requests().getLast().text())
                .contains("And now?", "were left out here")
                .doesNotContain("first word");
    }

    @ParameterizedTest
    @MethodSource("overflows")
    void overflow_isAskedAgainShorter(FakeReply overflow) {
        String root = askAndWait("first " + "word ".repeat(1_000));
        for (int i = 2; i <= 4; i++) {
            client().reply(GENERAL, root, "ada", i + " " + "word ".repeat(1_000));
            answer(root, i);
        }
        claude.models(name -> FakeAnthropic.model(name, 12_000, 4_000));
        restart(Duration.ZERO);
        claude.enqueue(overflow);
        client().reply(GENERAL, root, "ada", "And now?");

        assertThat(text(root, 5)).isEqualTo("This is answer 6.");
        assertThat(note(root, 5)).isEmpty();
        int refused = claude.requests().get(4).bytes().length;
        assertThat(claude.requests().get(5).bytes().length).isLessThan(refused);
        assertThat(claude.requests().get(5).text()).contains("And now?", "were left out here");
    }

    @Test
    void unknownEventsAndStopReason_areAnAnswer() {
        claude.enqueue(
                FakeReply.message()
                        .event("new_thing", "{\"type\":\"new_thing\"}")
                        .text("Fine.")
                        .stop("brand_new_reason"));
        String root = askAndWait("Hello?");

        assertThat(text(root, 1)).isEqualTo("Fine.");
        assertThat(note(root, 1)).isEmpty();
    }

    @Test
    void noKeyOfOurs_isEverShown() {
        claude.enqueue(FakeReply.status(401, "authentication_error", "invalid sk-ant-test-key"));
        String root = askAndWait("Hello?");

        assertThat(client().text("api/channels/general/threads/" + root))
                .doesNotContain("sk-ant-test-key");
        assertThat(client().text("metrics")).doesNotContain("sk-ant");
    }
}
