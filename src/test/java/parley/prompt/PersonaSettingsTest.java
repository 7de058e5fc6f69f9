package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import parley.chat.Overview;
import parley.claude.Effort;
import parley.claude.ModelId;

final class PersonaSettingsTest {
    @Test
    void of_everySetting_readsAsInTheHeader() {
        var persona =
                new Persona(
                        new PersonaId("scribe"),
                        "Takes notes.",
                        Optional.of(new ModelId("a")),
                        100,
                        Optional.of(Effort.XHIGH),
                        OptionalDouble.of(0.5),
                        List.of("END"),
                        List.of(new ModelId("b"), new ModelId("c")),
                        false,
                        List.of(new Overview.Prompt("Begin", "Take notes of this.")),
                        "You take notes.",
                        "hash",
                        0);

        assertThat(PersonaSettings.of(persona))
                .containsExactly(
                        entry("model", "a"),
                        entry("max_tokens", "100"),
                        entry("effort", "xhigh"),
                        entry("temperature", "0.5"),
                        entry("stop_sequences", "[END]"),
                        entry("fallback_models", "[b, c]"),
                        entry("footer", "false"),
                        entry("suggested_prompts", "[Begin]"));
    }
}
