package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.SendResult;
import parley.testing.slack.Call;
import parley.testing.slack.Fault;
import parley.testing.slack.Shown;
import parley.testing.slack.TokenKind;

final class SlackUploadsTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private SendResult share(String text) {
        return rig.adapter().share(rig.thread, "answer.py", text);
    }

    @Test
    void share_text_isAFileOfTheThread() {
        assertThat(share("print('Ünïcode')\n")).isInstanceOf(SendResult.Sent.class);

        Shown shown = rig.answers().getFirst();
        assertThat(shown.files()).containsExactly("answer.py");
        assertThat(rig.slack.surfaces().uploads())
                .extracting(file -> file.text())
                .containsExactly("print('Ünïcode')\n");
        assertThat(shown.threadTs()).isEqualTo(rig.thread.root());
        assertThat(rig.called())
                .containsExactly(
                        "files.getUploadURLExternal", "upload", "files.completeUploadExternal");
        assertThat(rig.slack.calls("upload"))
                .extracting(Call::token)
                .containsExactly(TokenKind.NONE);
        rig.assertLawful();
    }

    @Test
    void mayStand_afterAnEarlierShare_isSoUntilSlackSaysOtherwise() {
        Instant before = Instant.now();
        assertThat(rig.adapter().mayStand(rig.thread, "answer.py", before)).isFalse();
        share("x");

        assertThat(rig.adapter().mayStand(rig.thread, "answer.py", before)).isTrue();
        assertThat(rig.adapter().mayStand(rig.thread, "other.py", before)).isFalse();
        rig.slack.faults().next("conversations.replies", new Fault.Status(500));
        assertThat(rig.adapter().mayStand(rig.thread, "other.py", before)).isTrue();
    }

    @Test
    void share_withoutTheScope_saysSo() {
        rig.slack.app().scopes("chat:write");

        assertThat(share("x"))
                .isEqualTo(
                        new SendResult.Rejected(
                                "the app lacks a scope that this needs (missing_scope)"));
    }

    @Test
    void share_forbiddenByTheWorkspace_saysSo() {
        rig.slack
                .faults()
                .next("files.getUploadURLExternal", new Fault.Refused("file_uploads_disabled"));

        assertThat(share("x"))
                .isEqualTo(
                        new SendResult.Rejected(
                                "the workspace allows no files (file_uploads_disabled)"));
    }

    @Test
    void share_interrupted_isUnreachable() {
        rig.slack.faults().next("files.completeUploadExternal", new Fault.Reset());

        assertThat(share("x")).isInstanceOf(SendResult.Unreachable.class);
    }

    @Test
    void share_bytesNotTaken_isUnreachable() {
        rig.slack.faults().next("upload", new Fault.Status(500));

        assertThat(share("x")).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.slack.calls("files.completeUploadExternal")).isEmpty();
    }

    @Test
    void share_nothing_isRejected() {
        assertThat(share("")).isEqualTo(new SendResult.Rejected("the file is empty"));
        assertThat(rig.called()).isEmpty();
    }

    @Test
    void share_afterClose_isUnreachable() {
        rig.adapter().close();

        assertThat(share("x")).isInstanceOf(SendResult.Unreachable.class);
    }
}
