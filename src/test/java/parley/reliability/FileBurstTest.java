package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.slack.FakeFile;

/** Many large files at once: each fills a good part of the program's heap of 256 MB. */
final class FileBurstTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int QUESTIONS = 8;
    private static final int LARGE = 9_500_000;
    private static final String CHANNEL = "C0LOAD0001";

    @TempDir Path folder;
    private final Map<String, Exchange> asked = new LinkedHashMap<>();

    @Test
    void largeFilesAtOnce_areAllReadAndAnswered() {
        try (Model model = Model.start();
                SlackSurface surface = new SlackSurface()) {
            model.script(exchange -> Model.whole(exchange, PACE));
            Map<String, String> settings = new HashMap<>(model.settings());
            settings.putAll(surface.settings());
            try (ChildProgram program = ChildProgram.quick(folder, settings)) {
                String address = program.start();
                surface.opened(address);
                surface.await("ready", PATIENCE, surface::ready);
                FakeFile file = FakeFile.of("large.pdf", "application/pdf", pdf());
                for (int question = 0; question < QUESTIONS; question++) {
                    Exchange exchange = model.exchange(3);
                    asked.put(surface.ask(exchange, CHANNEL, file), exchange);
                }
                surface.await("the end", PATIENCE, () -> model.requests() >= QUESTIONS);
                surface.await("the end", PATIENCE, () -> Program.idle(address));

                assertThat(program.log()).content().doesNotContain("OutOfMemoryError");
                assertThat(Laws.faults(surface, asked)).isEmpty();
                assertThat(model.requests()).isEqualTo(QUESTIONS);
            }
        }
    }

    private static byte[] pdf() {
        byte[] bytes = new byte[LARGE];
        Arrays.fill(bytes, (byte) 'x');
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }
}
