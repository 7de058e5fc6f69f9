package parley.prompt;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import parley.chat.WorkspaceId;

/**
 * The personas of one workspace: the files, and over them what was written in its chat. Each
 * look-up reads which version is the newest, so that all see a change at once.
 */
final class WorkspacePersonas {
    private final PromptSnapshot folder;
    private final WorkspaceId workspace;
    private final PersonaVersions versions;
    private final FileVersions files;
    private final Overrides overrides;

    WorkspacePersonas(
            PromptSnapshot folder,
            WorkspaceId workspace,
            PersonaVersions versions,
            FileVersions files,
            Overrides overrides) {
        this.folder = folder;
        this.workspace = workspace;
        this.versions = versions;
        this.files = files;
        this.overrides = overrides;
    }

    Optional<Persona> find(PersonaId id) {
        Optional<PersonaVersion> inChat = versions.newestInChat(workspace, id);
        return inChat.flatMap(this::override)
                .or(() -> folder.find(id).map(file -> numbered(file, inChat.isPresent())));
    }

    private Optional<Persona> override(PersonaVersion version) {
        return version.overrides() ? overrides.persona(workspace, version) : Optional.empty();
    }

    /** Only where chat changed the persona has the file another number than elsewhere. */
    private Persona numbered(Persona file, boolean changed) {
        return changed
                ? noted(file).map(version -> file.as(version.number())).orElse(file)
                : files.numbered(file);
    }

    private Optional<PersonaVersion> noted(Persona file) {
        return versions.newestFile(workspace, file.id())
                .filter(version -> version.hash().equals(file.hash()));
    }

    /** The version in use, as {@link #find} takes it. */
    Optional<PersonaVersion> version(PersonaId id) {
        return versions.newestInChat(workspace, id)
                .filter(version -> override(version).isPresent())
                .or(() -> file(id));
    }

    /** The version of the file as it is in use wherever chat has not overridden it. */
    Optional<PersonaVersion> file(PersonaId id) {
        return folder.file(id)
                .map(file -> noted(file.persona()).orElseGet(() -> files.draft(file)));
    }

    /** Every persona, by name. */
    List<Persona> all() {
        Collection<PersonaId> changed = versions.changedIn(workspace);
        SortedSet<PersonaId> ids = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
        ids.addAll(changed);
        folder.personas().forEach(persona -> ids.add(persona.id()));
        return ids.stream()
                .flatMap(id -> changed.contains(id) ? find(id).stream() : unchanged(id))
                .toList();
    }

    private Stream<Persona> unchanged(PersonaId id) {
        return folder.find(id).stream().map(files::numbered);
    }

    /** The line of channels.yaml for the scope, if its persona has a file. */
    Optional<FileBinding> binding(BindingScope scope) {
        return folder.binding(scope);
    }
}
