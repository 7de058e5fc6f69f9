package parley.testing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import parley.claude.Claude;
import parley.claude.ClaudeException;
import parley.claude.ClaudeRequest;
import parley.claude.ClaudeStream;
import parley.claude.ContentBlock;
import parley.claude.ModelFacts;
import parley.claude.ModelId;
import parley.claude.StopReason;
import parley.claude.StreamEvent;
import parley.claude.Usage;

/**
 * Claude in memory, for fast tests of what uses it: {@code claude.enqueue(play("Hel", gate,
 * "lo"))}. Without a queued script it answers "Answer n.". Safe for use by many threads.
 */
public final class ScriptedClaude implements Claude {
    /** What one stream does, in order. */
    public record Script(List<Object> steps) {}

    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<ClaudeRequest> requests = new CopyOnWriteArrayList<>();
    private final List<ClaudeRequest> closed = new CopyOnWriteArrayList<>();

    /**
     * @param steps texts (deltas of one complete answer), {@link StreamEvent}s, {@link Gate}s, and
     *     at the end perhaps a {@link ClaudeException}, which as the first of all refuses the
     *     request; without one, and without a {@link StreamEvent.Finished}, the answer ends
     *     properly
     */
    public static Script play(Object... steps) {
        return new Script(Arrays.asList(steps));
    }

    public ScriptedClaude enqueue(Script... next) {
        scripts.addAll(List.of(next));
        return this;
    }

    /** All requests so far, in order. */
    public List<ClaudeRequest> requests() {
        return List.copyOf(requests);
    }

    /** The requests whose streams were closed before their end. */
    public List<ClaudeRequest> stopped() {
        return List.copyOf(closed);
    }

    @Override
    public ClaudeStream stream(ClaudeRequest request) {
        return new Playing(request);
    }

    @Override
    public ModelFacts facts(ModelId model) {
        return new ModelFacts(model, 200_000, 8_192, Set.of(), false, 4);
    }

    @Override
    public Optional<ClaudeException> check(ModelId model) {
        return Optional.empty();
    }

    @Override
    public void warmUp() {}

    @Override
    public boolean offline() {
        return false;
    }

    @Override
    public void close() {}

    private final class Playing implements ClaudeStream {
        private final ClaudeRequest request;
        private final Deque<Object> steps = new ArrayDeque<>();
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();
        private boolean begun;

        private Playing(ClaudeRequest request) {
            this.request = request;
        }

        @Override
        public Optional<StreamEvent> next() {
            if (!begun) {
                begin();
            }
            while (!end.isDone() && !steps.isEmpty()) {
                switch (steps.remove()) {
                    case Gate gate -> gate.passOr(end);
                    case ClaudeException failure -> throw failure;
                    case String delta -> {
                        return Optional.of(new StreamEvent.TextDelta(delta));
                    }
                    case StreamEvent event -> {
                        return Optional.of(event);
                    }
                    case Object other -> throw new IllegalArgumentException(other.toString());
                }
            }
            return end.isDone() ? Optional.empty() : finish();
        }

        private void begin() {
            begun = true;
            requests.add(request);
            Script script = scripts.poll();
            if (script == null) {
                script = play("Answer " + requests.size() + ".");
            }
            if (!(script.steps().getFirst() instanceof ClaudeException)) {
                steps.add(new StreamEvent.Started("req_scripted", request.model(), Usage.NONE));
            }
            steps.addAll(script.steps());
            if (!(steps.getLast() instanceof StreamEvent.Finished)) {
                steps.add(new StreamEvent.BlockReady(new ContentBlock.Text(text(script))));
                steps.add(
                        new StreamEvent.Finished(StopReason.END_TURN, new Usage(10, 5, 0, 0), ""));
            }
        }

        private static String text(Script script) {
            return script.steps().stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .collect(Collectors.joining());
        }

        /** Everything was played: nothing more comes. */
        private Optional<StreamEvent> finish() {
            end.complete(true);
            return Optional.empty();
        }

        @Override
        public void close() {
            if (end.complete(false) && begun && !steps.isEmpty()) {
                closed.add(request);
            }
        }
    }

    /** The text of a request's newest message. */
    public static String newest(ClaudeRequest request) {
        return request.messages().getLast().content().stream()
                .filter(ContentBlock.Text.class::isInstance)
                .map(block -> ((ContentBlock.Text) block).text())
                .reduce("", String::concat);
    }
}
