package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import parley.chat.Button;
import parley.chat.ThreadId;

/** Which buttons stand under a finished answer. Safe for use by many threads. */
final class AnswerButtons {
    private final Powers powers;

    AnswerButtons(Powers powers) {
        this.powers = powers;
    }

    List<Button> under(CompletedTurn turn, ThreadId thread) {
        List<Button> buttons = new ArrayList<>(asking(turn));
        if (powers.sharer(thread).isPresent()
                && !CodeBlock.longerThan(powers.messageLength(thread), turn.text()).isEmpty()) {
            buttons.add(Button.CODE_FILE);
        }
        if (turn.outcome() == Outcome.ANSWERED || turn.outcome() == Outcome.CUT_SHORT) {
            buttons.add(Button.LIKE);
            buttons.add(Button.DISLIKE);
        }
        return buttons;
    }

    private static List<Button> asking(CompletedTurn turn) {
        boolean more = !turn.text().isBlank();
        return switch (turn.outcome()) {
            case ANSWERED, REFUSED, LIMITED -> List.of(Button.RETRY);
            case CUT_SHORT -> List.of(Button.CONTINUE, Button.RETRY);
            case STOPPED, FAILED ->
                    more ? List.of(Button.CONTINUE, Button.RETRY) : List.of(Button.RETRY);
        };
    }
}
