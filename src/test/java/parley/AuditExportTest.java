package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditExportTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int export() {
        return AuditExport.print(
                Map.of("PARLEY_DATABASE", "jdbc:sqlite:" + folder.resolve("parley.db")),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void print_whileTheProgramRuns_isOneObjectALine() {
        try (RunningParley parley = RunningParley.start(folder, Map.of())) {
            parley.client().command("general", "grace", "/persona set engineer");
            parley.client().command("general", "ada", "/persona set engineer");

            assertThat(export()).isZero();
        }
        assertThat(printed().lines()).hasSize(2);
        assertThat(printed().lines().findFirst().orElseThrow())
                .matches(
                        "\\{\"at\":\"\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\",\"platform\":\"web\","
                                + "\"workspace\":\"parley\",\"channel\":\"general\","
                                + "\"actor_id\":\"grace\",\"actor_name\":\"Grace Hopper\","
                                + "\"action\":\"persona set\",\"target\":\"[^\"]*\","
                                + "\"result\":\"REFUSED\",\"detail\":\"not an admin\"}");
    }

    @Test
    void print_afterTheProgram_readsTheSame() {
        RunningParley.start(folder, Map.of()).close();

        assertThat(export()).isZero();
        assertThat(printed()).isEmpty();
    }

    @Test
    void print_noDatabase_isStatusOneAndMakesNone() {
        assertThat(export()).isEqualTo(1);
        assertThat(printed()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void print_anotherFile_isStatusOne() throws Exception {
        Path _ = Files.writeString(folder.resolve("parley.db"), "not a database ".repeat(90));

        assertThat(export()).isEqualTo(1);
    }

    @Test
    void run_exportAlone_saysWhatThereIs() {
        assertThat(Main.run("export")).isEqualTo(2);
    }
}
