package parley.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** What tells cheaply that a file changed: an equal stamp means an unchanged file. */
record FileStamp(long size, FileTime modified, String key) {
    /** A file that is not there. */
    static final FileStamp GONE = new FileStamp(-1, FileTime.fromMillis(0), "");

    /** The stamp of the file, {@link #GONE} when it went away meanwhile or is no plain file. */
    static FileStamp of(Path file) throws IOException {
        try {
            var facts = Files.readAttributes(file, BasicFileAttributes.class);
            return facts.isRegularFile()
                    ? new FileStamp(
                            facts.size(), facts.lastModifiedTime(), String.valueOf(facts.fileKey()))
                    : GONE;
        } catch (NoSuchFileException _) {
            return GONE;
        }
    }
}
