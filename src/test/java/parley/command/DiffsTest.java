package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;

/** What is different between versions. */
final class DiffsTest {
    private static PersonaVersion version(int number, String text) {
        return new PersonaVersion(
                number,
                new PersonaId("engineer"),
                PersonaVersion.Source.FILE,
                text,
                "abc",
                Optional.empty(),
                Instant.EPOCH,
                "");
    }

    private static String lines(int count, String what) {
        return IntStream.range(0, count).mapToObj(i -> what + i).collect(Collectors.joining("\n"));
    }

    @Test
    void between_longTexts_areNotComparedLineByLine() {
        assertThat(Diffs.between(version(1, lines(40_000, "a")), version(2, lines(30_000, "b"))))
                .contains(
                        "The texts are different, and with 40,000 and 30,000 lines too long to be"
                                + " compared.");
        assertThat(Diffs.between(version(1, lines(40_000, "a")), version(2, lines(40_000, "a"))))
                .isEmpty();
    }

    @Test
    void between_textsWithFences_areInALongerFence() {
        assertThat(Diffs.between(version(1, "a\n```\n"), version(2, "b\n```\n")).orElseThrow())
                .startsWith("````diff\n--- engineer version 1\n+++ engineer version 2\n")
                .contains("\n-a\n+b\n ```\n````");
    }
}
