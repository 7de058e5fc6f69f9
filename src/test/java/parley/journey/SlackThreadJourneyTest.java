package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;

/** Conversations in Slack: who is answered where, and what Claude gets to read. */
final class SlackThreadJourneyTest extends SlackJourney {
    @Test
    void mention_isAnsweredInItsThreadOnce_whateverItsTwinEvents() {
        claude.enqueue(FakeReply.answer("Hello ", "from ", "the thread."));

        String root = askAndWait("hello");

        assertThat(slack.deliveries("app_mention")).hasSize(1);
        assertThat(slack.deliveries("message")).isNotEmpty();
        slack.awaitAcknowledged();
        assertThat(text(slack.answers(GENERAL, root))).isEqualTo("Hello from the thread.");
        assertThat(slack.channel(GENERAL)).hasSize(1);
        assertThat(claude.requests()).hasSize(1);
        assertThat(asked(1)).contains("from=\\\"Ada\\\"", "hello").doesNotContain("<@");
    }

    @Test
    void thread_goesOnWithoutMention_withItsWholeHistory() {
        String root = askAndWait("My dog is called Bello.");
        slack.replies(ADA, GENERAL, root, "What is my dog called?");
        answer(GENERAL, root, 2);

        assertThat(asked(2)).containsSubsequence("Bello", "answer 1", "What is my dog called?");
        String first = request(1).json().path("messages").get(0).toString();
        assertThat(request(2).json().path("messages").get(0).path("content").toString())
                .isNotEmpty();
        assertThat(first).isNotEmpty();
    }

    @Test
    void severalPeople_needToNameIt_andWhatTheySaidIsContext() {
        String root = askAndWait("Where shall we eat?");
        slack.replies(BOB, GENERAL, root, "I like noodles.");
        slack.replies(ADA, GENERAL, root, "Me too, Bob.");
        slack.replies(BOB, GENERAL, root, slack.mention() + " so where?");
        answer(GENERAL, root, 2);

        assertThat(claude.requests()).hasSize(2);
        assertThat(asked(2))
                .containsSubsequence("from=\\\"Bob\\\"", "noodles", "Me too", "so where?");
    }

    @Test
    void privateChannelAndDirectMessage_areAnsweredInTheirThreads() {
        String secret = slack.says(BOB, SECRET, slack.mention() + " psst");
        String direct = slack.directMessage(ADA, "Just us");

        assertThat(answer(SECRET, secret, 1)).hasSize(1);
        assertThat(answer(slack.imOf(ADA), direct, 1)).hasSize(1);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void botsAndPlainTalk_startNothing() {
        slack.says(ADA, GENERAL, "Nobody is asked here.");
        slack.happens(ADA, GENERAL, "channel_join", "joined");
        slack.awaitAcknowledged();
        askAndWait("now");

        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void joiningAThreadInTheMiddle_readsItsEarlierMessagesOnce() {
        String root = slack.says(BOB, GENERAL, "The build is red since noon.");
        slack.replies(ADA, GENERAL, root, "It was the linter.");
        slack.replies(ADA, GENERAL, root, slack.mention() + " what do you say?");
        answer(GENERAL, root, 1);
        slack.replies(BOB, GENERAL, root, slack.mention() + " and now?");
        answer(GENERAL, root, 2);

        assertThat(asked(1))
                .containsSubsequence("red since noon", "the linter", "what do you say?");
        // The search of the start may read the thread as well, but to no end before the question.
        assertThat(slack.calls("conversations.replies"))
                .filteredOn(call -> call.argument("latest").isPresent())
                .hasSize(1);
        assertThat(asked(2)).containsOnlyOnce("red since noon");
    }

    @Test
    void editOfAQuestionBeingAnswered_startsTheAnswerAgain() {
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message().text("Paris is ").gate(gate).text("nice.").stop("end_turn"));
        claude.enqueue(FakeReply.answer("Rome is nice."));
        String root = slack.says(ADA, GENERAL, slack.mention() + " Is Paris nice?");
        slack.await(
                "the first words", () -> text(slack.answers(GENERAL, root)).startsWith("Paris is"));
        slack.edits(GENERAL, root, slack.mention() + " Is Rome nice?");
        answer(GENERAL, root, 1);
        gate.open();

        assertThat(text(slack.answers(GENERAL, root))).isEqualTo("Rome is nice.");
        assertThat(asked(2)).contains("Is Rome nice?").doesNotContain("Paris");
    }

    @Test
    void editAndDeleteOfOlderMessages_areWhatClaudeReadsNext_withoutStaleThinking() {
        claude.enqueue(FakeReply.message().thinking("Hm.", "sig-1").text("One.").stop("end_turn"));
        String root = askAndWait("I live in Bonn.");
        String slip = slack.replies(ADA, GENERAL, root, "My password is hunter2.");
        answer(GENERAL, root, 2);
        slack.edits(GENERAL, root, slack.mention() + " I live in Cologne.");
        slack.deletes(GENERAL, slip);
        slack.unfurls(GENERAL, root);
        slack.awaitAcknowledged();
        slack.replies(ADA, GENERAL, root, "Where do I live?");
        answer(GENERAL, root, 3);

        assertThat(asked(2)).contains("sig-1");
        assertThat(asked(3))
                .contains("Cologne", "Where do I live?")
                .doesNotContain("Bonn", "hunter2", "sig-1");
    }
}
