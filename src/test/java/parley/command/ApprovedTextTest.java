package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Choice;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.Standing;

/** What of a text is shown to whom while it waits for a second admin. */
final class ApprovedTextTest {
    @TempDir Path folder;
    private CommandRig rig;

    @BeforeEach
    void start() {
        rig = new CommandRig(folder);
        rig.approval = true;
    }

    private CommandReply asGrace(String label) {
        return rig.choose(CommandRig.GRACE, Standing.ADMIN, rig.action(label));
    }

    @Test
    void show_longEdit_isWholeForAdminsOnly() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        rig.submit(
                CommandRig.ADA,
                Standing.ADMIN,
                form.id(),
                Map.of("settings", "description: Code.", "prompt", "Be brief. ".repeat(1_000)));

        assertThat(rig.notices.getLast().choices())
                .extracting(Choice::label)
                .containsExactly("Approve", "Refuse", "Show all of it");
        assertThat(asGrace("Show all of it").text())
                .startsWith("**Ada Lovelace** wanted to edit **engineer**.\n````diff\n")
                .contains("+" + "Be brief. ".repeat(1_000).strip());
        assertThat(rig.choose(CommandRig.GRACE, Standing.MEMBER, rig.action("Show all of it")))
                .isEqualTo(CommandReply.told("Only admins decide this."));
        assertThat(rig.audited())
                .isEqualTo("grace REFUSED request of persona edit engineer: not an admin");
        assertThat(asGrace("Approve")).isInstanceOf(CommandReply.Settled.class);
    }

    @Test
    void approve_editChangedMeanwhile_saysSoWithoutTheTexts() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        rig.submit(
                CommandRig.ADA,
                Standing.ADMIN,
                form.id(),
                Map.of("settings", "description: Code.", "prompt", "Be brief."));
        rig.edit(CommandRig.GRACE, "Be long.", "");

        assertThat(asGrace("Approve").text())
                .endsWith(
                        "Nothing was changed.\n**Grace Hopper** edited **engineer** in the meantime"
                                + " (version 2, 08:09 UTC). Look at it, and decide again.");
    }
}
