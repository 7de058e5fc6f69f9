package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.chat.Platform;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;
import parley.prompt.PersonaVersion.Source;
import parley.prompt.PersonaVersions;

/** What every {@link PersonaVersions} must do. */
public abstract class PersonaVersionsContract {
    private static final WorkspaceId HERE = Events.CHANNEL.workspace();
    private static final WorkspaceId THERE = new WorkspaceId(Platform.DISCORD, HERE.value());
    private static final PersonaId SCRIBE = new PersonaId("scribe");
    private static final PersonaId EDITOR = new PersonaId("editor");

    /** Versions of an empty store, the same for the whole test. */
    protected abstract PersonaVersions versions();

    private static PersonaVersion file(PersonaId persona, String text) {
        return version(0, persona, Source.FILE, text);
    }

    private static PersonaVersion edit(String text) {
        return version(0, SCRIBE, Source.EDIT, text);
    }

    private static PersonaVersion version(
            int number, PersonaId persona, Source source, String text) {
        return new PersonaVersion(
                number,
                persona,
                source,
                text,
                "hash of " + text,
                source == Source.FILE ? Optional.empty() : Optional.of(Events.BOB),
                Events.NOON,
                source == Source.FILE ? "" : "because of \"ü\" 🐙");
    }

    private List<String> texts(WorkspaceId workspace) {
        return versions().history(workspace, SCRIBE).stream()
                .map(version -> version.number() + " " + version.text())
                .toList();
    }

    @Test
    void all_ofNothing_areEmpty() {
        assertThat(versions().history(HERE, SCRIBE)).isEmpty();
        assertThat(versions().newestInChat(HERE, SCRIBE)).isEmpty();
        assertThat(versions().newestFile(HERE, SCRIBE)).isEmpty();
        assertThat(versions().changedIn(HERE)).isEmpty();
        assertThat(versions().noteFiles(List.of())).isEmpty();
    }

    @Test
    void noteFiles_changed_areVersionsOfAllWorkspaces() {
        assertThat(versions().noteFiles(List.of(file(SCRIBE, "one"), file(EDITOR, "e"))))
                .isEqualTo(Map.of(SCRIBE, 1, EDITOR, 1));
        assertThat(versions().noteFiles(List.of(file(SCRIBE, "two")))).isEqualTo(Map.of(SCRIBE, 2));

        assertThat(versions().history(HERE, SCRIBE))
                .containsExactly(
                        version(1, SCRIBE, Source.FILE, "one"),
                        version(2, SCRIBE, Source.FILE, "two"))
                .isEqualTo(versions().history(THERE, SCRIBE));
        assertThat(versions().newestFile(HERE, SCRIBE))
                .contains(version(2, SCRIBE, Source.FILE, "two"));
        assertThat(versions().newestInChat(HERE, SCRIBE)).isEmpty();
        assertThat(versions().changedIn(HERE)).isEmpty();
    }

    @Test
    void noteFiles_sameAsBefore_addNothing() {
        versions().noteFiles(List.of(file(SCRIBE, "one")));

        assertThat(versions().noteFiles(List.of(file(SCRIBE, "one")))).isEqualTo(Map.of(SCRIBE, 1));
        assertThat(texts(HERE)).containsExactly("1 one");
    }

    @Test
    void noteFiles_asBeforeTheLast_isAVersionOfItsOwn() {
        for (String text : List.of("one", "two", "one")) {
            versions().noteFiles(List.of(file(SCRIBE, text)));
        }

        assertThat(texts(HERE)).containsExactly("1 one", "2 two", "3 one");
    }

    @Test
    void append_first_isStoredWholeAndNumbered() {
        versions().noteFiles(List.of(file(SCRIBE, "one")));
        String text = "---\nname: scribe\n---\nÜ \"'\t🐙\u0000\n";
        PersonaVersion stored = version(2, SCRIBE, Source.EDIT, text);

        assertThat(versions().append(HERE, 0, edit(text))).contains(stored);
        assertThat(versions().newestInChat(HERE, SCRIBE)).contains(stored);
        assertThat(versions().changedIn(HERE)).containsExactly(SCRIBE);
    }

    @Test
    void append_everySource_comesBackAsItWas() {
        versions().append(HERE, 0, version(0, SCRIBE, Source.EDIT, "a"));
        versions().append(HERE, 1, version(0, SCRIBE, Source.RESET, ""));
        versions().append(HERE, 2, version(0, SCRIBE, Source.ROLLBACK, "a"));

        assertThat(versions().history(HERE, SCRIBE))
                .extracting(PersonaVersion::source)
                .containsExactly(Source.EDIT, Source.RESET, Source.ROLLBACK);
    }

    @Test
    void append_anotherWorkspace_seesNothingOfIt() {
        versions().append(HERE, 0, edit("here"));
        versions().noteFiles(List.of(file(SCRIBE, "file")));
        versions().append(THERE, 0, edit("there"));

        assertThat(texts(HERE)).containsExactly("1 here", "2 file");
        assertThat(texts(THERE)).containsExactly("1 file", "2 there");
        assertThat(versions().newestFile(HERE, SCRIBE).orElseThrow().number()).isEqualTo(2);
        assertThat(versions().newestFile(THERE, SCRIBE).orElseThrow().number()).isEqualTo(1);
        assertThat(versions().newestInChat(THERE, SCRIBE).orElseThrow().text()).isEqualTo("there");
    }

    @Test
    void append_anotherCameFirst_isRefused() {
        versions().append(HERE, 0, edit("first"));

        assertThat(versions().append(HERE, 0, edit("late"))).isEmpty();
        assertThat(versions().append(HERE, 2, edit("from nowhere"))).isEmpty();
        assertThat(versions().append(HERE, 1, edit("second"))).isPresent();
        assertThat(texts(HERE)).containsExactly("1 first", "2 second");
    }

    @Test
    void append_fileChangedMeanwhile_isNoHindrance() {
        versions().append(HERE, 0, edit("first"));
        versions().noteFiles(List.of(file(SCRIBE, "file")));

        assertThat(versions().append(HERE, 1, edit("second")).orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void append_manyAtOnce_keepsOne() throws Exception {
        Callable<Boolean> attempt = () -> versions().append(HERE, 0, edit("x")).isPresent();
        List<Boolean> kept = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 8).mapToObj(_ -> attempt).toList();
            for (Future<Boolean> done : threads.invokeAll(attempts)) {
                kept.add(done.get());
            }
        }

        assertThat(kept).containsOnlyOnce(true);
        assertThat(texts(HERE)).containsExactly("1 x");
    }

    @Test
    void history_grown_keepsItsNumbers() {
        versions().noteFiles(List.of(file(SCRIBE, "file")));
        versions().append(HERE, 0, edit("a"));
        List<PersonaVersion> before = versions().history(HERE, SCRIBE);
        versions().append(THERE, 0, edit("there"));
        versions().noteFiles(List.of(file(SCRIBE, "changed"), file(EDITOR, "e")));
        versions().append(HERE, 2, edit("b"));

        assertThat(versions().history(HERE, SCRIBE))
                .startsWith(before.toArray(PersonaVersion[]::new));
        assertThat(texts(HERE)).containsExactly("1 file", "2 a", "3 changed", "4 b");
    }
}
