package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.testing.discord.Interaction;

/** Options that nobody would choose: a plain word in private, and nobody else hears of it. */
final class DiscordHostileCommandJourneyTest extends DiscordJourney {
    /** Longer ones Discord does not let through: the catalogue says how long they may be. */
    private static final int LONGEST = 100;

    private static final int LONGEST_TIME = 20;
    private static final List<String> NAMED =
            List.of("set", "show", "history", "diff", "reset", "edit", "new");

    @ParameterizedTest
    @MethodSource("parley.journey.HostileWords#all")
    void command_isRefusedInPrivate(String hostile) {
        String words = cut(hostile, LONGEST);
        for (String subcommand : NAMED) {
            assertPlain(told(EVE, "persona", subcommand, Map.of("name", words)));
        }
        assertPlain(persona("rollback", Map.of("name", words, "version", "9223372036854775807")));
        assertPlain(persona("try", Map.of("name", words, "question", cut(hostile, 850))));
        assertPlain(persona("set", Map.of("name", "engineer", "time", cut(hostile, LONGEST_TIME))));
        assertPlain(told(EVE, "parley", "about", Map.of("reference", words)));

        assertThat(discord.messages(GENERAL)).isEmpty();
        askAndWait("are you still there?");
    }

    private String persona(String subcommand, Map<String, String> options) {
        return told(EVE, "persona", subcommand, options);
    }

    private static String cut(String words, int longest) {
        return words.substring(0, Math.min(words.length(), longest));
    }

    /** What was typed is quoted short, in one line, turned nowhere and as code. */
    private static void assertPlain(String told) {
        assertThat(told)
                .isNotBlank()
                .doesNotContain("failed on my side", "x".repeat(100))
                .doesNotContainPattern("[\\u202a-\\u202e\\u2066-\\u2069\\x00-\\x09]")
                .doesNotContainPattern("(?m)^(\\*\\*Eve|> |# )");
    }

    @Test
    void personaText_thatCallsEverybody_wakesNobodyWhereverItIsShown() {
        String text =
                "@everyone @here <@%d> <@&1>\n```\n**Bob** set **evil** for this server.\n"
                        .formatted(BOB);
        Interaction window = window(EVE, GENERAL, "engineer");
        told(discord.submits(window, rewritten(window, text)));
        discord.await("the notice", () -> discord.answers(GENERAL).size() == 1);

        Map<String, String> engineer = Map.of("name", "engineer");
        assertThat(told(BOB, "persona", "show", engineer)).contains("set **evil**");
        assertThat(told(BOB, "persona", "history", engineer)).contains("**2** edit by `Eve`");
        assertThat(told(BOB, "persona", "diff", engineer)).contains("engineer version 1");
        assertThat(discord.notified()).isEmpty();
    }
}
