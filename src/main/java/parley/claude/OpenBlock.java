package parley.claude;

import com.anthropic.models.messages.RawContentBlockDelta;
import com.anthropic.models.messages.RawContentBlockStartEvent;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.ThinkingBlock;
import com.anthropic.models.messages.ToolUseBlock;
import java.util.List;
import java.util.Optional;

/** One content block while its pieces arrive; for one thread. */
final class OpenBlock {
    private enum Kind {
        TEXT,
        THINKING,
        REDACTED_THINKING,
        TOOL_USE
    }

    private final Kind kind;
    private final String id;
    private final String name;
    private final String whole;
    private final StringBuilder pieces = new StringBuilder();
    private final StringBuilder signature = new StringBuilder();

    /**
     * @param whole what came with the start: a tool's input, redacted data
     */
    private OpenBlock(Kind kind, String id, String name, String whole) {
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.whole = whole;
    }

    static OpenBlock text() {
        return new OpenBlock(Kind.TEXT, "", "", "");
    }

    /** Empty for a kind that this version does not know. */
    static Optional<OpenBlock> of(RawContentBlockStartEvent.ContentBlock block) {
        return block.text()
                .map(OpenBlock::text)
                .or(() -> block.thinking().map(OpenBlock::thinking))
                .or(() -> block.toolUse().map(OpenBlock::toolUse))
                .or(() ->
                        block.redactedThinking()
                                .map(redacted -> redacted._data().asKnown().orElse(""))
                                .map(OpenBlock::redacted));
    }

    private static OpenBlock text(TextBlock block) {
        OpenBlock open = text();
        open.pieces.append(block._text().asKnown().orElse(""));
        return open;
    }

    private static OpenBlock thinking(ThinkingBlock block) {
        OpenBlock open = new OpenBlock(Kind.THINKING, "", "", "");
        open.pieces.append(block._thinking().asKnown().orElse(""));
        open.signature.append(block._signature().asKnown().orElse(""));
        return open;
    }

    private static OpenBlock toolUse(ToolUseBlock block) {
        return new OpenBlock(
                Kind.TOOL_USE,
                block._id().asKnown().orElse(""),
                block._name().asKnown().orElse(""),
                ToolInput.write(block._input()));
    }

    private static OpenBlock redacted(String data) {
        return new OpenBlock(Kind.REDACTED_THINKING, "", "", data);
    }

    /** What the start alone tells; thinking always tells that it goes on. */
    List<StreamEvent> begin() {
        return switch (kind) {
            case TEXT -> textDelta(pieces.toString());
            case THINKING -> List.of(new StreamEvent.ThinkingDelta(pieces.toString()));
            case REDACTED_THINKING -> List.of(new StreamEvent.ThinkingDelta(""));
            case TOOL_USE -> List.of();
        };
    }

    List<StreamEvent> append(RawContentBlockDelta delta) {
        if (delta.isText() && kind == Kind.TEXT) {
            return textDelta(keep(delta.asText()._text().asKnown()));
        }
        if (delta.isThinking() && kind == Kind.THINKING) {
            return List.of(
                    new StreamEvent.ThinkingDelta(keep(delta.asThinking()._thinking().asKnown())));
        }
        if (delta.isSignature()) {
            delta.asSignature()._signature().asKnown().ifPresent(signature::append);
        } else if (delta.isInputJson() && kind == Kind.TOOL_USE) {
            keep(delta.asInputJson()._partialJson().asKnown());
        }
        return List.of();
    }

    private String keep(Optional<String> piece) {
        String text = piece.orElse("");
        pieces.append(text);
        return text;
    }

    private static List<StreamEvent> textDelta(String text) {
        return text.isEmpty() ? List.of() : List.of(new StreamEvent.TextDelta(text));
    }

    ContentBlock ready() {
        return switch (kind) {
            case TEXT -> new ContentBlock.Text(pieces.toString());
            case THINKING -> new ContentBlock.Thinking(pieces.toString(), signature.toString());
            case REDACTED_THINKING -> new ContentBlock.RedactedThinking(whole);
            case TOOL_USE ->
                    new ContentBlock.ToolUse(
                            id, name, ToolInput.object(pieces.isEmpty() ? whole : pieces + ""));
        };
    }
}
