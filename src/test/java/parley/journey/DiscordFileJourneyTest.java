package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.discord.FakeFile;
import parley.testing.discord.Interaction;
import parley.testing.discord.ShownButton;
import parley.testing.discord.ShownMessage;

/** Files that people send with their questions in Discord, and files that come back. */
final class DiscordFileJourneyTest extends DiscordJourney {
    private static final byte[] PIXEL =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Test
    void imageAndText_reachTheModel_alsoInTheNextTurn() {
        long question =
                discord.says(
                        ADA,
                        GENERAL,
                        discord.mention() + " what is this?",
                        new FakeFile("pixel.png", "image/png", PIXEL),
                        FakeFile.text("notes.txt", "The answer is 42."));
        answer(question, 1);
        discord.says(ADA, question, "and now?");
        answer(question, 2);

        String image = Base64.getEncoder().encodeToString(PIXEL);
        assertThat(asked(1)).contains(image, "The answer is 42.", "notes.txt", "what is this?");
        assertThat(asked(2)).contains(image, "The answer is 42.");
    }

    @Test
    void unreadableFile_isSaidPlainlyUnderTheAnswer() {
        long question =
                discord.says(
                        ADA,
                        GENERAL,
                        discord.mention() + " read it",
                        new FakeFile(
                                "tool.zip", "application/zip", new byte[] {'P', 'K', 3, 4, 0}));
        answer(question, 1);

        assertThat(answers(question).getLast().notes()).anyMatch(line -> line.contains("tool.zip"));
    }

    @Test
    void codeTooLongForAMessage_comesAsAFileWhenSomebodyWantsIt() {
        String code = "print('hello')\n".repeat(200);
        claude.enqueue(FakeReply.answer("```python\n" + code + "```"));
        long question = askAndWait("code, please");
        ShownMessage last = answers(question).getLast();
        String button =
                last.buttons().stream()
                        .map(ShownButton::customId)
                        .filter(id -> id.startsWith("parley.code_file:"))
                        .findFirst()
                        .orElseThrow();
        Interaction pressed = discord.presses(BOB, question, last.id(), button);
        discord.await(
                "the file",
                () -> answers(question).stream().anyMatch(one -> !one.files().isEmpty()));

        assertThat(pressed.failed()).isFalse();
        assertThat(answers(question).getLast().files())
                .extracting(FakeFile::name)
                .containsExactly("answer.py");
    }
}
