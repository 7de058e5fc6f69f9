package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.reliability.ChildProgram;

/** The packaged program with a new database. */
final class Fresh {
    private Fresh() {}

    /**
     * @param options for Java
     * @param settings beside those of every run
     */
    static ChildProgram program(List<String> options, Map<String, String> settings)
            throws IOException {
        Path load = Files.createDirectories(Path.of("target/load"));
        return ChildProgram.packaged(options, Files.createTempDirectory(load, ""), settings);
    }
}
