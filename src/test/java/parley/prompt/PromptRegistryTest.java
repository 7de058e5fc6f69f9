package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.ThreadId;
import parley.testing.MemoryPersonaBindings;
import parley.testing.MemoryPersonaVersions;
import parley.testing.TestPersonas;

final class PromptRegistryTest {
    private static final ThreadId THREAD = ThreadId.parse("web/parley/incidents/1");

    private final AtomicLong nanos = new AtomicLong();
    private final MemoryPersonaBindings bindings = new MemoryPersonaBindings();
    private final MemoryPersonaVersions versions = new MemoryPersonaVersions();
    private final Instant now = Instant.parse("2026-11-27T10:00:00Z");
    @TempDir Path path;
    private PersonaFolder folder;

    @BeforeEach
    void writeDefault() {
        folder = new PersonaFolder(path).persona("default", "You help.");
    }

    private PromptRegistry open() {
        return PromptRegistry.open(path, bindings, versions, nanos::get, () -> now);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static List<String> names(PromptRegistry personas) {
        return personas.all(THREAD.channel().workspace()).stream()
                .map(persona -> persona.id().value())
                .toList();
    }

    private static List<String> faults(PromptRegistry personas) {
        return personas.faults().stream().map(PersonaFault::toString).toList();
    }

    @Test
    void open_noSuchFolder_saysWhatToDo() {
        assertThatThrownBy(() -> TestPersonas.open(path.resolve("no"), bindings, nanos::get))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("no:1: the persona folder cannot be read; create it");
    }

    @Test
    void open_noDefault_stopsTheStart() {
        folder.delete("default.md").persona("scribe", "You take notes.");

        assertThatThrownBy(this::open)
                .isInstanceOf(PromptException.class)
                .hasMessage(
                        path
                                + "/default.md:1: the folder lacks this file; every other place falls back to"
                                + " it");
    }

    @Test
    void open_brokenDefault_listsEveryFaultOfTheFolder() {
        folder.persona("default", "{{nobody}}").persona("scribe", "");

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        PromptException.class,
                        e ->
                                assertThat(e.faults())
                                        .extracting(PersonaFault::file, PersonaFault::line)
                                        .containsExactly(
                                                tuple("default.md", 5), tuple("scribe.md", 4)));
    }

    @Test
    void open_otherFileBroken_goesOnWithoutIt() {
        folder.persona("engineer", "You build.").write("scribe.md", "no header");

        PromptRegistry personas = open();

        assertThat(names(personas)).containsExactly("default", "engineer");
        assertThat(personas.faults()).singleElement().extracting("file").isEqualTo("scribe.md");
    }

    @Test
    void open_filesThatAreNoPersonas_areLeftAlone() {
        folder.write("README.md", "# Personas").write(".default.md.swp", "x").write(".x.md", "x");

        assertThat(names(open())).containsExactly("default");
    }

    @Test
    void open_bytesThatAreNotUtf8_pointToTheirLine() {
        folder.write("scribe.md", new byte[] {'-', '-', '-', '\n', 'a', (byte) 0xff, '\n'});

        assertThat(faults(open()))
                .containsExactly("scribe.md:2: the file is not UTF-8; save it as UTF-8");
    }

    @Test
    void open_largeFile_isRefused() {
        folder.write("scribe.md", "a".repeat(256 * 1024 + 1));

        assertThat(faults(open()))
                .containsExactly("scribe.md:1: the file is larger than 256 KB; shorten it");
    }

    @Test
    void open_windowsLineEndsAndByteOrderMark_areRead() {
        folder.write(
                "scribe.md",
                "\uFEFF---\r\nname: scribe\r\ndescription: Notes.\r\n---\r\nYou\r\nnote.\r\n");

        assertThat(
                        open().find(THREAD.channel().workspace(), new PersonaId("scribe"))
                                .orElseThrow()
                                .prompt())
                .isEqualTo("You\nnote.");
    }

    @Test
    void resolve_editedFile_isInEffectASecondLater() {
        PromptRegistry personas = open();
        folder.persona("default", "You help more.");

        assertThat(personas.resolve(THREAD).prompt()).isEqualTo("You help.");
        pass(Duration.ofSeconds(1));
        assertThat(personas.resolve(THREAD).prompt()).isEqualTo("You help more.");
    }

    @Test
    void resolve_editedFile_hasAnotherHash() {
        PromptRegistry personas = open();
        String before = personas.resolve(THREAD).hash();
        folder.persona("default", "You help more.");
        personas.refresh();
        String after = personas.resolve(THREAD).hash();
        folder.persona("default", "You help.");
        personas.refresh();

        assertThat(after).isNotEqualTo(before).hasSize(12);
        assertThat(personas.resolve(THREAD).hash()).isEqualTo(before);
    }

    @Test
    void refresh_brokenFile_keepsTheLastGoodVersion() {
        PromptRegistry personas = open();
        folder.persona("default", "{{nobody}}");
        personas.refresh();

        assertThat(personas.resolve(THREAD).prompt()).isEqualTo("You help.");
        assertThat(faults(personas))
                .singleElement()
                .asString()
                .startsWith("default.md:5: unknown variable '{{nobody}}'");

        folder.persona("default", "You help again.");
        personas.refresh();

        assertThat(personas.resolve(THREAD).prompt()).isEqualTo("You help again.");
        assertThat(personas.faults()).isEmpty();
    }

    @Test
    void refresh_brokenFile_logsFileAndLineOncePerChange() {
        PromptRegistry personas = open();
        try (var log = new RecordedLog(PromptRegistry.class)) {
            folder.persona("default", "{{nobody}}");
            personas.refresh();
            personas.refresh();
            assertThat(log.lines()).singleElement().asString().contains("default.md:5: unknown");

            folder.persona("default", "{{nobody}}");
            personas.refresh();
            assertThat(log.lines()).hasSize(2);
        }
    }

    @Test
    void refresh_unchangedFile_isNotReadAgain() {
        PromptRegistry personas = open();
        Persona before = personas.resolve(THREAD);
        folder.persona("engineer", "You build.");
        personas.refresh();

        assertThat(names(personas)).containsExactly("default", "engineer");
        assertThat(personas.resolve(THREAD)).isSameAs(before);
    }

    @Test
    void refresh_deletedFile_takesThePersonaAway() {
        folder.persona("engineer", "You build.");
        PromptRegistry personas = open();
        folder.delete("engineer.md");
        personas.refresh();

        assertThat(names(personas)).containsExactly("default");
        assertThat(personas.faults()).isEmpty();
    }

    @Test
    void refresh_deletedDefault_staysWithAWarning() {
        PromptRegistry personas = open();
        folder.delete("default.md");
        personas.refresh();
        personas.refresh();

        assertThat(personas.resolve(THREAD).prompt()).isEqualTo("You help.");
        assertThat(faults(personas))
                .containsExactly(
                        "default.md:1: the file is gone; its last version stays in use until it is"
                                + " back");
    }

    @Test
    void refresh_folderGone_keepsEverything() {
        PromptRegistry personas = open();
        folder.delete("default.md").delete("");
        personas.refresh();

        assertThat(names(personas)).containsExactly("default");
        assertThat(faults(personas)).singleElement().asString().contains("cannot be read");
    }

    @Test
    void render_anyPersona_endsWithTheFrame() {
        folder.persona("default", "You help in {{channel}}.");
        PromptRegistry personas = open();

        assertThat(personas.render(personas.resolve(THREAD), THREAD))
                .isEqualTo("You help in incidents.\n\n" + Frame.text());
    }

    @Test
    void resolve_whileFilesChange_alwaysGivesAWholePersona() throws InterruptedException {
        PromptRegistry personas = open();
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        Runnable reader =
                () -> {
                    do {
                        pass(Duration.ofSeconds(1));
                        seen.add(personas.resolve(THREAD).prompt());
                    } while (!done.get());
                };
        List<Thread> readers =
                IntStream.range(0, 4).mapToObj(i -> Thread.startVirtualThread(reader)).toList();
        for (int i = 0; i < 50; i++) {
            folder.persona("default", i % 2 == 0 ? "" : "You help " + i + ".");
        }
        done.set(true);
        for (Thread thread : readers) {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
        personas.refresh();

        assertThat(seen).isNotEmpty().allMatch(prompt -> prompt.startsWith("You help"));
        assertThat(personas.resolve(THREAD).prompt()).isEqualTo("You help 49.");
    }

    @Test
    void render_twice_givesEqualBytes() {
        PromptRegistry personas = open();
        Persona persona = personas.resolve(THREAD);

        assertThat(personas.render(persona, THREAD)).isEqualTo(personas.render(persona, THREAD));
    }
}
