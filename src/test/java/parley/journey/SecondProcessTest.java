package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two processes on one database would answer everything twice. */
final class SecondProcessTest extends Journey {
    @Test
    void start_onADatabaseInUse_isRefusedAndTheFirstGoesOn() throws Exception {
        String root = askAndWait("First?");

        Process second = startSecond();
        String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isOne();
        assertThat(output)
                .contains(folder.resolve("parley.db") + " is in use by another Parley")
                .contains("stop that one")
                .doesNotContain("Exception", "ready");

        assertThat(parley().ready()).isTrue();
        client().reply(GENERAL, root, "ada", "Second?");
        assertThat(text(root, 2)).isEqualTo("This is answer 2.");
    }

    private Process startSecond() throws IOException {
        var builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "parley.Main"));
        builder.environment()
                .putAll(
                        Map.of(
                                "ANTHROPIC_API_KEY",
                                "sk-ant-test-key",
                                "ANTHROPIC_BASE_URL",
                                claude.url(),
                                "PARLEY_HTTP",
                                "127.0.0.1:0",
                                "PARLEY_DATABASE",
                                "jdbc:sqlite:" + folder.resolve("parley.db")));
        return builder.redirectErrorStream(true).start();
    }
}
