package parley.prompt;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaVersion.Source;

/**
 * Changes personas in the chat of a workspace. Every change is a new version behind all others; of
 * two that began from the same version, one is kept and the other told. Safe for use by many
 * threads; failures of the store come as unchecked exceptions, and then nothing was changed.
 */
public final class PersonaEditor {
    private static final int LONGEST_REASON = 500;
    private static final int MOST_PERSONAS = 1_000;

    private final PromptRegistry personas;
    private final PersonaVersions versions;
    private final InstantSource clock;

    /**
     * @param versions the history that {@code personas} reads
     */
    public PersonaEditor(PromptRegistry personas, PersonaVersions versions, InstantSource clock) {
        this.personas = personas;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * What is wrong with the text as that persona; empty when it can be saved.
     *
     * @param text the whole file, header and system prompt, up to 256 KB
     */
    public List<PersonaFault> check(PersonaId persona, String text) {
        var faults = new FaultList(persona + ".md");
        Optional<SourceText> _ = read(persona, text, faults);
        return faults.toList();
    }

    private static Optional<SourceText> read(PersonaId persona, String text, FaultList faults) {
        return SourceText.written(persona, text, faults)
                .filter(source -> PersonaParser.parse(source, faults).isPresent());
    }

    /**
     * Lets the text answer as that persona in the workspace, which makes the persona when there is
     * none. A text equal to the file's takes the override back.
     *
     * @param text the whole file, header and system prompt, up to 256 KB
     * @param seen the number of the version in use that the author began from; 0 for none
     * @param reason in the author's words, cut after 500 characters; empty for none
     */
    public EditOutcome edit(
            WorkspaceId workspace,
            PersonaId persona,
            String text,
            int seen,
            Author by,
            String reason) {
        var faults = new FaultList(persona + ".md");
        Optional<SourceText> source = read(persona, text, faults);
        if (source.isPresent() && seen == 0 && full(workspace, persona)) {
            faults.add(1, "there are " + MOST_PERSONAS + " personas; edit one of them instead");
        }
        return faults.isEmpty()
                ? save(
                        workspace,
                        draft(persona, Source.EDIT, source.orElseThrow(), by, reason),
                        seen)
                : new EditOutcome.Faulty(faults.toList());
    }

    private boolean full(WorkspaceId workspace, PersonaId persona) {
        List<Persona> all = personas.all(workspace);
        return all.size() >= MOST_PERSONAS
                && all.stream().noneMatch(known -> known.id().equals(persona));
    }

    /**
     * Lets an earlier version answer again, of a file or of the workspace's own. One whose text is
     * the file's takes the override back.
     *
     * @param version its number in the workspace's history
     * @param seen the number of the version in use that the author knew; 0 for none
     * @param reason in the author's words, cut after 500 characters; empty for none
     */
    public EditOutcome rollback(
            WorkspaceId workspace,
            PersonaId persona,
            int version,
            int seen,
            Author by,
            String reason) {
        return versions.history(workspace, persona).stream()
                .filter(earlier -> earlier.number() == version)
                .findFirst()
                .map(earlier -> again(workspace, earlier, seen, by, reason))
                .orElseGet(EditOutcome.Missing::new);
    }

    private EditOutcome again(
            WorkspaceId workspace, PersonaVersion earlier, int seen, Author by, String reason) {
        if (earlier.text().isEmpty()) {
            return reset(workspace, earlier.persona(), seen, by, reason);
        }
        var source = SourceText.of(earlier);
        var faults = new FaultList(source.name());
        return PersonaParser.parse(source, faults).isPresent()
                ? save(
                        workspace,
                        draft(earlier.persona(), Source.ROLLBACK, source, by, reason),
                        seen)
                : new EditOutcome.Faulty(faults.toList());
    }

    /**
     * Takes back what chat made of the persona: its file is in use again, and one without a file is
     * gone until a rollback.
     *
     * @param seen the number of the version in use that the author knew; 0 for none
     * @param reason in the author's words, cut after 500 characters; empty for none
     */
    public EditOutcome reset(
            WorkspaceId workspace, PersonaId persona, int seen, Author by, String reason) {
        Optional<PersonaVersion> newest = versions.newestInChat(workspace, persona);
        Optional<PersonaVersion> inUse = personas.version(workspace, persona);
        if (newest.filter(PersonaVersion::overrides).isEmpty()) {
            return inUse.<EditOutcome>map(EditOutcome.Unchanged::new)
                    .orElseGet(EditOutcome.Missing::new);
        }
        if (inUse.map(PersonaVersion::number).orElse(0) != seen) {
            return conflict(inUse.or(() -> newest));
        }
        SourceText file = fileText(workspace, persona).orElseGet(() -> SourceText.none(persona));
        return append(workspace, newest, draft(persona, Source.RESET, file, by, reason));
    }

    private Optional<SourceText> fileText(WorkspaceId workspace, PersonaId persona) {
        return personas.in(workspace).file(persona).map(SourceText::of);
    }

    private PersonaVersion draft(
            PersonaId persona, Source source, SourceText text, Author by, String reason) {
        return new PersonaVersion(
                0,
                persona,
                source,
                text.text(),
                text.hash(),
                Optional.of(by),
                clock.instant(),
                cut(reason.strip()));
    }

    private static String cut(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    private EditOutcome save(WorkspaceId workspace, PersonaVersion draft, int seen) {
        // Read first: whatever changes after this is noticed when the version is added.
        Optional<PersonaVersion> newest = versions.newestInChat(workspace, draft.persona());
        Optional<PersonaVersion> inUse = personas.version(workspace, draft.persona());
        if (inUse.map(PersonaVersion::number).orElse(0) != seen) {
            return conflict(inUse.or(() -> newest));
        }
        if (inUse.filter(version -> version.text().equals(draft.text())).isPresent()) {
            return new EditOutcome.Unchanged(inUse.get());
        }
        Optional<SourceText> file =
                fileText(workspace, draft.persona())
                        .filter(text -> text.text().equals(draft.text()));
        return append(workspace, newest, file.map(text -> reset(draft, text)).orElse(draft));
    }

    private static PersonaVersion reset(PersonaVersion draft, SourceText file) {
        return new PersonaVersion(
                0,
                draft.persona(),
                Source.RESET,
                file.text(),
                file.hash(),
                draft.author(),
                draft.at(),
                draft.reason());
    }

    private EditOutcome append(
            WorkspaceId workspace, Optional<PersonaVersion> newest, PersonaVersion draft) {
        return versions.append(workspace, newest.map(PersonaVersion::number).orElse(0), draft)
                .<EditOutcome>map(EditOutcome.Saved::new)
                .orElseGet(() -> conflict(now(workspace, draft.persona())));
    }

    private Optional<PersonaVersion> now(WorkspaceId workspace, PersonaId persona) {
        return personas.version(workspace, persona)
                .or(() -> versions.newestInChat(workspace, persona));
    }

    private static EditOutcome conflict(Optional<PersonaVersion> now) {
        return now.<EditOutcome>map(EditOutcome.Conflict::new).orElseGet(EditOutcome.Missing::new);
    }
}
