package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Earlier;
import parley.chat.Inbound;
import parley.chat.Receipt;
import parley.testing.ScriptedClaude;
import parley.testing.TellingAdapter;

/** What is told long after it was said, as a history tells it. */
final class LateJourneyTest {
    @TempDir Path folder;
    private final ScriptedClaude claude = new ScriptedClaude();
    private final TellingAdapter platform =
            new TellingAdapter(2_000).person("U1", "Ann").person("U2", "Bob");
    private CoreRig core;

    @BeforeEach
    void start() {
        core = new CoreRig(folder, claude, platform);
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void replyFromBeforeTheFirstQuestion_isNoneOfTheBots() {
        Inbound.ThreadReply before = core.reply(CoreRig.ANN, "101", "the log");
        core.advance(Duration.ofMinutes(1));
        core.ask(1, core.mention(CoreRig.ANN, "102", "what is it?"));

        assertThat(core.accept(before)).isEqualTo(Receipt.IGNORED);
        assertThat(core.accept(core.reply(CoreRig.ANN, "103", "and now?")))
                .isEqualTo(Receipt.ACCEPTED);
    }

    @Test
    void replyThatTheTurnReadItself_isKnown() {
        core.advance(Duration.ofMinutes(1));
        Inbound.ThreadReply read = core.reply(CoreRig.ANN, "101", "the log");
        platform.earlier(new Earlier.Told(List.of(read)));
        core.ask(1, core.mention(CoreRig.ANN, "102", "what is it?"));

        assertThat(core.accept(core.reply(CoreRig.ANN, "101", "the log")))
                .isEqualTo(Receipt.DUPLICATE);
    }

    @Test
    void questionThatWasPassedOver_isKnownFromThenOn() {
        Inbound.Mention question = core.mention(CoreRig.ANN, "100", "one too many");

        assertThat(core.decline(question)).isTrue();
        assertThat(core.decline(question)).isFalse();
        assertThat(core.accept(core.mention(CoreRig.ANN, "100", "one too many")))
                .isEqualTo(Receipt.DUPLICATE);
        assertThat(core.decline(core.reply(CoreRig.BOB, "101", "none of its business"))).isFalse();
    }
}
