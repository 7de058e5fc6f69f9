package parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.ManualTicker;
import parley.testing.MemoryPersonaBindings;
import parley.testing.TestPersonas;

final class MainTest {
    @Test
    void run_promptsLint_findsTheShippedPersonasClean() {
        assertThat(Main.run("prompts", "lint")).isZero();
    }

    @Test
    void run_unknownWords_isStatusTwo() {
        assertThat(Main.run("nonsense")).isEqualTo(2);
        assertThat(Main.run("prompts")).isEqualTo(2);
    }

    @Test
    void run_help_isStatusZero() {
        assertThat(Main.run("--help")).isZero();
        assertThat(Main.run("--version")).isZero();
    }

    @Test
    void report_wrongSetUp_isStatusTwo() {
        assertThat(Faults.report(new SettingsException(List.of("PARLEY_HTTP: wrong."))))
                .isEqualTo(2);
        assertThat(Faults.report(new IllegalStateException("the disk is full"))).isEqualTo(1);
    }

    @Test
    void report_noPersonas_isStatusTwo(@TempDir Path empty) {
        assertThatThrownBy(() ->
                        TestPersonas.open(empty, new MemoryPersonaBindings(), new ManualTicker()))
                .isInstanceOfSatisfying(
                        Exception.class, fault -> assertThat(Faults.report(fault)).isEqualTo(2));
    }
}
