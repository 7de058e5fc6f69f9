package parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A database in a folder of its own. */
final class TestDatabase implements AutoCloseable {
    private final Path folder;
    private Database database;

    TestDatabase() {
        try {
            folder = Files.createTempDirectory("parley-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = Database.open(url());
    }

    Path file() {
        return folder.resolve("data/parley.db");
    }

    String url() {
        return "jdbc:sqlite:" + file();
    }

    Database get() {
        return database;
    }

    Database reopen() {
        database.close();
        database = Database.open(url());
        return database;
    }

    @Override
    public void close() {
        database.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
