package parley.prompt;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes every version of the files durably and remembers the numbers of those in use. While the
 * store fails, they have the number 0. Notes for one thread at a time, reads for many.
 */
final class FileVersions {
    private static final Logger log = LoggerFactory.getLogger(FileVersions.class);

    private final PersonaVersions versions;
    private final InstantSource clock;
    private final Map<PersonaId, Persona> noted = new ConcurrentHashMap<>();
    private boolean failing;

    FileVersions(PersonaVersions versions, InstantSource clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** Notes what changed since the last time and what could not be noted then. Never fails. */
    void note(PromptSnapshot folder) {
        List<PersonaFile> fresh =
                folder.good().stream().filter(file -> !isNoted(file.persona())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        try {
            Map<PersonaId, Integer> numbers =
                    versions.noteFiles(fresh.stream().map(this::draft).toList());
            fresh.forEach(file -> remember(file.persona(), numbers));
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("Versions of persona files cannot be stored; it is tried again", e);
            }
            failing = true;
        }
    }

    private void remember(Persona persona, Map<PersonaId, Integer> numbers) {
        noted.put(persona.id(), persona.as(numbers.getOrDefault(persona.id(), 0)));
    }

    /** The file's persona with its number where chat never changed it. */
    Persona numbered(Persona file) {
        Persona known = noted.getOrDefault(file.id(), file);
        return known.hash().equals(file.hash()) ? known : file;
    }

    private boolean isNoted(Persona file) {
        Persona known = noted.get(file.id());
        return known != null && known.hash().equals(file.hash());
    }

    /** What is stored of the file, its number left out. */
    PersonaVersion draft(PersonaFile file) {
        return new PersonaVersion(
                0,
                file.persona().id(),
                PersonaVersion.Source.FILE,
                file.text(),
                file.persona().hash(),
                Optional.empty(),
                clock.instant(),
                "");
    }
}
