package parley.prompt;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads the persona folder, only what changed since the last time. */
final class PromptFolder {
    private static final int MOST_FILES = 500;
    private static final String README = "README.md";

    private final Path folder;

    PromptFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** The folder as it is now; the same snapshot when nothing changed. Never fails. */
    PromptSnapshot read(PromptSnapshot before) {
        SortedMap<String, FileStamp> stamps = new TreeMap<>();
        List<PersonaFault> faults = new ArrayList<>();
        FileStamp channels;
        try {
            list(stamps, faults);
            channels = FileStamp.of(folder.resolve(PromptSnapshot.CHANNELS));
        } catch (IOException | DirectoryIteratorException _) {
            faults.add(
                    new PersonaFault(
                            ".",
                            1,
                            "the persona folder cannot be read; create it, or point PARLEY_PROMPTS"
                                    + " at it"));
            return new PromptSnapshot(before.files(), before.channels(), faults);
        }
        Map<String, Loaded<PersonaFile>> files = new TreeMap<>();
        stamps.forEach((name, stamp) ->
                files.put(name, load(name, stamp, before.file(name), PersonaParser::parse)));
        if (!files.containsKey(PromptSnapshot.DEFAULT)) {
            files.put(PromptSnapshot.DEFAULT, missingDefault(before));
        }
        return new PromptSnapshot(files, loadChannels(channels, before), faults);
    }

    private void list(SortedMap<String, FileStamp> stamps, List<PersonaFault> faults)
            throws IOException {
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, PromptFolder::persona)) {
            for (Path entry : entries) {
                FileStamp stamp = FileStamp.of(entry);
                if (!stamp.equals(FileStamp.GONE)) {
                    stamps.put(entry.getFileName().toString(), stamp);
                }
            }
        }
        while (stamps.size() > MOST_FILES) {
            String name = stamps.lastKey();
            stamps.remove(name);
            faults.add(
                    new PersonaFault(
                            name,
                            1,
                            "not read: the folder holds more than "
                                    + MOST_FILES
                                    + " persona files"));
        }
    }

    /** Editors leave hidden files behind, so these are none of ours. */
    private static boolean persona(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".md") && !name.startsWith(".") && !name.equals(README);
    }

    private static Loaded<PersonaFile> missingDefault(PromptSnapshot before) {
        Optional<PersonaFile> last = before.file(PromptSnapshot.DEFAULT).good();
        String message =
                last.isPresent()
                        ? "the file is gone; its last version stays in use until it is back"
                        : "the folder lacks this file; every other place falls back to it";
        return new Loaded<>(
                FileStamp.GONE,
                last,
                List.of(new PersonaFault(PromptSnapshot.DEFAULT, 1, message)));
    }

    private Loaded<Map<String, FileBinding>> loadChannels(FileStamp stamp, PromptSnapshot before) {
        return stamp.equals(FileStamp.GONE)
                ? Loaded.nothing()
                : load(PromptSnapshot.CHANNELS, stamp, before.channels(), ChannelsParser::parse);
    }

    private <T> Loaded<T> load(
            String name,
            FileStamp stamp,
            Loaded<T> before,
            BiFunction<SourceText, FaultList, Optional<T>> parser) {
        if (stamp.equals(before.stamp())) {
            return before;
        }
        var faults = new FaultList(name);
        Optional<SourceText> source = SourceText.read(folder.resolve(name), faults);
        Optional<T> now = source.flatMap(text -> parser.apply(text, faults));
        // A file that could not be read is tried again: mending permissions leaves its stamp equal.
        FileStamp known = source.isPresent() ? stamp : FileStamp.GONE;
        return new Loaded<>(known, now.or(before::good), faults.toList());
    }
}
