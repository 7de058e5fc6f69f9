package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import parley.testing.slack.FakeFile;

/** Files that people send with their questions in Slack. */
final class SlackFileJourneyTest extends SlackJourney {
    private static final byte[] PIXEL =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Test
    void imageAndText_reachTheModel_alsoInTheNextTurn() {
        String root =
                slack.says(
                        ADA,
                        GENERAL,
                        slack.mention() + " what is this?",
                        FakeFile.of("pixel.png", "image/png", PIXEL),
                        FakeFile.text("notes.txt", "The answer is 42."));
        answer(GENERAL, root, 1);
        slack.replies(ADA, GENERAL, root, "and now?");
        answer(GENERAL, root, 2);

        String image = Base64.getEncoder().encodeToString(PIXEL);
        assertThat(asked(1)).contains(image, "The answer is 42.", "notes.txt", "what is this?");
        assertThat(asked(2)).contains(image, "The answer is 42.");
    }

    @Test
    void stubFromAnotherWorkspace_isResolved() {
        String root =
                slack.says(
                        ADA,
                        GENERAL,
                        slack.mention() + " read it",
                        FakeFile.text("shared.txt", "From afar.").asStub());
        answer(GENERAL, root, 1);

        assertThat(asked(1)).contains("From afar.");
        assertThat(slack.calls("files.info")).hasSize(1);
    }

    @Test
    void unreadableFile_isSaidPlainlyUnderTheAnswer() {
        String root =
                slack.says(
                        ADA,
                        GENERAL,
                        slack.mention() + " read it",
                        FakeFile.of("tool.zip", "application/zip", new byte[] {'P', 'K', 3, 4, 0}));
        answer(GENERAL, root, 1);

        assertThat(slack.answers(GENERAL, root).getLast().context())
                .anyMatch(line -> line.contains("tool.zip"));
    }
}
