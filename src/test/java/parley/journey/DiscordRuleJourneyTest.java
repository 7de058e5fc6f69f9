package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.testing.discord.Interaction;

/** What admins decide for a channel of Discord, and what people there learn of it. */
final class DiscordRuleJourneyTest extends DiscordJourney {
    private static final long MEMBERS = 21;
    private static final long MEL = 14;

    /** Ada, Bob and Eve have no role, so to Discord they are as from outside; Eve is an admin. */
    @Override
    void configure() {
        discord.addRole(GUILD, MEMBERS, "members").addMember(GUILD, MEL, "Mel", List.of(MEMBERS));
    }

    private void rule(String rule, String value) {
        assertThat(told(EVE, "parley", "channel", Map.of("rule", rule, "value", value)))
                .contains("`" + value + "`");
    }

    private String note(long question) {
        return String.join(" ", answer(question, 1).getLast().notes());
    }

    private long asks(long user, String text) {
        return discord.says(user, GENERAL, discord.mention() + " " + text);
    }

    @Test
    void hour_usedUp_isToldInTheThreadAndWhySaysTheSame() {
        rule("hour", "2");
        askAndWait("One?");
        askAndWait("Two?");
        long third = ask("Three?");

        assertThat(note(third))
                .containsPattern(
                        "This channel has had its 2 answers of this hour\\. The next may come at"
                                + " \\d\\d:\\d\\d UTC, in \\d+ minutes\\.");
        assertThat(told(BOB, third, "parley", "why", Map.of()))
                .containsPattern(
                        "was not answered \\(T-\\w+\\)\\. This channel has had its 2 answers of"
                                + " this hour\\. The next may come at \\d\\d:\\d\\d UTC");
        assertThat(claude.requests()).hasSize(2);
        assertThat(audit(GUILD))
                .containsExactly(EVE + " channel hour channel:discord/100/101 DONE: not set -> 2");
    }

    @Test
    void answersOff_whoeverAsksByACommand_isToldInPrivate() {
        rule("answers", "off");
        Map<String, String> question = new HashMap<>(Map.of("question", "Anybody?"));
        Interaction asked = discord.command(ADA, GENERAL, "ask", "", question);
        assertThat(told(asked)).startsWith("I am switched off in this channel");
        long message = discord.says(BOB, GENERAL, "ORA-00600 on db7 again");
        Interaction menu = discord.menu(ADA, GENERAL, message, "Ask Parley about this");
        assertThat(told(menu)).startsWith("I am switched off in this channel");

        ask("Really?");
        discord.await(
                "the reason",
                () ->
                        told(ADA, "parley", "why", Map.of())
                                .contains("was passed over: answers are off in this channel."));
        assertThat(claude.requests()).isEmpty();
        assertThat(discord.threads(GENERAL)).isEmpty();
        rule("answers", "on");
        askAndWait("Now?");
        assertThat(asked(1)).contains("Now?").doesNotContain("Really?", "Anybody?");
    }

    @Test
    void outsidersMembers_whoeverHasNoRole_isToldInTheThread() {
        rule("outsiders", "members");

        assertThat(note(ask("May I?"))).contains("In this channel I answer members only");
        assertThat(claude.requests()).isEmpty();
        answer(asks(MEL, "And I?"), 1);
        answer(asks(EVE, "An admin?"), 1);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void outsidersSilent_isAsIfNobodyHadAsked() {
        rule("outsiders", "silent");
        long question = ask("May I?");
        discord.await(
                "the reason",
                () ->
                        told(MEL, "parley", "why", Map.of())
                                .contains("people from outside are not answered here"));

        assertThat(answers(question)).isEmpty();
        answer(asks(MEL, "And I?"), 1);
        assertThat(claude.requests()).hasSize(1);
        assertThat(asked(1)).doesNotContain("May I?");
    }

    /** What Discord proposes as the value of a rule is what it takes. */
    @Test
    void values_areProposedWhileTyping() {
        discord.await("commands", () -> discord.commands().size() == 4);
        Interaction typing =
                discord.completes(
                        EVE,
                        GENERAL,
                        "parley",
                        "channel",
                        Map.of("rule", "follow-up"),
                        "value",
                        "al");
        discord.await("proposals", () -> !typing.choices().isEmpty());
        rule("follow-up", typing.choices().getFirst().value());

        long question = askAndWait("One?");
        discord.says(BOB, question, "Two?");
        answer(question, 2);
        assertThat(asked(2)).contains("Two?");
    }
}
