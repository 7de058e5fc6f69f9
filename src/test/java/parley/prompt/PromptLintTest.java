package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.claude.ModelId;

final class PromptLintTest {
    private static final Set<ModelId> KNOWN =
            Set.of(new ModelId("claude-opus-5-5"), new ModelId("claude-sonnet-5-5"));

    private final StringBuilder out = new StringBuilder();
    @TempDir Path path;

    private int lint(Path folder) {
        return new PromptLint(folder, out, KNOWN::contains).run();
    }

    @Test
    void run_shippedPersonas_haveNeitherFaultsNorWarnings() {
        assertThat(lint(Path.of("prompts"))).isZero();
        assertThat(out).hasToString("4 personas, 0 faults, 0 warnings\n");
    }

    @Test
    void run_brokenFolder_printsAndCountsEveryFault() {
        new PersonaFolder(path)
                .persona("default", "{{nobody}}\n{{none}}")
                .write("channels.yaml", "web: scribe");

        assertThat(lint(path)).isEqualTo(3);
        assertThat(out.toString().lines())
                .hasSize(4)
                .anySatisfy(line ->
                        assertThat(line).startsWith(path + "/default.md:5: unknown variable"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(path + "/default.md:6: unknown variable"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(path + "/channels.yaml:1: there is no"));
    }

    @Test
    void run_doubtfulSettings_warnsWithoutFaults() {
        new PersonaFolder(path)
                .write(
                        "default.md",
                        """
                        ---
                        name: default
                        description: For tests.
                        model: claude-opus-55
                        temperature: 0.5
                        fallback_models: [claude-opus-55, claude-sonnet]
                        suggested_prompts: [{title: Hi, message: "Hi {{channel}}"}]
                        ---
                        You are in {channel},
                        which is {{channel}}.
                        """);

        assertThat(lint(path)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        path
                                + "/default.md:4: warning: 'claude-opus-55' is not a model that Parley knows;"
                                + " is it spelled right?",
                        path
                                + "/default.md:5: warning: today's Claude API refuses temperature: it is sent"
                                + " only to servers that take it; effort is today's dial",
                        path + "/default.md:6: warning: falls back from claude-opus-55 to itself",
                        path
                                + "/default.md:6: warning: 'claude-sonnet' is not a model that Parley knows;"
                                + " is it spelled right?",
                        path
                                + "/default.md:7: warning: variables are filled in the system prompt"
                                + " only; 'Hi' is asked as it stands",
                        path
                                + "/default.md:9: warning: {channel} stays as it is; a variable has two"
                                + " braces: {{channel}}",
                        "1 persona, 0 faults, 6 warnings");
    }
}
