package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chat.Button;
import parley.chat.Reference;

final class SlackButtonsTest {
    private static final Reference TURN = new Reference("T-7KQ2M9XA");

    /** What Slack would send for each button, in order: action id and value. */
    private static List<SlackButtons.Pressed> pressedOneByOne(List<LayoutBlock> blocks) {
        List<SlackButtons.Pressed> pressed = new ArrayList<>();
        for (LayoutBlock block : blocks) {
            switch (block) {
                case ActionsBlock actions ->
                        actions.getElements().forEach(one -> add(pressed, (ButtonElement) one));
                case ContextActionsBlock actions ->
                        add(pressed, (FeedbackButtonsElement) actions.getElements().getFirst());
                default -> throw new AssertionError(block);
            }
        }
        return pressed;
    }

    private static void add(List<SlackButtons.Pressed> pressed, ButtonElement button) {
        SlackButtons.pressed(button.getActionId(), button.getValue()).ifPresent(pressed::add);
    }

    private static void add(List<SlackButtons.Pressed> pressed, FeedbackButtonsElement both) {
        for (var one : List.of(both.getPositiveButton(), both.getNegativeButton())) {
            SlackButtons.pressed(both.getActionId(), one.getValue()).ifPresent(pressed::add);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pressed_whatWasShown_isThatButton(Button button) {
        assertThat(pressedOneByOne(SlackButtons.blocks(List.of(button), TURN)))
                .containsExactly(new SlackButtons.Pressed(button, TURN));
    }

    @Test
    void blocks_allButtons_showFeedbackAsSlacksOwn() {
        List<LayoutBlock> blocks =
                SlackButtons.blocks(
                        List.of(
                                Button.RETRY,
                                Button.CONTINUE,
                                Button.CODE_FILE,
                                Button.LIKE,
                                Button.DISLIKE),
                        TURN);

        assertThat(blocks).hasSize(2);
        assertThat(((ActionsBlock) blocks.getFirst()).getElements())
                .extracting(one -> ((ButtonElement) one).getActionId())
                .containsExactly("parley.retry", "parley.continue", "parley.code_file");
        assertThat(pressedOneByOne(blocks))
                .extracting(SlackButtons.Pressed::button)
                .endsWith(Button.LIKE, Button.DISLIKE);
    }

    @Test
    void blocks_noButtons_areNone() {
        assertThat(SlackButtons.blocks(List.of(), TURN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "parley.retry, ''",
        "parley.retry, T-1/../T-2",
        "parley.explode, T-1",
        "retry, T-1",
        "other.retry, T-1",
        "parley.feedback, T-1",
        "parley.feedback, love:T-1",
        "parley.feedback, 'like:'"
    })
    void pressed_strangeAction_isNone(String action, String value) {
        assertThat(SlackButtons.pressed(action, value)).isEmpty();
    }
}
