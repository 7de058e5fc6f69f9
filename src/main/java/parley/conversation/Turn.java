package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.claude.ContentBlock;
import parley.claude.ModelId;

/** One contribution to a conversation; immutable. */
public sealed interface Turn {
    /** The order in the conversation, rising; gaps are possible. */
    long ordinal();

    List<ContentBlock> content();

    /**
     * A person's message. A deleted one stays with empty content.
     *
     * @param message the platform's id of the message
     * @param content the words first, as they were said; then the files, as they are sent
     * @param remark what people are told of the message under its answer
     */
    record UserTurn(
            long ordinal,
            MessageId message,
            Author author,
            Instant at,
            List<ContentBlock> content,
            Optional<String> remark)
            implements Turn {
        public UserTurn {
            content = List.copyOf(content);
        }
    }

    /**
     * The model's answer; empty content while there is none.
     *
     * @param model that wrote it, once asked
     * @param prefixHash of all that the model had read before it: its thinking is bound to that
     */
    record AssistantTurn(
            long ordinal,
            Reference reference,
            Optional<ModelId> model,
            String prefixHash,
            List<ContentBlock> content)
            implements Turn {
        public AssistantTurn {
            content = List.copyOf(content);
        }
    }
}
