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
 * @param note what there is to say under it
 * @param ending how it ended, alone and without names: what is said of it if it has no words, and
 *     an earlier answer stands
 */
record Answer(
        Outcome outcome,
        ModelId model,
        ModelReason modelReason,
        List<ContentBlock> content,
        String prefixHash,
        Optional<StopReason> stopReason,
        String detail,
        Optional<String> note,
        Optional<String> ending) {
    Answer {
        content = List.copyOf(content);
    }
}
