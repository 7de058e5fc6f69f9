package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checks themselves: they find nothing where all is well, and what is wrong where it is not.
 */
final class LawsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SHORT = 4;
    private static final int LONG = 600;

    @TempDir Path folder;

    static Stream<Supplier<Surface>> surfaces() {
        return Stream.of(SlackSurface::new, DiscordSurface::new, PlaygroundSurface::new);
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void undisturbed_everyQuestionHasOneWholeAnswer(Supplier<Surface> where) {
        try (Model model = Model.start();
                Surface surface = where.get();
                Program program = new LocalProgram(folder, settings(model, surface))) {
            surface.opened(program.start());
            surface.await("ready", PATIENCE, surface::ready);
            Map<String, Exchange> asked = new LinkedHashMap<>();
            String first = settled(surface, asked, model.exchange(SHORT), "");
            settled(surface, asked, model.exchange(LONG), first);
            settled(surface, asked, model.exchange(SHORT), first);

            assertThat(Laws.faults(surface, asked)).isEmpty();
            assertThat(Laws.judge(surface, asked))
                    .isEqualTo(new Tally(0, 0, 3, 0, 0, 0, 3, 0, 0, 0));
        }
    }

    private static Map<String, String> settings(Model model, Surface surface) {
        Map<String, String> settings = new HashMap<>(model.settings());
        settings.putAll(surface.settings());
        return settings;
    }

    private static String settled(
            Surface surface, Map<String, Exchange> asked, Exchange exchange, String thread) {
        String question = thread.isEmpty() ? surface.ask(exchange) : surface.ask(exchange, thread);
        asked.put(question, exchange);
        surface.await("an answer", PATIENCE, () -> surface.settled(question));
        return question;
    }

    @Test
    void secondMessageOfTheSameAnswer_isAnAnswerTooMany() {
        Answer.Part part = part("T-1.0", "Hello", true);

        assertThat(Answer.of(List.of(part, part))).hasSize(2);
    }

    @Test
    void messagesOfOneAnswer_areJoined() {
        assertThat(Answer.of(List.of(part("T-1.0", "Hel", false), part("T-1.1", "lo", true))))
                .containsExactly(new Answer("Hello", List.of(), true));
    }

    private static Answer.Part part(String nonce, String text, boolean last) {
        return new Answer.Part(Optional.of(nonce), text, List.of(), false, last);
    }
}
