package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** Conversations in Discord: who is answered where, and what Claude gets to read. */
final class DiscordThreadJourneyTest extends DiscordJourney {
    private static final String MAKE_THREAD = "channels/{c}/messages/{m}/threads";

    @Test
    void mention_isAnsweredInAThreadMadeFromIt_namedAfterTheQuestion() {
        claude.enqueue(FakeReply.answer("Hello ", "from ", "the thread."));

        long question = askAndWait("Why is the sky blue?");

        assertThat(discord.thread(question).orElseThrow().name()).isEqualTo("Why is the sky blue?");
        assertThat(text(answers(question))).isEqualTo("Hello from the thread.");
        assertThat(discord.answers(GENERAL)).isEmpty();
        assertThat(asked(1))
                .contains("from=\\\"Ada\\\"", "Why is the sky blue?")
                .doesNotContain("<@");
    }

    @Test
    void thread_goesOnWithoutMention_withItsWholeHistory() {
        long question = askAndWait("My dog is called Bello.");
        discord.says(ADA, question, "What is my dog called?");
        answer(question, 2);

        assertThat(asked(2)).containsSubsequence("Bello", "answer 1", "What is my dog called?");
        assertThat(asked(2)).startsWith(asked(1).substring(0, 40));
    }

    @Test
    void severalPeople_needToNameIt_andWhatTheySaidIsContext() {
        long question = askAndWait("Where shall we eat?");
        discord.says(BOB, question, "I like noodles.");
        discord.says(ADA, question, "Me too, Bob.");
        discord.says(BOB, question, discord.mention() + " so where?");
        answer(question, 2);

        assertThat(claude.requests()).hasSize(2);
        assertThat(asked(2))
                .containsSubsequence("from=\\\"Bob\\\"", "noodles", "Me too", "so where?");
    }

    @Test
    void directMessages_areOneConversation() {
        long direct = discord.dmOf(ADA);
        discord.says(ADA, direct, "I am Ada.");
        answer(direct, 1);
        discord.says(ADA, direct, "Who am I?");

        assertThat(answer(direct, 2)).hasSize(2);
        assertThat(asked(2)).containsSubsequence("I am Ada.", "answer 1", "Who am I?");
    }

    @Test
    void forumPostThatNamesTheBot_isAnsweredThere() {
        long post = discord.posts(BOB, FORUM, "Red build", discord.mention() + " why is it red?");
        answer(post, 1);

        assertThat(text(answers(post))).isEqualTo("This is answer 1.");
        assertThat(asked(1)).contains("why is it red?");
    }

    @Test
    void whereThreadsAreForbidden_theAnswerIsAReply_andAReplyToItGoesOn() {
        discord.deny(GENERAL, Permission.CREATE_PUBLIC_THREADS);
        long question = ask("My cat is called Miez.");
        List<ShownMessage> first = answer(GENERAL, 1);
        long more = discord.replies(ADA, GENERAL, first.getFirst().id(), true, "And my cat?");
        List<ShownMessage> both = answer(GENERAL, 2);

        assertThat(discord.thread(question)).isEmpty();
        assertThat(first.getFirst().replyTo()).contains(question);
        assertThat(both.getLast().replyTo()).contains(more);
        assertThat(asked(2)).containsSubsequence("Miez", "answer 1", "And my cat?");
    }

    @Test
    void whereThreadsAreLimitedForMinutes_theAnswerComesAtOnceInTheChannel() {
        discord.faults()
                .always("POST", MAKE_THREAD, new Fault.RateLimited(240, Fault.Scope.SHARED));
        long question = ask("Quick?");

        assertThat(answer(GENERAL, 1).getFirst().replyTo()).contains(question);
        assertThat(discord.calls("POST", MAKE_THREAD)).hasSize(1);
    }

    @Test
    void botsAndPlainTalk_startNothing() {
        discord.says(ADA, GENERAL, "Nobody is asked here. @everyone");
        discord.hooks(GENERAL, "CI", discord.mention() + " build failed");
        askAndWait("now");

        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void joiningAThreadInTheMiddle_readsItsEarlierMessagesOnce() {
        long root = discord.says(BOB, GENERAL, "The build is red since noon.");
        long thread = discord.startsThread(BOB, GENERAL, root, "Red build");
        discord.says(ADA, thread, "It was the linter.");
        discord.says(ADA, thread, discord.mention() + " what do you say?");
        answer(thread, 1);
        discord.says(BOB, thread, discord.mention() + " and now?");
        answer(thread, 2);

        assertThat(asked(1))
                .containsSubsequence("red since noon", "the linter", "what do you say?");
        assertThat(asked(2)).containsOnlyOnce("red since noon");
    }

    @Test
    void editOfAQuestionBeingAnswered_startsTheAnswerAgain() {
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message().text("Paris is ").gate(gate).text("nice.").stop("end_turn"));
        claude.enqueue(FakeReply.answer("Rome is nice."));
        long question = ask("Is Paris nice?");
        awaitText(question, "Paris is");
        discord.edits(GENERAL, question, discord.mention() + " Is Rome nice?");
        answer(question, 1);
        gate.open();

        assertThat(text(answers(question))).isEqualTo("Rome is nice.");
        assertThat(asked(2)).contains("Is Rome nice?").doesNotContain("Paris");
    }

    @Test
    void editsAndDeletes_areWhatClaudeReadsNext_andPreviewsAreNone() {
        long question = askAndWait("I live in Bonn.");
        long slip = discord.says(ADA, question, "My password is hunter2.");
        answer(question, 2);
        discord.edits(GENERAL, question, discord.mention() + " I live in Cologne.");
        discord.deletes(question, slip);
        discord.unfurls(GENERAL, question);
        discord.says(ADA, question, "Where do I live?");
        answer(question, 3);

        assertThat(asked(3))
                .contains("Cologne", "Where do I live?")
                .doesNotContain("Bonn", "hunter2");
    }
}
