package parley.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.FeedbackButtonObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import parley.chat.Button;
import parley.chat.Reference;

/**
 * The buttons under answers as Slack's elements, and back: {@code action_id} says which button and
 * {@code value} names the answer. The two of feedback are one element with one {@code action_id},
 * so their values say which as well. Pure.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element">Feedback
 *     buttons</a>
 */
final class SlackButtons {
    /** What the {@code action_id} of every button of ours begins with. */
    static final String PREFIX = "parley.";

    private static final String FEEDBACK = PREFIX + "feedback";
    private static final char SEPARATOR = ':';
    private static final Set<Button> BOTH = EnumSet.of(Button.LIKE, Button.DISLIKE);

    private SlackButtons() {}

    /** Which button of which answer was pressed. */
    record Pressed(Button button, Reference turn) {}

    /** The blocks that stand under an answer, in the order of the buttons; none without buttons. */
    static List<LayoutBlock> blocks(List<Button> buttons, Reference turn) {
        boolean feedback = buttons.containsAll(BOTH);
        List<BlockElement> plain =
                buttons.stream()
                        .filter(button -> !feedback || !BOTH.contains(button))
                        .map(button -> (BlockElement) element(button, turn))
                        .toList();
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!plain.isEmpty()) {
            blocks.add(ActionsBlock.builder().elements(plain).build());
        }
        if (feedback) {
            blocks.add(ContextActionsBlock.builder().elements(List.of(feedback(turn))).build());
        }
        return blocks;
    }

    private static ButtonElement element(Button button, Reference turn) {
        return ButtonElement.builder()
                .actionId(PREFIX + word(button))
                .value(turn.value())
                .text(words(label(button)))
                .accessibilityLabel(description(button))
                .build();
    }

    private static FeedbackButtonsElement feedback(Reference turn) {
        return FeedbackButtonsElement.builder()
                .actionId(FEEDBACK)
                .positiveButton(opinion(Button.LIKE, turn))
                .negativeButton(opinion(Button.DISLIKE, turn))
                .build();
    }

    private static FeedbackButtonObject opinion(Button button, Reference turn) {
        return FeedbackButtonObject.builder()
                .text(words(label(button)))
                .accessibilityLabel(description(button))
                .value(word(button) + SEPARATOR + turn)
                .build();
    }

    private static PlainTextObject words(String words) {
        return PlainTextObject.builder().text(words).emoji(true).build();
    }

    private static String label(Button button) {
        return switch (button) {
            case STOP -> "Stop";
            case RETRY -> "Retry";
            case CONTINUE -> "Continue";
            case CODE_FILE -> "Code as a file";
            case LIKE -> "Good answer";
            case DISLIKE -> "Bad answer";
        };
    }

    /** For screen readers, at most 75 characters. */
    private static String description(Button button) {
        return switch (button) {
            case STOP -> "Stop this answer and keep what is there";
            case RETRY -> "Ask again and replace this answer";
            case CONTINUE -> "Go on with this answer";
            case CODE_FILE -> "Put the code of this answer into the thread as a file";
            case LIKE -> "This was a good answer";
            case DISLIKE -> "This was a bad answer";
        };
    }

    /** What was pressed; empty for what is no button of ours. */
    static Optional<Pressed> pressed(String actionId, String value) {
        int separator = value.indexOf(SEPARATOR);
        return actionId.equals(FEEDBACK)
                ? button(value.substring(0, Math.max(0, separator)))
                        .flatMap(button -> of(button, value.substring(separator + 1)))
                : button(actionId.startsWith(PREFIX) ? actionId.substring(PREFIX.length()) : "")
                        .flatMap(button -> of(button, value));
    }

    private static Optional<Pressed> of(Button button, String turn) {
        return SlackIds.valid(turn)
                ? Optional.of(new Pressed(button, new Reference(turn)))
                : Optional.empty();
    }

    private static Optional<Button> button(String word) {
        return EnumSet.allOf(Button.class).stream()
                .filter(button -> word(button).equals(word))
                .findFirst();
    }

    private static String word(Button button) {
        return button.name().toLowerCase(Locale.ROOT);
    }
}
