package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Author;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaVersion.Source;
import parley.testing.MemoryPersonaBindings;
import parley.testing.MemoryPersonaVersions;

final class PersonaEditorTest {
    private static final Author ADA = new Author(new UserId("ada"), "Ada");
    private static final Author BOB = new Author(new UserId("bob"), "Bob");
    private static final ThreadId THREAD = ThreadId.parse("discord/guild/incidents/1");
    private static final WorkspaceId GUILD = THREAD.channel().workspace();
    private static final WorkspaceId OTHER = new WorkspaceId(THREAD.platform(), "other");
    private static final PersonaId DEFAULT = new PersonaId("default");
    private static final PersonaId SCRIBE = new PersonaId("scribe");
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final String FILE = PersonaFolder.text("default", "You help.");
    private static final String ONE = PersonaFolder.text("default", "You help once.");
    private static final String TWO = PersonaFolder.text("default", "You help twice.");

    private final MemoryPersonaVersions versions = new MemoryPersonaVersions();
    @TempDir Path path;
    private PersonaFolder folder;
    private PromptRegistry personas;
    private PersonaEditor editor;

    @BeforeEach
    void open() {
        folder = new PersonaFolder(path).persona("default", "You help.");
        personas =
                PromptRegistry.open(
                        path, new MemoryPersonaBindings(), versions, () -> 0, () -> NOW);
        editor = new PersonaEditor(personas, versions, () -> NOW);
    }

    private EditOutcome edit(String text, int seen) {
        return editor.edit(GUILD, DEFAULT, text, seen, ADA, "better");
    }

    private EditOutcome rollback(int version, int seen) {
        return editor.rollback(GUILD, DEFAULT, version, seen, BOB, "worse");
    }

    private EditOutcome reset(PersonaId persona) {
        return reset(
                persona, personas.version(GUILD, persona).map(PersonaVersion::number).orElse(0));
    }

    private EditOutcome reset(PersonaId persona, int seen) {
        return editor.reset(GUILD, persona, seen, ADA, "");
    }

    private static PersonaVersion saved(EditOutcome outcome) {
        assertThat(outcome).isInstanceOf(EditOutcome.Saved.class);
        return ((EditOutcome.Saved) outcome).version();
    }

    private static List<String> faults(EditOutcome outcome) {
        assertThat(outcome).isInstanceOf(EditOutcome.Faulty.class);
        return ((EditOutcome.Faulty) outcome)
                .faults().stream().map(PersonaFault::toString).toList();
    }

    private String prompt() {
        return personas.resolve(THREAD).prompt();
    }

    private PersonaVersion now() {
        return personas.version(GUILD, DEFAULT).orElseThrow();
    }

    private int count() {
        return versions.history(GUILD, DEFAULT).size();
    }

    /** As an earlier program might have, without a look at the text. */
    private void append(PersonaId persona, String text) {
        var draft =
                new PersonaVersion(
                        0, persona, Source.EDIT, text, "hash", Optional.of(ADA), NOW, "");
        assertThat(versions.append(GUILD, 0, draft)).isPresent();
    }

    @Test
    void edit_goodText_isInUseAtOnceAndSaysWho() {
        PersonaVersion version = saved(edit(ONE, 1));

        assertThat(version)
                .isEqualTo(
                        new PersonaVersion(
                                2,
                                DEFAULT,
                                Source.EDIT,
                                ONE,
                                version.hash(),
                                Optional.of(ADA),
                                NOW,
                                "better"));
        assertThat(prompt()).isEqualTo("You help once.");
        assertThat(personas.resolve(THREAD).hash()).isEqualTo(version.hash()).hasSize(12);
        assertThat(now()).isEqualTo(version);
    }

    @Test
    void edit_textOfAFile_hasTheHashThatTheFileHasElsewhere() {
        folder.persona("default", "You help once.");
        PersonaVersion version = saved(edit(ONE, 1));
        personas.refresh();

        assertThat(personas.version(OTHER, DEFAULT).orElseThrow().hash()).isEqualTo(version.hash());
    }

    @Test
    void edit_windowsLineEndsAndHalfCharacters_areMadeWhole() {
        PersonaVersion version = saved(edit("\uFEFF" + ONE.replace("\n", "\r\n") + "\ra\ud83d", 1));

        assertThat(version.text()).isEqualTo(ONE + "\na?");
    }

    @Test
    void edit_whatIsInUse_isNoNewVersion() {
        assertThat(edit(FILE.replace("\n", "\r\n"), 1)).isEqualTo(new EditOutcome.Unchanged(now()));
        PersonaVersion version = saved(edit(ONE, 1));

        assertThat(edit(ONE, 2)).isEqualTo(new EditOutcome.Unchanged(version));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void edit_backToTheFile_takesTheOverrideBack() {
        saved(edit(ONE, 1));

        assertThat(saved(edit(FILE, 2)).source()).isEqualTo(Source.RESET);
        assertThat(now().number()).isEqualTo(1);
        assertThat(prompt()).isEqualTo("You help.");
    }

    @Test
    void edit_anotherWasSavedMeanwhile_isAConflict() {
        PersonaVersion first = saved(edit(ONE, 1));

        assertThat(edit(TWO, 1)).isEqualTo(new EditOutcome.Conflict(first));
        assertThat(prompt()).isEqualTo("You help once.");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void edit_fileChangedMeanwhile_isAConflict() {
        folder.persona("default", "You help more.");
        personas.refresh();

        assertThat(edit(ONE, 1)).isEqualTo(new EditOutcome.Conflict(now()));
        assertThat(now().number()).isEqualTo(2);
    }

    @Test
    void edit_changedAndTakenBackMeanwhile_isNoConflict() {
        saved(edit(ONE, 1));
        saved(reset(DEFAULT));

        assertThat(saved(edit(TWO, 1)).number()).isEqualTo(4);
    }

    @Test
    void edit_faultyText_saysEveryFaultWithItsLine() {
        String text = "---\nname: other\ndescription: x\nefort: low\n---\n{{nobody}}";

        assertThat(faults(edit(text, 1)))
                .hasSize(3)
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("default.md:2: the name 'other'"),
                        fault -> assertThat(fault).startsWith("default.md:4: unknown key 'efort'"),
                        fault -> assertThat(fault).startsWith("default.md:6: unknown variable"));
        assertThat(count()).isEqualTo(1);
        assertThat(prompt()).isEqualTo("You help.");
    }

    @Test
    void check_text_saysWhatEditWould() {
        assertThat(editor.check(DEFAULT, ONE)).isEmpty();
        assertThat(editor.check(SCRIBE, ONE)).hasSize(1);
        assertThat(editor.check(DEFAULT, "")).hasSize(1);
        assertThat(editor.check(DEFAULT, "ü".repeat(128 * 1024 + 1)))
                .extracting(PersonaFault::message)
                .containsExactly("the text is larger than 256 KB; shorten it");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void edit_unknownPersona_makesIt() {
        String text = PersonaFolder.text("scribe", "You note.");

        PersonaVersion version = saved(editor.edit(GUILD, SCRIBE, text, 0, ADA, ""));

        assertThat(version.number()).isEqualTo(1);
        assertThat(personas.find(GUILD, SCRIBE).orElseThrow().prompt()).isEqualTo("You note.");
        assertThat(personas.find(OTHER, SCRIBE)).isEmpty();
        assertThat(editor.edit(GUILD, SCRIBE, text + "!", 0, BOB, ""))
                .isEqualTo(new EditOutcome.Conflict(version));
    }

    @Test
    void edit_personaThatNeverWas_isMissing() {
        String text = PersonaFolder.text("scribe", "You note.");

        assertThat(editor.edit(GUILD, SCRIBE, text, 7, ADA, ""))
                .isEqualTo(new EditOutcome.Missing());
    }

    @Test
    void edit_personaTakenBackMeanwhile_isAConflictWithTheReset() {
        String text = PersonaFolder.text("scribe", "You note.");
        saved(editor.edit(GUILD, SCRIBE, text, 0, ADA, ""));
        PersonaVersion reset = saved(reset(SCRIBE));

        assertThat(editor.edit(GUILD, SCRIBE, text + "!", 1, ADA, ""))
                .isEqualTo(new EditOutcome.Conflict(reset));
        assertThat(reset.text()).isEmpty();
    }

    @Test
    void edit_thousandPersonas_areEnough() {
        for (int i = 1; i < 1_000; i++) {
            append(new PersonaId("p" + i), PersonaFolder.text("p" + i, "x"));
        }
        String text = PersonaFolder.text("scribe", "You note.");

        assertThat(faults(editor.edit(GUILD, SCRIBE, text, 0, ADA, "")))
                .containsExactly("scribe.md:1: there are 1000 personas; edit one of them instead");
        saved(editor.edit(OTHER, SCRIBE, text, 0, ADA, ""));
        saved(editor.edit(GUILD, DEFAULT, ONE, 1, ADA, ""));
    }

    @Test
    void edit_longReason_isCut() {
        EditOutcome outcome = editor.edit(GUILD, DEFAULT, ONE, 1, ADA, " " + "r".repeat(900));

        assertThat(saved(outcome).reason()).isEqualTo("r".repeat(500));
    }

    @Test
    void edit_storeFails_throwsAndChangesNothing() {
        versions.fail(true);

        assertThatThrownBy(() -> edit(ONE, 1)).hasMessage("disk full");

        versions.fail(false);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void rollback_earlierEdit_isInUseAgain() {
        PersonaVersion first = saved(edit(ONE, 1));
        saved(edit(TWO, 2));

        PersonaVersion again = saved(rollback(2, 3));

        assertThat(again.number()).isEqualTo(4);
        assertThat(again.source()).isEqualTo(Source.ROLLBACK);
        assertThat(again.hash()).isEqualTo(first.hash());
        assertThat(again.author()).contains(BOB);
        assertThat(prompt()).isEqualTo("You help once.");
    }

    @Test
    void rollback_fileInUse_becomesAReset() {
        saved(edit(ONE, 1));

        assertThat(saved(rollback(1, 2)).source()).isEqualTo(Source.RESET);
        assertThat(now().number()).isEqualTo(1);
        assertThat(prompt()).isEqualTo("You help.");
    }

    @Test
    void rollback_earlierFile_overridesTheFile() {
        folder.persona("default", "You help more.");
        personas.refresh();

        assertThat(saved(rollback(1, 2)).source()).isEqualTo(Source.ROLLBACK);
        assertThat(prompt()).isEqualTo("You help.");
        assertThat(personas.find(OTHER, DEFAULT).orElseThrow().prompt())
                .isEqualTo("You help more.");
    }

    @Test
    void rollback_whatIsInUse_isNoNewVersion() {
        PersonaVersion version = saved(edit(ONE, 1));

        assertThat(rollback(2, 2)).isEqualTo(new EditOutcome.Unchanged(version));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void rollback_noSuchVersion_isMissing() {
        assertThat(rollback(2, 1)).isEqualTo(new EditOutcome.Missing());
        assertThat(editor.rollback(GUILD, SCRIBE, 1, 0, ADA, ""))
                .isEqualTo(new EditOutcome.Missing());
    }

    @Test
    void rollback_anotherWasSavedMeanwhile_isAConflict() {
        saved(edit(ONE, 1));
        PersonaVersion second = saved(edit(TWO, 2));

        assertThat(rollback(1, 2)).isEqualTo(new EditOutcome.Conflict(second));
    }

    @Test
    void rollback_personaThatWasTakenBack_bringsItBack() {
        String text = PersonaFolder.text("scribe", "You note.");
        saved(editor.edit(GUILD, SCRIBE, text, 0, ADA, ""));
        saved(reset(SCRIBE));

        saved(editor.rollback(GUILD, SCRIBE, 1, 0, ADA, ""));
        assertThat(personas.find(GUILD, SCRIBE)).isPresent();

        saved(editor.rollback(GUILD, SCRIBE, 2, 3, ADA, ""));
        assertThat(personas.find(GUILD, SCRIBE)).isEmpty();
    }

    @Test
    void rollback_textThatIsNoPersonaAnyMore_isFaulty() {
        append(DEFAULT, "old");

        assertThat(faults(rollback(2, 1))).hasSize(1);
    }

    @Test
    void reset_overridden_takesTheFile() {
        saved(edit(ONE, 1));

        PersonaVersion version = saved(reset(DEFAULT));

        assertThat(version.source()).isEqualTo(Source.RESET);
        assertThat(version.text()).isEqualTo(FILE);
        assertThat(version.hash()).isEqualTo(now().hash());
        assertThat(prompt()).isEqualTo("You help.");
    }

    @Test
    void reset_notOverridden_isUnchangedOrMissing() {
        assertThat(reset(DEFAULT)).isEqualTo(new EditOutcome.Unchanged(now()));
        assertThat(reset(SCRIBE)).isEqualTo(new EditOutcome.Missing());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void reset_editedMeanwhile_isAConflict() {
        PersonaVersion first = saved(edit(ONE, 1));
        PersonaVersion second = saved(edit(TWO, first.number()));

        assertThat(reset(DEFAULT, first.number())).isEqualTo(new EditOutcome.Conflict(second));
        saved(reset(DEFAULT, second.number()));
    }
}
