package parley.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chat.Choice;

/**
 * Choices as Slack's buttons, and back: {@code value} holds the action, and {@code action_id} only
 * tells the buttons of a row apart. Pure.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/block-kit/block-elements/button-element">Button</a>
 */
final class ChoiceButtons {
    /** What the {@code action_id} of every choice begins with. */
    static final String PREFIX = "parley-choice.";

    /**
     * What the {@code block_id} of a row begins with; behind it stands the root of the thread that
     * the choices are about. Slack may show them elsewhere: what answers a direct message stands in
     * its thread.
     */
    private static final String PLACE = "parley.choices:";

    private static final String TOP = "top";

    private ChoiceButtons() {}

    /**
     * The row under a message; none without choices.
     *
     * @param root of the thread that they are about; empty for a channel as a whole
     */
    static Optional<LayoutBlock> row(List<Choice> choices, Optional<String> root) {
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        List<BlockElement> buttons = new ArrayList<>();
        for (Choice choice : choices) {
            buttons.add(button(choice, PREFIX + buttons.size()));
        }
        return Optional.of(
                ActionsBlock.builder().blockId(PLACE + root.orElse(TOP)).elements(buttons).build());
    }

    private static ButtonElement button(Choice choice, String id) {
        return ButtonElement.builder()
                .actionId(id)
                .value(choice.action())
                .text(PlainTextObject.builder().text(choice.label()).build())
                .style(style(choice.style()))
                .build();
    }

    private static @Nullable String style(Choice.Style style) {
        return switch (style) {
            case PLAIN -> null;
            case PRIMARY -> "primary";
            case DANGER -> "danger";
        };
    }

    /** The action of a pressed button; empty for what is no choice of ours. */
    static Optional<String> action(BlockActionPayload.Action pressed) {
        return Optional.ofNullable(pressed.getValue())
                .filter(_ -> pressed.getActionId().startsWith(PREFIX))
                .filter(action -> action.matches("[ -~]{1,80}"));
    }

    /** The root of the thread that the choice is about; empty for a channel as a whole. */
    static Optional<String> root(BlockActionPayload.Action pressed) {
        return Optional.ofNullable(pressed.getBlockId())
                .filter(block -> block.startsWith(PLACE))
                .map(block -> block.substring(PLACE.length()))
                .filter(root -> SlackIds.valid(root) && !root.equals(TOP));
    }
}
