package parley.claude;

import com.anthropic.core.JsonField;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageDeltaUsage;
import com.anthropic.models.messages.Model;
import com.anthropic.models.messages.RawContentBlockDeltaEvent;
import com.anthropic.models.messages.RawContentBlockStartEvent;
import com.anthropic.models.messages.RawMessageDeltaEvent;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.RefusalStopDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The library's events in our terms. Reads what is there and misses nothing that is not: unknown
 * events, blocks and deltas bring nothing, a server may leave out usage. Holds one stream's state;
 * for one thread.
 */
final class EventTranslator {
    private final String requestId;
    private final ModelId asked;
    private final OpenBlocks blocks = new OpenBlocks();
    private Usage usage = Usage.NONE;
    private StopReason reason = StopReason.UNRECOGNIZED;
    private String detail = "no stop reason";
    private boolean finished;

    EventTranslator(String requestId, ModelId asked) {
        this.requestId = requestId;
        this.asked = asked;
    }

    /** Whether the server has said that the answer is complete. */
    boolean finished() {
        return finished;
    }

    List<StreamEvent> translate(RawMessageStreamEvent event) {
        if (event.isContentBlockDelta()) {
            return delta(event.asContentBlockDelta());
        }
        if (event.isMessageStart()) {
            return List.of(started(event.asMessageStart()._message().asKnown()));
        }
        if (event.isContentBlockStart()) {
            return start(event.asContentBlockStart());
        }
        if (event.isContentBlockStop()) {
            return event.asContentBlockStop()
                    ._index()
                    .asKnown()
                    .map(blocks::stop)
                    .orElse(List.of());
        }
        if (event.isMessageDelta()) {
            messageDelta(event.asMessageDelta());
            return List.of();
        }
        return event.isMessageStop() ? stop() : List.of();
    }

    private StreamEvent started(Optional<Message> message) {
        ModelId model =
                message.flatMap(it -> it._model().asKnown())
                        .map(Model::asString)
                        .filter(name -> !name.isBlank())
                        .map(ModelId::new)
                        .orElse(asked);
        message.flatMap(it -> it._usage().asKnown()).ifPresent(this::count);
        return new StreamEvent.Started(requestId, model, usage);
    }

    private List<StreamEvent> start(RawContentBlockStartEvent event) {
        long index = event._index().asKnown().orElse(0L);
        return event._contentBlock()
                .asKnown()
                .map(block -> blocks.start(index, block))
                .orElse(List.of());
    }

    private List<StreamEvent> delta(RawContentBlockDeltaEvent event) {
        long index = event._index().asKnown().orElse(0L);
        return event._delta().asKnown().map(delta -> blocks.append(index, delta)).orElse(List.of());
    }

    private void messageDelta(RawMessageDeltaEvent event) {
        event._usage().asKnown().ifPresent(this::count);
        event._delta().asKnown().ifPresent(this::readStop);
    }

    private void readStop(RawMessageDeltaEvent.Delta delta) {
        delta._stopReason()
                .asKnown()
                .ifPresent(wire -> {
                    reason = StopReason.ofWire(wire.asString());
                    detail = detail(delta, wire.asString());
                });
    }

    private String detail(RawMessageDeltaEvent.Delta delta, String wire) {
        return switch (reason) {
            case STOP_SEQUENCE -> delta._stopSequence().asKnown().orElse("");
            case REFUSAL -> delta._stopDetails().asKnown().map(EventTranslator::explain).orElse("");
            case UNRECOGNIZED -> wire;
            case END_TURN, MAX_TOKENS, TOOL_USE, PAUSE_TURN, MODEL_CONTEXT_WINDOW_EXCEEDED -> "";
        };
    }

    private static String explain(RefusalStopDetails details) {
        return details._explanation()
                .asKnown()
                .filter(text -> !text.isBlank())
                .or(() -> details._category().asKnown().map(RefusalStopDetails.Category::asString))
                .orElse("");
    }

    private List<StreamEvent> stop() {
        finished = true;
        List<StreamEvent> events = new ArrayList<>(blocks.stopAll());
        events.add(new StreamEvent.Finished(reason, usage, detail));
        return events;
    }

    private void count(com.anthropic.models.messages.Usage first) {
        usage =
                new Usage(
                        count(first._inputTokens(), 0),
                        count(first._outputTokens(), 0),
                        count(first._cacheCreationInputTokens(), 0),
                        count(first._cacheReadInputTokens(), 0));
    }

    /** Later counts replace earlier ones: the API's are running totals. */
    private void count(MessageDeltaUsage later) {
        usage =
                new Usage(
                        count(later._inputTokens(), usage.input()),
                        count(later._outputTokens(), usage.output()),
                        count(later._cacheCreationInputTokens(), usage.cacheWrite()),
                        count(later._cacheReadInputTokens(), usage.cacheRead()));
    }

    private static long count(JsonField<Long> field, long otherwise) {
        return field.asKnown().orElse(otherwise);
    }
}
