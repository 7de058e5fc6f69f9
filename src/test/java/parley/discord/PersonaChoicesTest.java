package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.junit.jupiter.api.Test;
import parley.chat.Overview;

final class PersonaChoicesTest {
    private static final List<Overview.Card> PERSONAS =
            List.of(
                    card("default", "Everyday questions."),
                    card("engineer", "Code and reviews."),
                    card("reverse-engineer", ""),
                    card("writer", "Reviews what you wrote."));

    private static Overview.Card card(String name, String description) {
        return new Overview.Card(name, description, List.of());
    }

    private static List<String> names(String typed) {
        return PersonaChoices.of(PERSONAS, typed).stream().map(Choice::getAsString).toList();
    }

    @Test
    void of_nothingTyped_isEverybodyInOrder() {
        assertThat(names(" ")).containsExactly("default", "engineer", "reverse-engineer", "writer");
    }

    @Test
    void of_wordsTyped_beginsWithTheNearest() {
        assertThat(names("Engin")).containsExactly("engineer", "reverse-engineer");
        assertThat(names("review")).containsExactly("engineer", "writer");
        assertThat(names("re")).containsExactly("reverse-engineer", "engineer", "writer");
        assertThat(names("nobody")).isEmpty();
    }

    @Test
    void of_anybody_showsNameAndDescription() {
        assertThat(PersonaChoices.of(PERSONAS, "engineer"))
                .extracting(Choice::getName)
                .containsExactly("engineer – Code and reviews.", "reverse-engineer");
    }

    @Test
    void of_manyWithLongWords_keepsToDiscordsLimits() {
        List<Overview.Card> many =
                IntStream.range(0, 60).mapToObj(i -> card("p" + i, "word ".repeat(50))).toList();

        assertThat(PersonaChoices.of(many, ""))
                .hasSize(25)
                .allSatisfy(choice -> assertThat(choice.getName()).hasSizeBetween(1, 100));
        assertThat(PersonaChoices.of(List.of(card("x".repeat(101), "")), "")).isEmpty();
    }
}
