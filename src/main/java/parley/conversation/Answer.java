package parley.conversation;

import java.util.List;
import java.util.Optional;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.claude.StopReason;
import parley.usage.ModelReason;

/**
 * What asking brought; the text and the tokens are with what was {@link Gathered}.
 *
 * @param content what later requests send again
 */
record Answer(
        Outcome outcome,
        ModelId model,
        ModelReason modelReason,
        List<ContentBlock> content,
        String prefixHash,
        Optional<StopReason> stopReason,
        String detail,
        Optional<String> note) {
    Answer {
        content = List.copyOf(content);
    }
}
