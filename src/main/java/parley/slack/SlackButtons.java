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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.chat.Button;
import parley.chat.Reference;

/** The buttons under an answer as blocks, and back. Stateless. */
final class SlackButtons {
    /** What the ids of all actions under an answer begin with. */
    static final String PREFIX = "parley_";

    private static final String FEEDBACK = PREFIX + "feedback";

    private SlackButtons() {}

    /** A button of an answer that somebody pressed. */
    record Pressed(Button button, Reference turn) {}

    /** The blocks that show these buttons; likes and dislikes as Slack's own feedback buttons. */
    static List<LayoutBlock> blocks(List<Button> buttons, Reference turn) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<BlockElement> plain =
                buttons.stream()
                        .filter(button -> !isFeedback(button))
                        .<BlockElement>map(button -> element(button, turn))
                        .toList();
        if (!plain.isEmpty()) {
            blocks.add(ActionsBlock.builder().elements(plain).build());
        }
        if (buttons.stream().anyMatch(SlackButtons::isFeedback)) {
            blocks.add(ContextActionsBlock.builder().elements(List.of(feedback(turn))).build());
        }
        return List.copyOf(blocks);
    }

    /** The button that an action of Slack's tells of; empty for actions of another kind. */
    static Optional<Pressed> pressed(String actionId, String value) {
        int colon = value.indexOf(':');
        if (!actionId.startsWith(PREFIX) || colon < 0) {
            return Optional.empty();
        }
        return button(value.substring(0, colon))
                .filter(_ -> colon + 1 < value.length())
                .map(button -> new Pressed(button, new Reference(value.substring(colon + 1))));
    }

    private static Optional<Button> button(String name) {
        return List.of(Button.values()).stream()
                .filter(button -> name(button).equals(name))
                .findFirst();
    }

    private static boolean isFeedback(Button button) {
        return button == Button.LIKE || button == Button.DISLIKE;
    }

    private static String name(Button button) {
        return button.name().toLowerCase(Locale.ROOT);
    }

    private static String value(Button button, Reference turn) {
        return name(button) + ":" + turn;
    }

    private static ButtonElement element(Button button, Reference turn) {
        return ButtonElement.builder()
                .actionId(PREFIX + name(button))
                .value(value(button, turn))
                .text(plain(label(button)))
                .accessibilityLabel(meaning(button))
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
                .text(plain(label(button)))
                .accessibilityLabel(meaning(button))
                .value(value(button, turn))
                .build();
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

    private static String meaning(Button button) {
        return switch (button) {
            case STOP -> "Stop the answer and keep what is there";
            case RETRY -> "Ask again and replace the answer";
            case CONTINUE -> "Ask for the rest of the answer";
            case CODE_FILE -> "Put the answer's code into the thread as a file";
            case LIKE -> "Say that the answer was good";
            case DISLIKE -> "Say that the answer was bad";
        };
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).build();
    }
}
