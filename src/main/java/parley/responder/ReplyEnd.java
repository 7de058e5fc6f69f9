package parley.responder;

import java.util.List;
import java.util.Optional;
import parley.chat.Button;

/**
 * What stands under the last message of a finished answer; immutable.
 *
 * @param substitute what stands there instead of a text that is refused; empty for nothing
 */
public record ReplyEnd(
        Optional<String> note,
        Optional<String> footer,
        List<Button> buttons,
        Optional<Substitute> substitute) {
    public ReplyEnd {
        buttons = List.copyOf(buttons);
    }

    public ReplyEnd(Optional<String> note, Optional<String> footer, List<Button> buttons) {
        this(note, footer, buttons, Optional.empty());
    }
}
