package parley.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The persona folder as it was read at one moment; immutable. */
final class PromptSnapshot {
    static final String DEFAULT = "default.md";
    static final String CHANNELS = "channels.yaml";

    private final SortedMap<String, Loaded<PersonaFile>> files;
    private final Loaded<Map<String, FileBinding>> channels;
    private final Map<PersonaId, Persona> personas;
    private final List<PersonaFault> faults;

    /**
     * @param files by file name
     * @param folder what is wrong with the folder itself
     */
    PromptSnapshot(
            Map<String, Loaded<PersonaFile>> files,
            Loaded<Map<String, FileBinding>> channels,
            List<PersonaFault> folder) {
        this.files = new TreeMap<>(files);
        this.channels = channels;
        this.personas =
                files.values().stream()
                        .flatMap(file -> file.good().stream())
                        .map(PersonaFile::persona)
                        .collect(Collectors.toUnmodifiableMap(Persona::id, persona -> persona));
        List<PersonaFault> all = new ArrayList<>(folder);
        this.files.values().forEach(file -> all.addAll(file.faults()));
        all.addAll(channels.faults());
        all.addAll(dangling());
        this.faults = List.copyOf(all);
    }

    static PromptSnapshot empty() {
        return new PromptSnapshot(Map.of(), Loaded.nothing(), List.of());
    }

    private List<PersonaFault> dangling() {
        List<String> names = personas.keySet().stream().map(PersonaId::value).toList();
        return bindings().stream()
                .filter(binding -> !personas.containsKey(binding.persona()))
                .map(binding ->
                        new PersonaFault(
                                CHANNELS,
                                binding.line(),
                                "there is no persona '"
                                        + binding.persona()
                                        + "'."
                                        + Nearest.hint(binding.persona().value(), names)))
                .toList();
    }

    private Collection<FileBinding> bindings() {
        return channels.good().map(Map::values).orElse(List.of());
    }

    Loaded<PersonaFile> file(String name) {
        return files.getOrDefault(name, Loaded.nothing());
    }

    SortedMap<String, Loaded<PersonaFile>> files() {
        return files;
    }

    Loaded<Map<String, FileBinding>> channels() {
        return channels;
    }

    /** The last good version of the persona's file. */
    Optional<PersonaFile> file(PersonaId id) {
        return file(id + ".md").good();
    }

    /** The last good version of every file, by name. */
    List<PersonaFile> good() {
        return files.values().stream().flatMap(file -> file.good().stream()).toList();
    }

    Optional<Persona> find(PersonaId id) {
        return Optional.ofNullable(personas.get(id));
    }

    /** The persona of every file, by name. */
    List<Persona> personas() {
        return good().stream().map(PersonaFile::persona).toList();
    }

    /** The line of channels.yaml for the scope, if its persona exists. */
    Optional<FileBinding> binding(BindingScope scope) {
        return channels.good()
                .flatMap(bindings -> Optional.ofNullable(bindings.get(scope.key())))
                .filter(binding -> personas.containsKey(binding.persona()));
    }

    /** Everything that is wrong, the folder first, then by file and line. */
    List<PersonaFault> faults() {
        return faults;
    }

    /** Whether that file is another than in the earlier snapshot. */
    boolean changed(String file, PromptSnapshot earlier) {
        return !stamp(file).equals(earlier.stamp(file));
    }

    private FileStamp stamp(String file) {
        return file.equals(CHANNELS) ? channels.stamp() : file(file).stamp();
    }
}
