package parley.prompt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.WorkspaceId;

/** Versions written in chat as personas, read once each. Safe for use by many threads. */
final class Overrides {
    private static final Logger log = LoggerFactory.getLogger(Overrides.class);

    /** In characters of system prompts. */
    private static final long MOST_REMEMBERED = 16_000_000;

    /** What a persona weighs besides its prompt. */
    private static final int LEAST = 1_000;

    private final Cache<Key, Optional<Persona>> read =
            Caffeine.newBuilder().maximumWeight(MOST_REMEMBERED).weigher(Overrides::weight).build();

    /** Hashes are short: a version is named by its place, which nobody can forge. */
    private record Key(WorkspaceId workspace, PersonaId persona, int number, String hash) {}

    private static int weight(Key key, Optional<Persona> persona) {
        return LEAST + persona.map(it -> it.prompt().length()).orElse(0);
    }

    /** Empty when the text is none that this program takes: it was checked by an earlier one. */
    Optional<Persona> persona(WorkspaceId workspace, PersonaVersion version) {
        var key = new Key(workspace, version.persona(), version.number(), version.hash());
        return read.get(key, _ -> parse(workspace, version));
    }

    private static Optional<Persona> parse(WorkspaceId workspace, PersonaVersion version) {
        var source = SourceText.of(version);
        var faults = new FaultList(source.name());
        Optional<PersonaFile> parsed = PersonaParser.parse(source, faults);
        if (parsed.isEmpty()) {
            log.warn(
                    "Version {} of persona '{}' in {} cannot be used any more; the file is in use: {}",
                    version.number(),
                    version.persona(),
                    workspace,
                    faults.toList());
        }
        return parsed.map(file -> file.persona().as(version.number()));
    }
}
