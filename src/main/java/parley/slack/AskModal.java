package parley.slack;

import com.slack.api.model.Message;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The window in which somebody asks about a message. Pure.
 *
 * @see <a href="https://docs.slack.dev/reference/views/modal-views">Modal views</a>
 */
final class AskModal {
    static final String CALLBACK = "parley.ask";

    /** Where errors are shown. */
    static final String QUESTION = "parley.question";

    static final String DEFAULT_QUESTION = "Explain this message.";

    private static final String INPUT = "question";
    private static final int LONGEST_QUOTE = 300;
    private static final int LONGEST_QUESTION = 3_000;

    private AskModal() {}

    static View view(Message message, AskedMessage about) {
        List<LayoutBlock> blocks = new ArrayList<>();
        quote(message).ifPresent(blocks::add);
        blocks.add(question());
        return View.builder()
                .type("modal")
                .callbackId(CALLBACK)
                .privateMetadata(about.print())
                .title(ViewTitle.builder().type("plain_text").text("Ask Parley").build())
                .submit(ViewSubmit.builder().type("plain_text").text("Ask").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(blocks)
                .build();
    }

    /** As Slack wrote it, so that Slack shows the names in it. */
    private static Optional<LayoutBlock> quote(Message message) {
        String words = MessageText.reported(message).strip();
        String quoted =
                MrkdwnExcerpt.of(words, LONGEST_QUOTE)
                        .lines()
                        .map(line -> "> " + line)
                        .collect(Collectors.joining("\n"));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        SectionBlock.builder()
                                .text(MarkdownTextObject.builder().text(quoted).build())
                                .build());
    }

    private static LayoutBlock question() {
        return InputBlock.builder()
                .blockId(QUESTION)
                .optional(true)
                .label(words("What do you want to know?"))
                .element(
                        PlainTextInputElement.builder()
                                .actionId(INPUT)
                                .multiline(true)
                                .maxLength(LONGEST_QUESTION)
                                .placeholder(words(DEFAULT_QUESTION))
                                .build())
                .build();
    }

    private static PlainTextObject words(String words) {
        return PlainTextObject.builder().text(words).build();
    }

    /** What was typed, or the question that an empty window asks. */
    static String question(View submitted) {
        return Optional.ofNullable(submitted.getState())
                .map(ViewState::getValues)
                .map(values -> values.getOrDefault(QUESTION, Map.of()).get(INPUT))
                .map(ViewState.Value::getValue)
                .map(String::strip)
                .filter(typed -> !typed.isEmpty())
                .orElse(DEFAULT_QUESTION);
    }
}
