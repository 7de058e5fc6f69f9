package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.claude.StreamEvent;
import parley.claude.Usage;

/** What has come of an answer so far, over all requests of its turn. For one thread. */
final class Gathered {
    /** For answers that were cut off before the API counted: about what its tokenizer makes. */
    private static final double CHARACTERS_PER_TOKEN = 3;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder openText = new StringBuilder();
    private final List<ContentBlock> blocks = new ArrayList<>();
    private Usage spent = Usage.NONE;
    private Optional<Usage> current = Optional.empty();
    private Optional<ModelId> model = Optional.empty();
    private String requestId = "";
    private boolean estimated;
    private int currentCharacters;

    void started(StreamEvent.Started event) {
        current = Optional.of(event.usage());
        model = Optional.of(event.model());
        requestId = event.requestId();
        currentCharacters = 0;
    }

    void text(String delta) {
        text.append(delta);
        openText.append(delta);
        currentCharacters += delta.length();
    }

    void thought(String delta) {
        currentCharacters += delta.length();
    }

    void block(ContentBlock block) {
        blocks.add(block);
        if (block instanceof ContentBlock.Text) {
            openText.setLength(0);
        }
    }

    void finished(Usage usage) {
        spent = spent.plus(usage);
        current = Optional.empty();
    }

    /** The request ended without the API's count: what it read is known, the rest is estimated. */
    void brokeOff() {
        current.ifPresent(usage -> {
            long output = Math.round(currentCharacters / CHARACTERS_PER_TOKEN);
            spent = spent.plus(usage.withOutput(Math.max(usage.output(), output)));
            estimated = true;
        });
        current = Optional.empty();
    }

    /** Forgets what was said; what it cost stays. */
    void restart() {
        text.setLength(0);
        openText.setLength(0);
        blocks.clear();
    }

    boolean nothingSaid() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    /** The blocks that came whole, and the last text as far as it came. */
    List<ContentBlock> content() {
        List<ContentBlock> content = new ArrayList<>(blocks);
        if (!openText.isEmpty()) {
            content.add(new ContentBlock.Text(openText.toString()));
        }
        return content;
    }

    Usage usage() {
        return spent;
    }

    boolean estimated() {
        return estimated;
    }

    Optional<ModelId> model() {
        return model;
    }

    String requestId() {
        return requestId;
    }
}
