package parley.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.chat.WorkspaceId;
import parley.prompt.Persona;
import parley.prompt.PersonaBindings;
import parley.prompt.PersonaEditor;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;
import parley.prompt.PersonaVersions;
import parley.prompt.PromptRegistry;

/** What the persona commands read and write. */
public record PersonaTools(
        PromptRegistry personas,
        PersonaVersions versions,
        PersonaEditor editor,
        PersonaBindings bindings,
        InstantSource clock) {
    /**
     * A persona that is, or was until chat took it away.
     *
     * @param inUse empty for one that was taken away
     * @param history oldest first
     */
    record Known(PersonaId id, Optional<PersonaVersion> inUse, List<PersonaVersion> history) {
        Optional<PersonaVersion> version(int number) {
            return history.stream().filter(version -> version.number() == number).findFirst();
        }
    }

    /** The persona that a person typed. */
    Optional<Persona> find(WorkspaceId workspace, String name) {
        return PersonaWords.find(personas, workspace, name);
    }

    /** The same with its versions, also when it is no more. */
    Optional<Known> known(WorkspaceId workspace, String name) {
        return PersonaWords.id(name)
                .map(id ->
                        new Known(
                                id,
                                personas.version(workspace, id),
                                versions.history(workspace, id)))
                .filter(known -> known.inUse().isPresent() || !known.history().isEmpty());
    }

    Optional<PersonaVersion> version(WorkspaceId workspace, PersonaId persona, int number) {
        return versions.history(workspace, persona).stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }
}
