package parley.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;

/** A persona with a second model and no footer, and a Claude whose models fail by script. */
final class FallbackPersona {
    static final String FIRST = "claude-sonnet-5-5";
    static final String SECOND = "claude-haiku-5-5";

    /** What people read under an answer of the second model. */
    static final String NOTE = SECOND + " answered, because " + FIRST + " is overloaded.";

    private final AtomicReference<Optional<String>> working =
            new AtomicReference<>(Optional.empty());

    private FallbackPersona() {}

    /** Both models are overloaded until {@link #heal}. */
    static FallbackPersona overloaded(FakeAnthropic claude) {
        FallbackPersona persona = new FallbackPersona();
        claude.answer(request ->
                persona.working
                        .get()
                        .filter(request.json().path("model").asText()::equals)
                        .map(model -> FakeReply.answer("Here ", "again."))
                        .orElseGet(FakeReply::overloaded));
        return persona;
    }

    /** That model answers from now on. */
    void heal(String model) {
        working.set(Optional.of(model));
    }

    /** A folder for PARLEY_PROMPTS with it as the default. */
    static Path write(Path folder) {
        try {
            Path prompts = Files.createDirectories(folder.resolve("prompts"));
            Files.writeString(
                    prompts.resolve("default.md"),
                    """
                    ---
                    name: default
                    description: Has a second model.
                    model: %s
                    fallback_models:
                      - %s
                    footer: false
                    ---
                    Be brief.
                    """
                            .formatted(FIRST, SECOND));
            return prompts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
