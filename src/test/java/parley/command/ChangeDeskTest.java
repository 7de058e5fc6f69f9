package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.audit.AuditEntry;
import parley.chat.Choice;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.Notice;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.command.ChangeRequest.Decision;
import parley.command.ChangeRequest.State;
import parley.prompt.PersonaVersion;

/** Changes that a second admin has to approve. */
final class ChangeDeskTest {
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

    private void adaSetsEngineer() {
        assertThat(rig.asAdmin("/persona set engineer for 2h"))
                .startsWith("Another admin has to approve this");
    }

    @Test
    void propose_approvalNeeded_asksInTheChannel() {
        assertThat(rig.asAdmin("/persona set engineer for 2h"))
                .isEqualTo(
                        "Another admin has to approve this, so nothing is changed yet. I asked for"
                                + " it here. The request lapses on 2026-11-28 08:09 UTC.");
        Notice notice = rig.notices.getFirst();

        assertThat(rig.inChannel()).isEqualTo("default");
        assertThat(notice.text())
                .isEqualTo(
                        "**Ada Lovelace** wants to set **engineer** for this channel for 2 hours."
                                + " Another admin has to approve it.");
        assertThat(notice.choices()).extracting(Choice::label).containsExactly("Approve", "Refuse");
        assertThat(notice.key()).hasSizeLessThanOrEqualTo(25);
        assertThat(rig.audited())
                .isEqualTo(
                        "ada REQUESTED persona set engineer: for channel:web/parley/incidents, 2"
                                + " hours");
    }

    @Test
    void approve_byAnotherAdmin_makesItFromThenOn() {
        adaSetsEngineer();
        rig.pass(Duration.ofHours(1));

        assertThat(asGrace("Approve"))
                .isEqualTo(
                        new CommandReply.Settled(
                                "**Ada Lovelace** set **engineer** for this channel for 2 hours"
                                        + " (until 11:09 UTC). **Grace Hopper** approved it."));
        assertThat(rig.inChannel()).isEqualTo("engineer");
        assertThat(rig.notices).hasSize(1);
        assertThat(rig.asMember("/persona")).contains("by `Ada Lovelace`");
        assertThat(rig.audited(1))
                .isEqualTo("grace APPROVED persona set engineer: asked for by ada");
        assertThat(rig.audited())
                .startsWith("ada DONE persona set engineer: ")
                .endsWith("; approved by grace");
    }

    @Test
    void refuse_byAnotherAdmin_changesNothing() {
        adaSetsEngineer();

        assertThat(asGrace("Refuse"))
                .isEqualTo(
                        new CommandReply.Settled(
                                "**Ada Lovelace** wanted to set **engineer** for this channel for 2"
                                        + " hours. **Grace Hopper** refused it. Nothing was"
                                        + " changed."));
        assertThat(rig.inChannel()).isEqualTo("default");
        assertThat(rig.audited())
                .isEqualTo("grace DECLINED persona set engineer: asked for by ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Approve", "Refuse"})
    void decide_ownRequest_isRefusedAndAudited(String label) {
        adaSetsEngineer();

        assertThat(rig.choose(CommandRig.ADA, Standing.ADMIN, rig.action(label)).text())
                .isEqualTo("This is your own request, so another admin has to decide it.");
        assertThat(rig.inChannel()).isEqualTo("default");
        assertThat(rig.audited())
                .startsWith("ada REFUSED ")
                .endsWith(" of persona set engineer: own request");
        assertThat(asGrace("Approve")).isInstanceOf(CommandReply.Settled.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"MEMBER", "GUEST", "OUTSIDER"})
    void decide_byWhoIsNoAdmin_isRefusedAndAudited(Standing standing) {
        adaSetsEngineer();

        assertThat(rig.choose(CommandRig.GRACE, standing, rig.action("Approve")))
                .isEqualTo(CommandReply.told("Only admins decide this."));
        assertThat(rig.inChannel()).isEqualTo("default");
        assertThat(rig.audited())
                .isEqualTo("grace REFUSED approve of persona set engineer: not an admin");
    }

    @Test
    void decide_decidedAlready_isStaleAndAudited() {
        adaSetsEngineer();
        CommandReply first = asGrace("Refuse");

        assertThat(first).isInstanceOf(CommandReply.Settled.class);
        assertThat(asGrace("Approve"))
                .isEqualTo(
                        CommandReply.told(
                                "**Grace Hopper** refused this on 2026-11-21 08:09 UTC, so your"
                                        + " press changed nothing."));
        assertThat(rig.inChannel()).isEqualTo("default");
        assertThat(rig.audited())
                .isEqualTo("grace REFUSED approve of persona set engineer: stale: decided");
    }

    @Test
    void decide_afterAWeek_hasLapsed() {
        adaSetsEngineer();
        rig.pass(Duration.ofDays(7));

        assertThat(asGrace("Approve"))
                .isEqualTo(
                        new CommandReply.Settled(
                                "**Ada Lovelace** wanted to set **engineer** for this channel for 2"
                                        + " hours, but nobody decided it in time. Nothing was"
                                        + " changed."));
        assertThat(rig.inChannel()).isEqualTo("default");
        assertThat(rig.audited()).endsWith(": stale: lapsed");
    }

    @Test
    void decide_unknownOrOfAnotherWorkspace_isStaleAndAudited() {
        adaSetsEngineer();
        String action = rig.action("Approve");
        ThreadId elsewhere = ThreadId.parse("web/other/incidents/1");

        assertThat(rig.choose(CommandRig.GRACE, Standing.ADMIN, "approve:x").text())
                .startsWith("This button is from another time");
        assertThat(rig.audited()).isEqualTo("grace REFUSED approve : stale: unknown");
        assertThat(rig.choose(elsewhere.channel(), CommandRig.GRACE, Standing.ADMIN, action).text())
                .startsWith("This button is from another time");
        assertThat(rig.inChannel()).isEqualTo("default");
    }

    @Test
    void decide_twoAtOnce_oneWins() throws Exception {
        adaSetsEngineer();
        List<Callable<CommandReply>> both =
                Arrays.asList(() -> asGrace("Approve"), () -> asGrace("Refuse"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CommandReply> replies =
                    threads.invokeAll(both).stream().map(Future::resultNow).toList();

            assertThat(replies).hasAtLeastOneElementOfType(CommandReply.Settled.class);
            assertThat(replies).hasAtLeastOneElementOfType(CommandReply.Told.class);
        }
    }

    @Test
    void approve_changedMeanwhile_isToldAndChangesNothing() {
        rig.edit(CommandRig.GRACE, "Be brief.", "");
        rig.asAdmin("/persona rollback engineer 1");
        rig.edit(CommandRig.GRACE, "Be long.", "no");

        assertThat(asGrace("Approve").text())
                .startsWith(
                        "**Grace Hopper** approved what **Ada Lovelace** wanted, to roll **engineer**"
                                + " back to version 1, but it does not fit any more. Nothing was"
                                + " changed.\n**Grace Hopper** edited **engineer** in the meantime");
        assertThat(rig.prompt()).isEqualTo("Be long.");
        assertThat(rig.audited())
                .isEqualTo("ada REFUSED persona rollback engineer: it did not fit any more");
    }

    @Test
    void approve_resetOfWhatWasEditedMeanwhile_keepsTheEdit() {
        rig.edit(CommandRig.GRACE, "Be brief.", "");
        rig.asAdmin("/persona reset engineer");
        rig.edit(CommandRig.GRACE, "Be long.", "");

        assertThat(asGrace("Approve").text())
                .contains("but it does not fit any more. Nothing was changed.");
        assertThat(rig.prompt()).isEqualTo("Be long.");
    }

    @Test
    void approve_edit_storesItAsTheRequesters() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        var values =
                Map.of("settings", "description: Code.", "prompt", "Be brief.", "reason", "short");
        assertThat(rig.submit(CommandRig.ADA, Standing.ADMIN, form.id(), values).text())
                .startsWith("Another admin has to approve this");
        String asked = rig.notices.getFirst().text();

        assertThat(asked)
                .startsWith(
                        "**Ada Lovelace** wants to edit **engineer** – `short`. Another admin has to"
                                + " approve it.\n````diff\n--- engineer version 1\n")
                .contains("+Be brief.");
        assertThat(asGrace("Approve").text())
                .isEqualTo(
                        "**Ada Lovelace** edited **engineer** (now version 2) – `short`. **Grace"
                                + " Hopper** approved it.");
        PersonaVersion now =
                rig.personas.version(CommandRig.WORKSPACE, CommandRig.ENGINEER).orElseThrow();
        assertThat(now.author()).contains(CommandRig.ADA);
        assertThat(now.reason()).isEqualTo("short (approved by Grace Hopper)");
    }

    @Test
    void propose_longEdit_isShortenedInTheNotice() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        String prompt = "Be brief.\n".repeat(1_000);
        rig.submit(
                CommandRig.ADA,
                Standing.ADMIN,
                form.id(),
                Map.of("settings", "description: Code.", "prompt", prompt));

        assertThat(rig.notices.getFirst().text())
                .hasSizeLessThan(1_800)
                .containsPattern("```\n… and \\d+ lines more$");
    }

    @Test
    void resume_crashBeforeItWasMade_makesItAndTells() {
        adaSetsEngineer();
        String id = rig.action("Approve").substring("approve:".length());
        assertThat(rig.requests.decide(id, State.APPROVED, new Decision(CommandRig.GRACE, rig.now)))
                .isTrue();
        rig.desk.sweep(rig.now);
        rig.desk.sweep(rig.now);

        assertThat(rig.inChannel()).isEqualTo("engineer");
        assertThat(rig.notices).hasSize(2);
        assertThat(rig.notices.getLast().text()).endsWith("**Grace Hopper** approved it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/persona set engineer for 2h",
                "/persona reset",
                "/persona rollback engineer 1",
                "/persona rollback engineer 2",
                "/persona reset engineer"
            })
    void resume_crashBeforeItWasMarked_changesNothingMore(String text) {
        rig.edit(CommandRig.GRACE, "Be brief.", "");
        rig.edit(CommandRig.GRACE, "Be long.", "");
        rig.approval = false;
        rig.asAdmin("/persona set engineer");
        rig.approval = true;
        rig.asAdmin(text);
        ChangeRequest request =
                rig.requests
                        .find(rig.action("Approve").substring("approve:".length()))
                        .orElseThrow();
        var decision = new Decision(CommandRig.GRACE, rig.now);
        CommandReply first = asGrace("Approve");
        String history = rig.asMember("/persona history engineer");
        String here = rig.asMember("/persona");
        rig.requests.remove(request.id());
        rig.requests.add(
                new ChangeRequest(
                        request.id(),
                        request.origin(),
                        request.kind(),
                        request.data(),
                        request.at(),
                        State.APPROVED,
                        Optional.of(decision)));
        rig.desk.sweep(rig.now);

        assertThat(first).isInstanceOf(CommandReply.Settled.class);
        assertThat(rig.asMember("/persona history engineer")).isEqualTo(history);
        assertThat(rig.asMember("/persona")).isEqualTo(here);
        assertThat(rig.audit.newest(CommandRig.WORKSPACE, 100))
                .filteredOn(entry -> entry.result() == AuditEntry.Result.REFUSED)
                .isEmpty();
        assertThat(rig.requests.unfinished()).isEmpty();
    }

    @Test
    void propose_noticeRefused_asksNobodyAndSaysSo() {
        rig.shown = new SendResult.Rejected("not_in_channel");

        assertThat(rig.asAdmin("/persona set engineer"))
                .contains("I could not ask in this channel (not_in_channel). Nothing was changed");
        assertThat(rig.requests.find(rig.action("Approve").substring(8))).isEmpty();
        assertThat(rig.audit.newest(CommandRig.WORKSPACE, 1)).isEmpty();
    }

    @Test
    void propose_noticePerhapsPosted_keepsTheRequest() {
        rig.shown = new SendResult.Unreachable("timeout");

        assertThat(rig.asAdmin("/persona set engineer")).contains("is not certain (timeout)");
        assertThat(asGrace("Approve")).isInstanceOf(CommandReply.Settled.class);
    }

    @Test
    void sweep_oldRequests_areForgotten() {
        adaSetsEngineer();
        rig.pass(Duration.ofDays(31));
        rig.desk.sweep(rig.now);

        assertThat(asGrace("Approve").text()).startsWith("This button is from another time");
    }

    @Test
    void resume_kindOfAnotherVersion_isClosedAndSaid() {
        rig.requests.add(
                new ChangeRequest(
                        "r1",
                        new Origin(CommandRig.THREAD.channel(), Optional.empty(), CommandRig.ADA),
                        "persona frobnicate",
                        Map.of(),
                        rig.now,
                        State.APPROVED,
                        Optional.of(new Decision(CommandRig.GRACE, rig.now))));
        rig.desk.sweep(rig.now);

        assertThat(rig.notices.getFirst().text()).contains("but it does not fit any more");
        assertThat(rig.requests.unfinished()).isEmpty();
    }

    @Test
    void run_button_typesTheCommandForWhoeverPresses() {
        rig.approval = false;

        assertThat(rig.choose(CommandRig.ADA, Standing.ADMIN, "run:persona edit engineer"))
                .isInstanceOf(CommandReply.Asks.class);
        assertThat(rig.choose(CommandRig.ADA, Standing.MEMBER, "run:persona edit engineer").text())
                .startsWith("Only admins can use `/persona edit`.");
        assertThat(rig.choose(CommandRig.ADA, Standing.MEMBER, "run:status").text())
                .isEqualTo("All is well.");
    }
}
