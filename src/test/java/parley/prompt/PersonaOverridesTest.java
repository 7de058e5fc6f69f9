package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;

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

final class PersonaOverridesTest {
    private static final Author ADA = new Author(new UserId("ada"), "Ada");
    private static final ThreadId HERE = ThreadId.parse("discord/guild/incidents/1");
    private static final ThreadId THERE = ThreadId.parse("discord/other/incidents/1");
    private static final WorkspaceId GUILD = HERE.channel().workspace();
    private static final WorkspaceId OTHER = THERE.channel().workspace();
    private static final PersonaId DEFAULT = new PersonaId("default");
    private static final PersonaId SCRIBE = new PersonaId("scribe");
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final MemoryPersonaBindings bindings = new MemoryPersonaBindings();
    private final MemoryPersonaVersions versions = new MemoryPersonaVersions();
    @TempDir Path path;
    private PersonaFolder folder;
    private PromptRegistry personas;

    @BeforeEach
    void open() {
        folder = new PersonaFolder(path).persona("default", "You help.");
        personas = reopen();
    }

    private PromptRegistry reopen() {
        return PromptRegistry.open(path, bindings, versions, () -> 0, () -> NOW);
    }

    private void change(WorkspaceId workspace, PersonaId persona, Source source, String text) {
        int seen = versions.newestInChat(workspace, persona).map(PersonaVersion::number).orElse(0);
        var draft =
                new PersonaVersion(
                        0, persona, source, text, "h" + text.hashCode(), Optional.of(ADA), NOW, "");
        assertThat(versions.append(workspace, seen, draft)).isPresent();
    }

    private void edit(PersonaId persona, String body) {
        change(GUILD, persona, Source.EDIT, PersonaFolder.text(persona.value(), body));
    }

    private void reset(PersonaId persona) {
        change(GUILD, persona, Source.RESET, "");
    }

    private List<String> history(WorkspaceId workspace) {
        return versions.history(workspace, DEFAULT).stream()
                .map(version -> version.number() + " " + version.source() + " " + version.hash())
                .toList();
    }

    private static List<String> names(List<Persona> personas) {
        return personas.stream().map(it -> it.id() + " " + it.version()).toList();
    }

    @Test
    void open_everyFile_isNotedOnce() {
        String hash = personas.resolve(HERE).hash();
        PromptRegistry again = reopen();

        assertThat(history(GUILD)).containsExactly("1 FILE " + hash);
        assertThat(again.resolve(HERE).version()).isEqualTo(1);
        assertThat(versions.newestFile(GUILD, DEFAULT))
                .hasValueSatisfying(version -> {
                    assertThat(version.text())
                            .isEqualTo(PersonaFolder.text("default", "You help."));
                    assertThat(version.at()).isEqualTo(NOW);
                    assertThat(version.author()).isEmpty();
                });
    }

    @Test
    void refresh_changedFile_isTheNextVersion() {
        folder.persona("default", "You help more.").persona("scribe", "You note.");
        personas.refresh();
        personas.refresh();

        assertThat(personas.resolve(HERE).version()).isEqualTo(2);
        assertThat(history(GUILD)).hasSize(2);
        assertThat(names(personas.all(GUILD))).containsExactly("default 2", "scribe 1");
    }

    @Test
    void refresh_brokenFile_isNoVersion() {
        folder.persona("default", "{{nobody}}");
        personas.refresh();

        assertThat(history(GUILD)).hasSize(1);
        assertThat(personas.resolve(HERE).version()).isEqualTo(1);
    }

    @Test
    void refresh_storeFails_goesOnAndNotesItLater() {
        folder.persona("default", "You help more.");
        versions.fail(true);
        try (var log = new RecordedLog(FileVersions.class)) {
            personas.refresh();
            personas.refresh();
            assertThat(log.lines()).hasSize(1);
        }
        versions.fail(false);
        Persona unknown = personas.resolve(HERE);
        PersonaVersion inUse = personas.version(GUILD, DEFAULT).orElseThrow();
        personas.refresh();

        assertThat(unknown.prompt()).isEqualTo("You help more.");
        assertThat(unknown.version()).isZero();
        assertThat(inUse.number()).isZero();
        assertThat(inUse.hash()).isEqualTo(unknown.hash());
        assertThat(personas.resolve(HERE).version()).isEqualTo(2);
        assertThat(personas.version(GUILD, DEFAULT).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void open_storeFails_goesOn() {
        versions.fail(true);
        PromptRegistry opened = reopen();
        versions.fail(false);

        assertThat(opened.resolve(HERE).prompt()).isEqualTo("You help.");
        assertThat(opened.resolve(HERE).version()).isZero();
    }

    @Test
    void resolve_edited_takesTheEditInThatWorkspaceAlone() {
        edit(DEFAULT, "You help here.");

        assertThat(personas.resolve(HERE).prompt()).isEqualTo("You help here.");
        assertThat(personas.resolve(HERE).version()).isEqualTo(2);
        assertThat(personas.resolve(THERE).prompt()).isEqualTo("You help.");
        assertThat(personas.resolve(THERE).version()).isEqualTo(1);
        assertThat(personas.find(GUILD, DEFAULT)).contains(personas.resolve(HERE));
        assertThat(personas.version(GUILD, DEFAULT).orElseThrow().overrides()).isTrue();
        assertThat(personas.version(OTHER, DEFAULT).orElseThrow().overrides()).isFalse();
    }

    @Test
    void resolve_edited_staysWhenTheFileChanges() {
        edit(DEFAULT, "You help here.");
        folder.persona("default", "You help more.");
        personas.refresh();

        assertThat(personas.resolve(HERE).prompt()).isEqualTo("You help here.");
        assertThat(personas.resolve(THERE).version()).isEqualTo(2);
        assertThat(history(GUILD)).hasSize(3);
    }

    @Test
    void resolve_reset_takesTheFileWithItsNumberHere() {
        edit(DEFAULT, "You help here.");
        folder.persona("default", "You help more.");
        personas.refresh();
        reset(DEFAULT);

        assertThat(personas.resolve(HERE).prompt()).isEqualTo("You help more.");
        assertThat(personas.resolve(HERE).version()).isEqualTo(3);
        assertThat(personas.version(GUILD, DEFAULT).orElseThrow().number()).isEqualTo(3);
        assertThat(names(personas.all(GUILD))).containsExactly("default 3");
        assertThat(personas.resolve(THERE).version()).isEqualTo(2);
    }

    @Test
    void resolve_twice_readsAnOverrideOnce() {
        edit(DEFAULT, "You help here.");
        Persona first = personas.resolve(HERE);
        int reads = versions.reads();

        assertThat(personas.resolve(HERE)).isSameAs(first);
        assertThat(versions.reads()).isEqualTo(reads + 1);
    }

    @Test
    void resolve_notEdited_looksOnce() {
        int reads = versions.reads();
        Persona first = personas.resolve(HERE);

        assertThat(versions.reads()).isEqualTo(reads + 1);
        assertThat(personas.resolve(HERE)).isSameAs(first);
    }

    @Test
    void resolve_overrideThatIsNoPersonaAnyMore_takesTheFileAndLogsOnce() {
        change(GUILD, DEFAULT, Source.EDIT, PersonaFolder.text("default", "{{gone}}"));
        try (var log = new RecordedLog(Overrides.class)) {
            assertThat(personas.resolve(HERE).prompt()).isEqualTo("You help.");
            assertThat(personas.resolve(HERE).version()).isEqualTo(1);
            assertThat(personas.version(GUILD, DEFAULT).orElseThrow().number()).isEqualTo(1);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("Version 2 of persona 'default' in discord/guild cannot be used")
                    .contains("unknown variable '{{gone}}'");
        }
    }

    @Test
    void all_madeInChat_isThereInThatWorkspaceAlone() {
        edit(SCRIBE, "You note.");
        folder.persona("engineer", "You build.");
        personas.refresh();

        assertThat(names(personas.all(GUILD)))
                .containsExactly("default 1", "engineer 1", "scribe 1");
        assertThat(names(personas.all(OTHER))).containsExactly("default 1", "engineer 1");
        assertThat(personas.find(OTHER, SCRIBE)).isEmpty();
        assertThat(personas.version(OTHER, SCRIBE)).isEmpty();
    }

    @Test
    void all_madeInChatAndReset_isGone() {
        edit(SCRIBE, "You note.");
        reset(SCRIBE);

        assertThat(names(personas.all(GUILD))).containsExactly("default 1");
        assertThat(personas.find(GUILD, SCRIBE)).isEmpty();
        assertThat(personas.version(GUILD, SCRIBE)).isEmpty();
    }

    @Test
    void resolve_fileDeleted_keepsWhatChatMadeOfIt() {
        folder.persona("scribe", "You note.");
        personas.refresh();
        edit(SCRIBE, "You note here.");
        folder.delete("scribe.md");
        personas.refresh();

        assertThat(personas.find(GUILD, SCRIBE).orElseThrow().prompt()).isEqualTo("You note here.");
        assertThat(personas.find(OTHER, SCRIBE)).isEmpty();
        assertThat(personas.version(OTHER, SCRIBE)).isEmpty();
    }

    @Test
    void resolve_boundToAPersonaOfAnotherWorkspace_countsAsNotSet() {
        edit(SCRIBE, "You note.");
        bindings.bind(
                new PersonaBinding(new BindingScope.OfPlatform(HERE.platform()), SCRIBE, ADA, NOW));

        assertThat(personas.resolve(HERE).id()).isEqualTo(SCRIBE);
        assertThat(personas.resolve(THERE).id()).isEqualTo(DEFAULT);
    }

    @Test
    void resolve_boundInTheFile_takesTheEdit() {
        folder.persona("engineer", "You build.").write("channels.yaml", "discord: engineer");
        personas.refresh();
        edit(new PersonaId("engineer"), "You build here.");

        assertThat(personas.resolve(HERE).prompt()).isEqualTo("You build here.");
        assertThat(personas.resolve(THERE).prompt()).isEqualTo("You build.");
    }

    @Test
    void render_override_fillsItIn() {
        edit(DEFAULT, "You help in {{channel}}.");

        assertThat(personas.render(personas.resolve(HERE), HERE))
                .startsWith("You help in incidents.");
    }
}
