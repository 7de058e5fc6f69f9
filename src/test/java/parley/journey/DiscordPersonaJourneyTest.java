package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.testing.discord.Interaction;
import parley.testing.discord.ShownMessage;

/** What an admin changes from Discord is what the model is asked with. */
final class DiscordPersonaJourneyTest extends DiscordJourney {
    private static final String ENGINEER = "a senior software engineer in a team's chat threads";
    private static final String RHYMES = "You answer in rhymes only.";

    private String persona(String subcommand, Map<String, String> options) {
        return told(EVE, "persona", subcommand, options);
    }

    private Interaction window() {
        return window(EVE, GENERAL, "engineer");
    }

    private String notice(int number) {
        discord.await("notice " + number, () -> discord.answers(GENERAL).size() >= number);
        ShownMessage notice = discord.answers(GENERAL).get(number - 1);
        assertThat(notice.buttons()).isEmpty();
        return notice.content();
    }

    private String systemOf(String question) {
        askAndWait(question);
        return system();
    }

    @Test
    void set_isToldInPrivateAndInTheChannel_andIsInTheNextRequest() {
        assertThat(systemOf("Who are you?")).doesNotContain(ENGINEER);
        assertThat(persona("set", Map.of("name", "engineer")))
                .startsWith("From the next question on, **engineer** answers in this channel");

        assertThat(notice(1)).isEqualTo("**Eve** set **engineer** for this channel.");
        assertThat(systemOf("And now?")).contains(ENGINEER);
        assertThat(persona("show", Map.of())).contains("engineer", ENGINEER);
        assertThat(persona("reset", Map.of())).contains("**default** answers here");
        assertThat(systemOf("And again?")).doesNotContain(ENGINEER);
        assertThat(discord.answers(GENERAL)).hasSize(2);
        assertThat(audit(GUILD))
                .hasSize(2)
                .last()
                .asString()
                .startsWith(EVE + " persona set engineer DONE: for channel:discord/100/101");
    }

    @Test
    void edit_inTheWindow_isInTheNextRequestUntilRolledBack() {
        persona("set", Map.of("name", "engineer"));
        Interaction window = window();
        assertThat(told(discord.submits(window, rewritten(window, RHYMES))))
                .startsWith("**engineer**: now version 2.");
        assertThat(notice(2))
                .isEqualTo("**Eve** edited **engineer** (now version 2) – `more fun`.");

        long question = askAndWait("Who are you?");
        assertThat(system()).contains(RHYMES).doesNotContain(ENGINEER);
        assertThat(told(BOB, question, "parley", "about", Map.of()))
                .contains(
                        "persona: **engineer**, version 2",
                        "model: `claude-opus-5-5`",
                        "tokens: ",
                        "cost: ",
                        "request: `req_")
                .startsWith("**T-");
        assertThat(persona("history", Map.of("name", "engineer")))
                .contains("**2** edit by `Eve`", "– more fun *(in use)*", "**1** file");
        Interaction diff =
                discord.command(EVE, GENERAL, "persona", "diff", Map.of("name", "engineer"));
        awaitTold(diff, "\n+" + RHYMES);
        assertThat(told(diff)).contains("--- engineer version 1\n+++ engineer version 2");

        assertThat(persona("rollback", Map.of("name", "engineer", "version", "1")))
                .contains("as in version 1 again");
        assertThat(notice(3)).startsWith("**Eve** rolled **engineer** back");
        assertThat(systemOf("And now?")).contains(ENGINEER).doesNotContain(RHYMES);
    }

    @Test
    void edit_ofAnEarlierVersion_isGivenBackToItsAuthor() {
        Interaction late = window();
        Interaction quick = window();
        told(discord.submits(quick, rewritten(quick, RHYMES)));

        Interaction sent = discord.submits(late, rewritten(late, "You answer in prose."));
        awaitTold(sent, "You answer in prose.");
        assertThat(told(sent))
                .startsWith("**Eve** edited **engineer** in the meantime")
                .contains("Nothing of yours was stored.");
        persona("set", Map.of("name", "engineer"));
        assertThat(systemOf("Who are you?")).contains(RHYMES);
        assertThat(audit(GUILD))
                .contains(EVE + " persona edit engineer REFUSED: changed meanwhile");
    }

    @Test
    void try_isAnsweredToTheAdminAlone() {
        assertThat(persona("try", Map.of("name", "engineer", "question", "Who ARE you?")))
                .startsWith("This is answer 1.")
                .contains("engineer version 1 · claude-opus-5-5", "only you see this");

        assertThat(system()).contains(ENGINEER);
        assertThat(asked(1)).contains("Who ARE you?");
        assertThat(discord.messages(GENERAL)).isEmpty();
        assertThat(discord.threads(GENERAL)).isEmpty();
    }

    @Test
    void set_forTwoHours_endsAfterARestartAndIsToldOnce() {
        assertThat(persona("set", Map.of("name", "engineer", "time", "2h")))
                .contains("for 2 hours (until ");
        assertThat(systemOf("Who are you?")).contains(ENGINEER);
        assertThat(notice(1)).contains("**Eve** set **engineer** for this channel for 2 hours");

        restartAhead(Duration.ofMinutes(121));
        assertThat(notice(2))
                .isEqualTo(
                        "The time of **engineer** for this channel is over: **default** answers"
                                + " here now.");
        assertThat(systemOf("And now?")).doesNotContain(ENGINEER);
        restartAhead(Duration.ofMinutes(125));
        assertThat(systemOf("Still?")).doesNotContain(ENGINEER);
        assertThat(discord.answers(GENERAL)).hasSize(2);
        assertThat(audit(GUILD))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "parley persona set engineer DONE: the time is over for"
                                + " channel:discord/100/101");
    }
}
