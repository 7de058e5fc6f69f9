package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.discord.Interaction;
import parley.testing.discord.ShownButton;

/** Buttons, commands and the menu of messages in Discord. */
final class DiscordButtonJourneyTest extends DiscordJourney {
    @BeforeEach
    void awaitCommands() {
        discord.await("commands", () -> discord.commands().size() == 4);
    }

    private long stalled() {
        claude.enqueue(FakeReply.message().text("Once upon ").stall());
        long question = ask("a long story");
        awaitText(question, "Once upon");
        return question;
    }

    private Interaction press(long user, long channel, String button) {
        var last = answers(channel).getLast();
        String id =
                last.buttons().stream()
                        .map(ShownButton::customId)
                        .filter(one -> one.startsWith("parley." + button + ":"))
                        .findFirst()
                        .orElseThrow();
        Interaction pressed = discord.presses(user, channel, last.id(), id);
        discord.await("an acknowledgement", pressed::acknowledged);
        return pressed;
    }

    @Test
    void stop_endsTheAnswerAndKeepsWhatIsThere_forTheAskerOnly() {
        long question = stalled();
        Interaction refused = press(BOB, question, "stop");
        press(ADA, question, "stop");
        answer(question, 1);

        assertThat(refused.privateTexts()).singleElement().asString().contains("Only Ada");
        assertThat(text(answers(question))).isEqualTo("Once upon");
        assertThat(answers(question).getLast().notes())
                .anyMatch(line -> line.contains("Stopped by Ada"));
    }

    @Test
    void retry_asksAgainInTheSameMessage_alsoForAnAdmin() {
        long question = askAndWait("first try");
        press(EVE, question, "retry");
        awaitText(question, "This is answer 2.");

        assertThat(answers(question)).hasSize(1);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void continuation_goesOnUnderAnAnswerThatWasCutShort() {
        claude.enqueue(FakeReply.message().text("The first half").stop("max_tokens"));
        long question = askAndWait("all of it");
        press(ADA, question, "continue");
        answer(question, 2);

        assertThat(asked(2)).contains("The first half", "Continue exactly where");
    }

    @Test
    void thumbs_areForEverybody() {
        long question = askAndWait("hello");

        assertThat(press(BOB, question, "like").failed()).isFalse();
        assertThat(press(EVE, question, "dislike").failed()).isFalse();
    }

    @Test
    void ask_isTheQuestionForAllToSee_andAnsweredInItsThread() {
        Interaction typed =
                discord.command(BOB, GENERAL, "ask", "", Map.of("question", "What is a monad?"));
        discord.await("the question", () -> !typed.publicTexts().isEmpty());
        long question = discord.answers(GENERAL).getLast().id();
        answer(question, 1);

        assertThat(typed.publicTexts()).containsExactly("What is a monad?");
        assertThat(discord.thread(question).orElseThrow().name()).isEqualTo("What is a monad?");
        assertThat(asked(1)).contains("from=\\\"Bob\\\"", "What is a monad?");
    }

    @Test
    void personaCommands_areForAdmins_andTheNextAnswerFollows() {
        Interaction forced =
                discord.forces(BOB, GENERAL, "persona", "set", Map.of("name", "engineer"));
        discord.await("a refusal", () -> !forced.privateTexts().isEmpty());
        Interaction set =
                discord.command(EVE, GENERAL, "persona", "set", Map.of("name", "engineer"));
        discord.await("a word", () -> !set.privateTexts().isEmpty());
        askAndWait("who are you?");

        assertThat(forced.privateTexts().getFirst()).contains("admin");
        assertThat(set.privateTexts().getFirst()).contains("engineer");
        assertThat(request(1).json().path("system").toString()).contains("engineer");
    }

    @Test
    void personaNames_areProposedWhileTyping() {
        Interaction typing = discord.completes(EVE, GENERAL, "persona", "set", "name", "eng");
        discord.await("proposals", () -> !typing.choices().isEmpty());

        assertThat(typing.choices()).extracting(Interaction.Choice::value).contains("engineer");
    }

    @Test
    void helpAndStatus_areAnsweredInPrivate() {
        Interaction help = discord.command(BOB, GENERAL, "parley", "help", Map.of());
        Interaction status = discord.command(BOB, GENERAL, "parley", "status", Map.of());
        discord.await("help", () -> !help.privateTexts().isEmpty());
        discord.await("status", () -> !status.privateTexts().isEmpty());

        assertThat(String.join("", help.privateTexts())).contains("/ask", "/persona list");
        assertThat(status.privateTexts().getFirst()).contains("answers under way");
        assertThat(help.publicTexts()).isEmpty();
    }

    @Test
    void menuOfAMessage_asksAboutItInItsThread() {
        long message = discord.says(BOB, GENERAL, "ORA-00600 on db7 again");
        Interaction menu = discord.menu(ADA, GENERAL, message, "Ask Parley about this");
        discord.await("a window", () -> menu.modal().isPresent());
        Interaction sent = discord.submits(menu, Map.of());
        discord.await("a thread", () -> discord.thread(message).isPresent());
        answer(message, 1);

        assertThat(sent.acknowledged()).isTrue();
        assertThat(asked(1)).contains("ORA-00600");
    }

    @Test
    void commands_areRegisteredOnce_andNotAgainAtTheNextStart() {
        int before = discord.calls("PUT", "applications/{a}/commands").size();
        restart(java.time.Duration.ZERO);
        askAndWait("still there?");

        assertThat(discord.calls("PUT", "applications/{a}/commands")).hasSize(before);
    }
}
