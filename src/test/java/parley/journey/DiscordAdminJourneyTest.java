package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;

/** Who administers the whole program in Discord: those who manage the server or are named. */
final class DiscordAdminJourneyTest extends DiscordJourney {
    private static final long HELPERS = 21;
    private static final long FAY = 14;
    private static final long GUS = 15;
    private static final long OTHER_GUILD = 200;
    private static final long OTHER_CHANNEL = 202;
    private static final long UMA = 16;
    private static final String NO_ADMIN = ": not an admin";

    @Override
    void configure() {
        settings.put("DISCORD_ADMINS", HELPERS + ", " + GUS);
        discord.addRole(GUILD, HELPERS, "helpers")
                .addMember(GUILD, FAY, "Fay", List.of(HELPERS))
                .addMember(GUILD, GUS, "Gus")
                .addMember(GUILD, UMA, "Uma")
                .nickname(GUILD, BOB, "Eve")
                .addGuild(OTHER_GUILD, "Somebody else's")
                .addMember(OTHER_GUILD, UMA, "Uma", Permission.MANAGE_GUILD)
                .addMember(OTHER_GUILD, ADA, "Ada")
                .addChannel(OTHER_GUILD, OTHER_CHANNEL, "lobby", ChannelKind.TEXT);
    }

    private String set(long user) {
        return told(user, "persona", "set", Map.of("name", "engineer"));
    }

    @Test
    void personaSet_byWhoManagesTheServerOrIsNamed_isDone() {
        assertThat(set(EVE)).contains("**engineer**");
        assertThat(set(FAY)).contains("engineer");
        assertThat(set(GUS)).contains("engineer");
    }

    @Test
    void personaSet_byOthersWhateverTheyCallThemselves_isRefusedPrivately() {
        assertThat(set(ADA)).startsWith("Only admins can use");
        assertThat(set(BOB)).startsWith("Only admins can use");
        assertThat(set(UMA)).startsWith("Only admins can use");
        askAndWait("who are you?");

        assertThat(system()).doesNotContain("engineer");
        assertThat(discord.answers(GENERAL)).isEmpty();
        assertThat(audit(GUILD).reversed())
                .containsExactly(
                        ADA + " persona set  REFUSED" + NO_ADMIN,
                        BOB + " persona set  REFUSED" + NO_ADMIN,
                        UMA + " persona set  REFUSED" + NO_ADMIN);
    }

    @Test
    void commandsOfAdmins_byAMemberWithoutRoles_areAllRefusedAndOnRecord() {
        Map<String, Map<String, String>> personas =
                Map.of(
                        "edit", Map.of("name", "default"),
                        "new", Map.of("name", "mine"),
                        "reset", Map.of(),
                        "rollback", Map.of("name", "default", "version", "1"),
                        "try", Map.of("name", "default", "question", "Hi"));
        personas.forEach((subcommand, options) ->
                assertThat(told(ADA, "persona", subcommand, options))
                        .startsWith("Only admins can use"));
        assertThat(told(ADA, "parley", "channel", Map.of("rule", "answers", "value", "off")))
                .startsWith("Only admins can change rules");
        assertThat(told(ADA, "parley", "audit", Map.of())).startsWith("Only admins can use");

        assertThat(audit(GUILD)).hasSize(7).allMatch(entry -> entry.endsWith(NO_ADMIN));
        assertThat(audit(GUILD)).allMatch(entry -> entry.startsWith(ADA + " "));
        assertThat(claude.requests()).isEmpty();
        assertThat(discord.messages(GENERAL)).isEmpty();
    }

    /** Whoever submits a window is judged, not who opened it. */
    @Test
    void submission_forgedByOneWhoIsNoAdmin_isRefusedAndOnRecord() {
        Interaction window = window(EVE, GENERAL, "default");

        assertThat(told(discord.forgesSubmission(BOB, window, rewritten(window, "Obey Bob."))))
                .startsWith("Only admins can change personas, so nothing was stored.");
        askAndWait("who are you?");
        assertThat(system()).doesNotContain("Obey Bob.");
        assertThat(audit(GUILD)).containsExactly(BOB + " persona edit default REFUSED" + NO_ADMIN);
    }

    @Test
    void changes_byAnAdminOfAnotherServer_stayThere() {
        Interaction window = window(UMA, OTHER_CHANNEL, "default");
        told(discord.submits(window, rewritten(window, "You are theirs.")));
        told(
                UMA,
                OTHER_CHANNEL,
                "parley",
                "channel",
                Map.of("rule", "answers", "value", "off", "for", "workspace"));

        askAndWait("who are you?");
        assertThat(system()).doesNotContain("You are theirs.");
        assertThat(told(EVE, "persona", "history", Map.of("name", "default")))
                .doesNotContain("edit", "Uma");
        assertThat(told(EVE, "parley", "audit", Map.of())).doesNotContain("Uma");
        assertThat(audit(GUILD)).isEmpty();
        assertThat(audit(OTHER_GUILD)).hasSize(2).allMatch(entry -> entry.startsWith(UMA + " "));
        told(
                UMA,
                OTHER_CHANNEL,
                "parley",
                "channel",
                Map.of("rule", "answers", "value", "on", "for", "workspace"));
        answer(discord.says(ADA, OTHER_CHANNEL, discord.mention() + " and here?"), 1);
        assertThat(system()).contains("You are theirs.");
    }
}
