package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.ThreadId;
import parley.testing.MemoryPersonaBindings;
import parley.testing.TestPersonas;

final class ChannelsParserTest {
    private static final ThreadId THREAD = ThreadId.parse("slack/T024BE7LH/C024BE91L/1.2");

    @TempDir Path path;
    private PersonaFolder folder;

    @BeforeEach
    void writePersonas() {
        folder = new PersonaFolder(path).persona("default", "Hello.").persona("engineer", "Hi.");
    }

    private PromptRegistry open() {
        return TestPersonas.open(path, new MemoryPersonaBindings(), () -> 0);
    }

    @ParameterizedTest
    @CsvSource({"slack", "SLACK", "slack/T024BE7LH", "slack/T024BE7LH/C024BE91L"})
    void parse_everyKindOfPlace_binds(String place) {
        folder.write("channels.yaml", place + ": engineer");

        assertThat(open().resolve(THREAD).id()).isEqualTo(new PersonaId("engineer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    teams: engineer         | 'teams' is not a place
                    slack/T/C/1: engineer   | 'slack/T/C/1' is not a place
                    slack//C: engineer      | 'slack//C' is not a place
                    slack: [engineer]       | slack must be one line of text
                    slack: Not A Name       | the persona of 'slack' is not a persona's name
                    slack: enginer          | there is no persona 'enginer'. Did you mean 'engineer'?
                    web: engineer           | 'web' stands here twice
                    - web                   | this is not YAML
                    """)
    void parse_wrongLine_pointsToIt(String line, String message) {
        folder.write("channels.yaml", "web: engineer\n" + line);

        assertThat(open().faults())
                .singleElement()
                .asString()
                .startsWith("channels.yaml:2: ")
                .contains(message);
    }

    @Test
    void parse_emptyFileOrOnlyComments_bindsNothing() {
        folder.write("channels.yaml", "# nothing yet\n");

        assertThat(open().faults()).isEmpty();
    }

    @Test
    void refresh_brokenFile_keepsTheLastGoodBindings() {
        folder.write("channels.yaml", "slack: engineer");
        PromptRegistry personas = open();
        folder.write("channels.yaml", "slack: [");
        personas.refresh();

        assertThat(personas.resolve(THREAD).id()).isEqualTo(new PersonaId("engineer"));
        assertThat(personas.faults()).hasSize(1);

        folder.delete("channels.yaml");
        personas.refresh();

        assertThat(personas.resolve(THREAD).id()).isEqualTo(new PersonaId("default"));
        assertThat(personas.faults()).isEmpty();
    }

    @Test
    void refresh_personaOfALineGoesAway_saysSoAndFallsThrough() {
        folder.write("channels.yaml", "slack: engineer");
        PromptRegistry personas = open();
        folder.delete("engineer.md");
        personas.refresh();

        assertThat(personas.resolve(THREAD).id()).isEqualTo(new PersonaId("default"));
        assertThat(personas.faults())
                .extracting(PersonaFault::toString)
                .containsExactly("channels.yaml:1: there is no persona 'engineer'.");
    }
}
