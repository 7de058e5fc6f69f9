package parley.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.WriterRig.POST;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

final class DiscordUploadsTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private SendResult share(String name, String text) {
        return rig.output().share(rig.thread, name, text);
    }

    @Test
    void text_standsInTheThreadAsAFile() {
        MessageId id = WriterRig.sent(share("answer.py", "print('ü')\n"));

        ShownMessage shown = rig.answer();
        assertThat(DiscordIds.idOf(id)).isEqualTo(shown.id());
        assertThat(shown.content()).isEmpty();
        assertThat(shown.files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("answer.py");
                    assertThat(new String(file.bytes(), UTF_8)).isEqualTo("print('ü')\n");
                });
        rig.assertLawful();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sameFileAgain_whoseAnswerWasLost_standsThereOnce(boolean arrived) {
        rig.discord
                .faults()
                .next("POST", POST, arrived ? new Fault.EffectThenReset() : new Fault.Reset());
        assertThat(share("a.md", "text")).isInstanceOf(SendResult.Unreachable.class);

        WriterRig.sent(share("a.md", "text"));
        WriterRig.sent(share("b.md", "text"));

        assertThat(rig.answers()).hasSize(2);
    }

    @Test
    void nothing_isNoFile() {
        assertThat(share("a.md", "")).isEqualTo(new SendResult.Rejected("the file is empty"));
        assertThat(rig.discord.calls()).isEmpty();
    }

    @Test
    void tooLarge_isNotSent() {
        assertThat(share("a.md", "x".repeat((10 << 20) + 1)))
                .isEqualTo(
                        new SendResult.Rejected(
                                "the file is larger than the 10 MB that Discord takes"));
        assertThat(rig.discord.calls()).isEmpty();
    }

    @Test
    void filesForbidden_isRejectedWithAPlainReason() {
        rig.discord.deny(WriterRig.CHANNEL, Permission.ATTACH_FILES);

        assertThat(share("a.md", "text"))
                .isEqualTo(new SendResult.Rejected("the bot lacks a permission there (50013)"));
    }

    @Test
    void tooMany_waits() {
        rig.discord.faults().next("POST", POST, new Fault.RateLimited(2));

        assertThat(share("a.md", "text"))
                .isEqualTo(
                        new SendResult.RateLimited(
                                Duration.ofSeconds(2),
                                Optional.of(CallKind.POST.in(rig.question).name())));
    }

    @Test
    void withoutThreads_theFileRefersToTheQuestion() {
        rig.discord.deny(WriterRig.CHANNEL, Permission.CREATE_PUBLIC_THREADS);

        WriterRig.sent(share("a.md", "text"));

        assertThat(rig.discord.answers(WriterRig.CHANNEL).getFirst().replyTo())
                .contains(rig.question);
        rig.assertLawful();
    }
}
