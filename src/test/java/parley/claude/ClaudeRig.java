package parley.claude;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import parley.testing.FakeAnthropic;

/** The real client library in front of a fake server, and short words for requests. */
final class ClaudeRig implements AutoCloseable {
    static final String KEY = "sk-ant-secret-0123456789";
    static final ModelId SONNET = new ModelId("claude-sonnet-5-5");

    final FakeAnthropic server = FakeAnthropic.start();
    final AnthropicClaude claude;

    ClaudeRig() {
        this(Duration.ofSeconds(20));
    }

    ClaudeRig(Duration silence) {
        claude = claude(settings(server.url()).withSilence(silence));
    }

    static ClaudeSettings settings(String url) {
        return ClaudeSettings.of(Optional.of(KEY), Optional.of(url));
    }

    static AnthropicClaude claude(ClaudeSettings settings) {
        return new AnthropicClaude(settings, () -> 0, () -> Instant.EPOCH);
    }

    static ClaudeRequest ask(String... texts) {
        List<ClaudeMessage> messages = new ArrayList<>();
        for (String text : texts) {
            Role role = messages.size() % 2 == 0 ? Role.USER : Role.ASSISTANT;
            messages.add(new ClaudeMessage(role, List.of(new ContentBlock.Text(text))));
        }
        return ask(messages);
    }

    static ClaudeRequest ask(List<ClaudeMessage> messages) {
        return new ClaudeRequest(
                SONNET,
                1_000,
                "You are terse.",
                messages,
                Optional.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    static ClaudeMessage user(ContentBlock... content) {
        return new ClaudeMessage(Role.USER, List.of(content));
    }

    static ClaudeMessage assistant(ContentBlock... content) {
        return new ClaudeMessage(Role.ASSISTANT, List.of(content));
    }

    List<StreamEvent> collect() {
        return collect(ask("Hello?"));
    }

    List<StreamEvent> collect(ClaudeRequest request) {
        try (ClaudeStream stream = claude.stream(request)) {
            return drain(stream);
        }
    }

    static List<StreamEvent> drain(ClaudeStream stream) {
        List<StreamEvent> events = new ArrayList<>();
        stream.next().ifPresent(events::add);
        for (Optional<StreamEvent> event = stream.next();
                event.isPresent();
                event = stream.next()) {
            events.add(event.get());
        }
        return events;
    }

    /** Reads on until an event of this kind has come. */
    static <T extends StreamEvent> T await(ClaudeStream stream, Class<T> kind) {
        for (Optional<StreamEvent> event = stream.next();
                event.isPresent();
                event = stream.next()) {
            if (kind.isInstance(event.get())) {
                return kind.cast(event.get());
            }
        }
        throw new AssertionError("the stream ended without a " + kind.getSimpleName());
    }

    @Override
    public void close() {
        claude.close();
        server.close();
    }
}
