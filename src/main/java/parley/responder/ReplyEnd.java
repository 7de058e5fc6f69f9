package parley.responder;

import java.util.List;
import java.util.Optional;
import parley.chat.Button;

/** What stands under the last message of a finished answer; immutable. */
public record ReplyEnd(Optional<String> note, Optional<String> footer, List<Button> buttons) {
    public ReplyEnd {
        buttons = List.copyOf(buttons);
    }
}
