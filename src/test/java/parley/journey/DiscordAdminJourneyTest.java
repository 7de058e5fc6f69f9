package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.testing.discord.Interaction;

/** Who administers the whole program in Discord: those who manage the server or are named. */
final class DiscordAdminJourneyTest extends DiscordJourney {
    private static final long HELPERS = 21;
    private static final long FAY = 14;
    private static final long GUS = 15;

    @Override
    void configure() {
        settings.put("DISCORD_ADMINS", HELPERS + ", " + GUS);
        discord.addRole(GUILD, HELPERS, "helpers")
                .addMember(GUILD, FAY, "Fay", List.of(HELPERS))
                .addMember(GUILD, GUS, "Gus")
                .nickname(GUILD, BOB, "Eve");
    }

    private String answer(Interaction typed) {
        discord.await("an answer", () -> !typed.thinking() && !typed.privateTexts().isEmpty());
        assertThat(typed.publicTexts()).isEmpty();
        return typed.privateTexts().getFirst();
    }

    private Interaction set(long user) {
        discord.await("commands", () -> discord.commands().size() == 4);
        return discord.forces(user, GENERAL, "persona", "set", Map.of("name", "engineer"));
    }

    @Test
    void personaSet_byWhoManagesTheServerOrIsNamed_isDone() {
        assertThat(answer(set(EVE))).contains("**engineer**");
        assertThat(answer(set(FAY))).contains("engineer");
        assertThat(answer(set(GUS))).contains("engineer");
    }

    @Test
    void personaSet_byOthersWhateverTheyCallThemselves_isRefusedPrivately() {
        assertThat(answer(set(ADA))).startsWith("Only admins can use");
        assertThat(answer(set(BOB))).startsWith("Only admins can use");
        askAndWait("who are you?");

        assertThat(request(1).json().path("system").toString()).doesNotContain("engineer");
    }
}
