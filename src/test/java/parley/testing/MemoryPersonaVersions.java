package parley.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;
import parley.prompt.PersonaVersion.Source;
import parley.prompt.PersonaVersions;

/** Versions that are forgotten with the object; it counts reads and can be told to fail. */
public final class MemoryPersonaVersions implements PersonaVersions {
    /** Files belong to no workspace. */
    private record Row(Optional<WorkspaceId> workspace, PersonaVersion version) {}

    private final List<Row> rows = new ArrayList<>();
    private int reads;
    private boolean failing;

    /** Whether everything fails from now on. */
    public synchronized void fail(boolean always) {
        failing = always;
    }

    /** How often a version was looked up. */
    public synchronized int reads() {
        return reads;
    }

    private void use() {
        if (failing) {
            throw new IllegalStateException("disk full");
        }
    }

    @Override
    public synchronized List<PersonaVersion> history(WorkspaceId workspace, PersonaId persona) {
        use();
        reads++;
        return visible(Optional.of(workspace), persona);
    }

    private List<PersonaVersion> visible(Optional<WorkspaceId> workspace, PersonaId persona) {
        List<PersonaVersion> seen = new ArrayList<>();
        for (Row row : rows) {
            boolean shown = row.workspace().isEmpty() || row.workspace().equals(workspace);
            if (shown && row.version().persona().equals(persona)) {
                seen.add(numbered(row.version(), seen.size() + 1));
            }
        }
        return seen;
    }

    private static PersonaVersion numbered(PersonaVersion version, int number) {
        return new PersonaVersion(
                number,
                version.persona(),
                version.source(),
                version.text(),
                version.hash(),
                version.author(),
                version.at(),
                version.reason());
    }

    @Override
    public Optional<PersonaVersion> newestInChat(WorkspaceId workspace, PersonaId persona) {
        return newest(workspace, persona, version -> version.source() != Source.FILE);
    }

    @Override
    public Optional<PersonaVersion> newestFile(WorkspaceId workspace, PersonaId persona) {
        return newest(workspace, persona, version -> version.source() == Source.FILE);
    }

    private Optional<PersonaVersion> newest(
            WorkspaceId workspace, PersonaId persona, Predicate<PersonaVersion> wanted) {
        return history(workspace, persona).reversed().stream().filter(wanted).findFirst();
    }

    @Override
    public synchronized Set<PersonaId> changedIn(WorkspaceId workspace) {
        use();
        return rows.stream()
                .filter(row -> row.workspace().equals(Optional.of(workspace)))
                .map(row -> row.version().persona())
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Optional<PersonaVersion> append(
            WorkspaceId workspace, int seen, PersonaVersion draft) {
        if (newestInChat(workspace, draft.persona()).map(PersonaVersion::number).orElse(0)
                != seen) {
            return Optional.empty();
        }
        rows.add(new Row(Optional.of(workspace), draft));
        return newestInChat(workspace, draft.persona());
    }

    @Override
    public synchronized Map<PersonaId, Integer> noteFiles(List<PersonaVersion> drafts) {
        use();
        Map<PersonaId, Integer> numbers = new HashMap<>();
        drafts.forEach(draft -> numbers.put(draft.persona(), note(draft)));
        return numbers;
    }

    private int note(PersonaVersion draft) {
        List<PersonaVersion> files = visible(Optional.empty(), draft.persona());
        if (!files.isEmpty() && files.getLast().hash().equals(draft.hash())) {
            return files.size();
        }
        rows.add(new Row(Optional.empty(), draft));
        return files.size() + 1;
    }
}
