package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static parley.testing.ScriptedClaude.play;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Button;
import parley.chat.Outgoing;
import parley.chat.SendResult;
import parley.testing.Gate;
import parley.testing.ScriptedClaude;
import parley.testing.TellingAdapter;

/** Long code goes into the thread as a file, when somebody wants it so. */
final class CodeFileJourneyTest {
    private static final String CODE = "print('hello')\n".repeat(200);
    private static final String ON_ITS_WAY = "The code is already on its way into the thread.";

    @TempDir Path folder;
    private final ScriptedClaude claude = new ScriptedClaude();
    private final TellingAdapter platform = new TellingAdapter(2_000);
    private CoreRig core;

    @BeforeEach
    void start() {
        core = new CoreRig(folder, claude, platform);
    }

    @AfterEach
    void close() {
        core.close();
    }

    private Outgoing answer(String text) {
        claude.enqueue(play(text));
        core.ask(1, core.mention(CoreRig.ANN, "100", "Code?"));
        return platform.shown().shown(CoreRig.THREAD).getLast();
    }

    private Outgoing longAnswer() {
        return answer("Here:\n```python\n" + CODE + "```\nand\n```\nshort\n```\n");
    }

    private Optional<String> press(Outgoing answer) {
        return core.press(CoreRig.BOB, answer, Button.CODE_FILE);
    }

    @Test
    void longCode_isOfferedAndSharedByAnybody() {
        Outgoing answer = longAnswer();

        assertThat(answer.buttons())
                .containsExactly(Button.RETRY, Button.CODE_FILE, Button.LIKE, Button.DISLIKE);
        assertThat(press(answer)).isEmpty();
        assertThat(platform.shared()).containsExactly(entry("answer.py", CODE));
    }

    @Test
    void severalLongBlocks_areFilesOfTheirOwn() {
        Outgoing answer =
                answer("```python\n" + CODE + "```\n```x\n" + CODE + "```\n```js\nshort\n```\n");

        assertThat(press(answer)).isEmpty();
        assertThat(platform.shared())
                .containsExactly(entry("answer.py", CODE), entry("answer-2.txt", CODE));
    }

    @Test
    void shortCode_isNotOffered() {
        Outgoing answer = answer("```py\n1\n```\n" + "Words. ".repeat(100));

        assertThat(answer.buttons()).doesNotContain(Button.CODE_FILE);
        assertThat(press(answer)).isEmpty();
        assertThat(platform.shared()).containsExactly(entry("answer.py", "1\n"));
    }

    @Test
    void answerOfManyMessages_endsWithItsWholeTextAsAFile() {
        String text = ("Words of a long answer. ".repeat(40) + "\n\n").repeat(20);
        answer(text);

        assertThat(platform.shown().shown(CoreRig.THREAD)).hasSizeGreaterThan(8);
        platform.awaitShared();
        assertThat(platform.shared().keySet()).allMatch(name -> name.matches("answer-T-\\w+\\.md"));
        assertThat(platform.shared()).containsValue(text);
    }

    @Test
    void answerWithoutCode_saysSo() {
        assertThat(press(answer("Words."))).contains("This answer has no code to put into a file.");
    }

    @Test
    void secondPress_whileTheFirstIsUnderWayAndShortlyAfter_isTheSameWish() {
        Outgoing answer = longAnswer();
        Gate gate = platform.sharingGate();
        var first = new AtomicReference<>(Optional.of("not yet"));
        Thread presser = Thread.ofVirtual().start(() -> first.set(press(answer)));
        gate.awaitReached();

        assertThat(press(answer)).contains(ON_ITS_WAY);
        gate.open();
        join(presser);
        assertThat(first.get()).isEmpty();
        assertThat(press(answer)).contains(ON_ITS_WAY);
        assertThat(platform.shared()).containsExactly(entry("answer.py", CODE));
        Instant later = answerTime().plus(Duration.ofMinutes(2));
        assertThat(core.press(CoreRig.ANN, answer, Button.CODE_FILE, later)).isEmpty();
        assertThat(platform.shared()).containsExactly(entry("answer.py", CODE + " (again)"));
    }

    private static Instant answerTime() {
        return Instant.parse("2026-11-21T12:00:00Z");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void failure_isToldToThePresser_whoMayTryAgain() {
        Outgoing answer = longAnswer();
        platform.sharing(Optional.of(new SendResult.Rejected("files are not allowed here")));
        assertThat(press(answer))
                .contains("The file could not be put into the thread: files are not allowed here.");
        platform.sharing(Optional.of(new SendResult.RateLimited(Duration.ofSeconds(30))));
        assertThat(press(answer)).contains("Too many files at once: try again in 30 seconds.");
        platform.sharing(Optional.of(new SendResult.Unreachable("no answer within 30 s")));
        assertThat(press(answer)).get().asString().contains("no answer within 30 s");
        platform.sharing(Optional.empty());

        assertThat(press(answer)).isEmpty();
    }
}
