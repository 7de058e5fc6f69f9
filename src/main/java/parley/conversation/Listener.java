package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import parley.claude.Claude;
import parley.claude.ClaudeException;
import parley.claude.ClaudeRequest;
import parley.claude.ClaudeStream;
import parley.claude.Pass;
import parley.claude.StreamEvent;
import parley.responder.Reply;

/** Hears one request out: text to the reply, everything to the gathered answer. */
final class Listener {
    private final Claude claude;
    private final InstantSource clock;
    private final TurnObserver observer;
    private final Instant askedAt;
    private final Reply reply;
    private final LiveTurn live;
    private final Gathered gathered;
    private boolean firstToken = true;

    Listener(
            Claude claude,
            InstantSource clock,
            TurnObserver observer,
            Instant askedAt,
            Reply reply,
            LiveTurn live,
            Gathered gathered) {
        this.claude = claude;
        this.clock = clock;
        this.observer = observer;
        this.askedAt = askedAt;
        this.reply = reply;
        this.live = live;
        this.gathered = gathered;
    }

    /**
     * @param pass told how the request goes
     */
    Heard hear(ClaudeRequest request, Pass pass) {
        try (ClaudeStream stream = claude.stream(request)) {
            live.attach(stream);
            return hear(stream, pass);
        } catch (ClaudeException e) {
            gathered.brokeOff();
            if (live.signal().isEmpty()) {
                pass.failed(e);
            }
            return live.signal().<Heard>map(Heard.Interrupted::new).orElse(new Heard.Broken(e));
        }
    }

    private Heard hear(ClaudeStream stream, Pass pass) {
        for (Optional<StreamEvent> event = stream.next();
                event.isPresent();
                event = stream.next()) {
            if (event.get() instanceof StreamEvent.Finished end) {
                gathered.finished(end.usage());
                return new Heard.Ended(end.reason(), end.detail());
            }
            if (event.get() instanceof StreamEvent.Started) {
                pass.began();
            }
            take(event.get());
        }
        gathered.brokeOff();
        return live.signal()
                .<Heard>map(Heard.Interrupted::new)
                .orElseGet(() -> new Heard.Broken(endedEarly()));
    }

    private ClaudeException endedEarly() {
        return new ClaudeException.ConnectionLost(
                "the stream was closed", gathered.requestId(), new IllegalStateException());
    }

    private void take(StreamEvent event) {
        switch (event) {
            case StreamEvent.Started started -> {
                gathered.started(started);
                reply.status(Sentences.THINKING);
            }
            case StreamEvent.ThinkingDelta thinking -> gathered.thought(thinking.summary());
            case StreamEvent.TextDelta delta -> takeText(delta.text());
            case StreamEvent.BlockReady ready -> gathered.block(ready.block());
            case StreamEvent.Finished end -> gathered.finished(end.usage());
        }
    }

    /** The turn asks again. */
    void again() {
        observer.fault("retried");
    }

    private void takeText(String delta) {
        if (firstToken) {
            firstToken = false;
            observer.firstToken(Duration.between(askedAt, clock.instant()));
        }
        gathered.text(delta);
        reply.append(delta);
    }
}
