package parley.claude;

import com.anthropic.models.messages.RawContentBlockDelta;
import com.anthropic.models.messages.RawContentBlockStartEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The blocks of one answer that have begun and not ended, by their index; for one thread. */
final class OpenBlocks {
    private final Map<Long, OpenBlock> open = new TreeMap<>();

    List<StreamEvent> start(long index, RawContentBlockStartEvent.ContentBlock block) {
        return OpenBlock.of(block)
                .map(begun -> {
                    open.put(index, begun);
                    return begun.begin();
                })
                .orElse(List.of());
    }

    List<StreamEvent> append(long index, RawContentBlockDelta delta) {
        if (!open.containsKey(index) && delta.isText()) {
            // Some local servers leave out the start of a text block.
            open.put(index, OpenBlock.text());
        }
        return Optional.ofNullable(open.get(index))
                .map(block -> block.append(delta))
                .orElse(List.of());
    }

    List<StreamEvent> stop(long index) {
        return Optional.ofNullable(open.remove(index)).stream()
                .<StreamEvent>map(block -> new StreamEvent.BlockReady(block.ready()))
                .toList();
    }

    /** Ends what the server left open when it said that the answer is complete. */
    List<StreamEvent> stopAll() {
        return List.copyOf(open.keySet()).stream().flatMap(index -> stop(index).stream()).toList();
    }
}
