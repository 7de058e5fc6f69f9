package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What admins change from the chat is what the model is asked with. */
final class PersonaJourneyTest extends Journey {
    private Path prompts = Path.of("");

    /** The bundled default was there before, as version 1. */
    @BeforeEach
    void personas() {
        prompts = folder.resolve("prompts");
        persona("default", "You are the first default.");
        persona("pirate", "You are a pirate.");
        restartWith("PARLEY_PROMPTS", prompts.toString());
    }

    private void persona(String name, String prompt) {
        try {
            Files.createDirectories(prompts);
            Files.writeString(
                    prompts.resolve(name + ".md"),
                    "---\nname: " + name + "\ndescription: For tests.\n---\n" + prompt + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String command(String text) {
        return client().command(GENERAL, "ada", text);
    }

    /** The system prompt of the next question. */
    private String asked() {
        askAndWait("Who are you?");
        return claude.requests().getLast().json().path("system").toString();
    }

    @Test
    void set_persona_isInTheNextRequest() {
        assertThat(asked()).contains("the first default");

        assertThat(command("/persona set pirate")).contains("**pirate** answers in this channel");
        assertThat(asked()).contains("a pirate");
        assertThat(command("/persona reset")).contains("**default** answers here");
        assertThat(asked()).contains("the first default");
    }

    @Test
    void rollback_toAnEarlierFile_isInTheNextRequestUntilReset() {
        persona("default", "You are the second default.");
        restart(Duration.ZERO);
        assertThat(asked()).contains("the second default");
        assertThat(command("/persona diff default"))
                .contains("-You are the first default.\n+You are the second default.");

        assertThat(command("/persona rollback default 2")).contains("as in version 2 again");
        assertThat(asked()).contains("the first default");
        assertThat(command("/persona show"))
                .contains("This overrides the file `prompts/default.md`");
        restart(Duration.ZERO);
        assertThat(asked()).contains("the first default");

        assertThat(command("/persona reset default")).contains("is in use again");
        assertThat(asked()).contains("the second default");
        assertThat(command("/persona history default").lines()).hasSize(6);
    }

    @Test
    void set_forTwoHours_endsAcrossARestart() {
        assertThat(command("/persona set pirate for 2h")).contains("for 2 hours (until ");
        restartAhead(Duration.ofMinutes(119));
        assertThat(asked()).contains("a pirate");

        restartAhead(Duration.ofMinutes(121));
        assertThat(asked()).contains("the first default");
        assertThat(command("/persona")).contains("Nothing is set for this place");
    }

    @Test
    void try_question_isAskedOnceAndLeavesNothing() {
        assertThat(command("/persona try pirate Who ARE you?"))
                .startsWith("This is answer 1.\n\n*pirate version 1 · claude-");
        assertThat(claude.requests().getFirst().json().path("system").toString())
                .contains("a pirate");
        assertThat(claude.requests().getFirst().json().path("messages").toString())
                .contains("Who ARE you?");
        assertThat(client().get("api/channels/" + GENERAL + "/threads").path("threads")).isEmpty();
    }

    @Test
    void changes_byAMember_areRefused() {
        for (String text :
                new String[] {
                    "/persona set pirate",
                    "/persona edit pirate",
                    "/persona rollback default 1",
                    "/persona try pirate Hi"
                }) {
            assertThat(client().command(GENERAL, "grace", text)).startsWith("Only admins can use");
        }
        assertThat(claude.requests()).isEmpty();
        assertThat(client().command(GENERAL, "grace", "/persona history pirate"))
                .contains("**1** file");
    }
}
