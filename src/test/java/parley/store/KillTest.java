package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.Events;
import parley.inbox.JournalEntry;

/** What a caller was told is stored survives the death of the process at any moment. */
final class KillTest {
    @TempDir Path folder;

    @Test
    void append_processKilled_keepsAllThatReturned() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("parley.db");
        Set<String> printed = new HashSet<>();
        for (int round = 0; round < 2; round++) {
            printed.addAll(appendUntilKilled(url, round));
        }

        try (Database database = Database.open(url)) {
            Set<String> stored =
                    new SqlJournal(database, () -> Events.NOON)
                            .next(Events.THREAD).orElseThrow().entries().stream()
                                    .map(JournalEntry::event)
                                    .map(event -> event.event().value())
                                    .collect(Collectors.toSet());
            assertThat(stored).containsAll(printed);
            String integrity =
                    database.read(handle ->
                            handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
            assertThat(integrity).isEqualTo("ok");
        }
    }

    private static Set<String> appendUntilKilled(String url, int round)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Xmx128m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        AppendForever.class.getName(),
                                        url,
                                        "r" + round + "-"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Set<String> printed = new HashSet<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("stored ") && line.endsWith(".")) {
                    printed.add(line.substring(7, line.length() - 1));
                }
                if (printed.size() == 300) {
                    // Unlike Process.destroyForcibly, this leaves what was printed readable.
                    assertThat(process.toHandle().destroyForcibly()).isTrue();
                }
            }
        }
        assertThat(process.waitFor()).isNotZero();
        assertThat(printed).hasSizeGreaterThanOrEqualTo(300);
        return printed;
    }
}
