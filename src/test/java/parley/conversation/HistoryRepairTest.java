package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.claude.ClaudeMessage;
import parley.claude.ContentBlock;
import parley.claude.Role;

final class HistoryRepairTest {
    private static final ContentBlock HELLO = text("Hello?");
    private static final ContentBlock HI = text("Hi.");

    private static ContentBlock text(String text) {
        return new ContentBlock.Text(text);
    }

    private static ContentBlock use(String id) {
        return new ContentBlock.ToolUse(id, "clock", "{}");
    }

    private static ContentBlock result(String id, ContentBlock... content) {
        return new ContentBlock.ToolResult(id, List.of(content), false);
    }

    private static ContentBlock picture(int number) {
        return new ContentBlock.Image("image/png", "eA==" + number);
    }

    private static ClaudeMessage user(ContentBlock... content) {
        return new ClaudeMessage(Role.USER, List.of(content));
    }

    private static ClaudeMessage claude(ContentBlock... content) {
        return new ClaudeMessage(Role.ASSISTANT, List.of(content));
    }

    private static List<ClaudeMessage> mend(ClaudeMessage... messages) {
        List<ClaudeMessage> mended = HistoryRepair.mend(List.of(messages));
        assertThat(HistoryRepair.mend(mended)).as("mended twice").isEqualTo(mended);
        return mended;
    }

    @Test
    void mend_soundHistory_changesNothing() {
        List<ClaudeMessage> sound =
                List.of(
                        user(HELLO, picture(1)),
                        claude(HI, use("a"), use("b")),
                        user(result("a", text("noon"), picture(2)), result("b"), HELLO),
                        claude(text("It is noon. ")),
                        user(HELLO));

        assertThat(HistoryRepair.mend(sound)).isEqualTo(sound);
    }

    @Test
    void mend_thinking_isLeftOut() {
        assertThat(
                        mend(
                                user(HELLO),
                                claude(
                                        new ContentBlock.Thinking("hm", "sig"),
                                        new ContentBlock.RedactedThinking("x"),
                                        HI),
                                user(HELLO)))
                .containsExactly(user(HELLO), claude(HI), user(HELLO));
    }

    @Test
    void mend_blankTextsAndWhatIsEmptyThen_areLeftOut() {
        assertThat(
                        mend(
                                user(HELLO, text("")),
                                claude(text(" \n"), new ContentBlock.Thinking("hm", "sig")),
                                user(text("\t"), HELLO)))
                .containsExactly(user(HELLO, HELLO));
    }

    @Test
    void mend_useWithoutResult_isLeftOut() {
        assertThat(mend(user(HELLO), claude(HI, use("a")), user(HELLO)))
                .containsExactly(user(HELLO), claude(HI), user(HELLO));
        assertThat(mend(user(HELLO), claude(use("a")))).containsExactly(user(HELLO));
    }

    @Test
    void mend_resultThatComesTooLate_isLeftOutWithItsUse() {
        assertThat(
                        mend(
                                user(HELLO),
                                claude(HI, use("a")),
                                user(HELLO),
                                claude(HI),
                                user(result("a"), HELLO)))
                .containsExactly(user(HELLO), claude(HI), user(HELLO), claude(HI), user(HELLO));
    }

    @Test
    void mend_resultWithoutUse_isLeftOut() {
        assertThat(mend(user(result("a"), HELLO), claude(HI), user(result("b"), HELLO)))
                .containsExactly(user(HELLO), claude(HI), user(HELLO));
    }

    @Test
    void mend_sameIdTwice_leavesOnePair() {
        assertThat(
                        mend(
                                user(HELLO),
                                claude(use("a"), use("a")),
                                user(result("a"), result("a")),
                                claude(use("a")),
                                user(result("a"), HELLO)))
                .containsExactly(user(HELLO), claude(use("a")), user(result("a"), HELLO));
    }

    @Test
    void mend_resultsBehindOtherThings_comeFirst() {
        assertThat(mend(user(HELLO), claude(use("a")), user(HELLO, result("a"))))
                .containsExactly(user(HELLO), claude(use("a")), user(result("a"), HELLO));
    }

    @Test
    void mend_blocksOfTheWrongSide_areLeftOut() {
        assertThat(
                        mend(
                                user(HELLO, use("a")),
                                claude(result("a"), picture(1), HI),
                                user(new ContentBlock.Thinking("hm", "sig"), HELLO)))
                .containsExactly(user(HELLO), claude(FileRoom.LEFT_OUT, HI), user(HELLO));
    }

    @Test
    void mend_oneRoleTwiceInARow_isOneMessage() {
        assertThat(mend(user(HELLO), user(HELLO), claude(HI), claude(HI), user(HELLO)))
                .containsExactly(user(HELLO, HELLO), claude(HI, HI), user(HELLO));
    }

    @Test
    void mend_answerFirst_aNoteStandsBefore() {
        List<ClaudeMessage> mended = mend(claude(HI), user(HELLO));

        assertThat(mended).hasSize(3);
        assertThat(mended.getFirst().role()).isEqualTo(Role.USER);
        assertThat(mended.getFirst().content().toString()).contains("was deleted");
    }

    @Test
    void mend_tooManyFiles_theNewestHundredStay() {
        List<ContentBlock> pictures =
                new ArrayList<>(
                        IntStream.range(0, 120).mapToObj(HistoryRepairTest::picture).toList());
        pictures.add(HELLO);
        ClaudeMessage many = new ClaudeMessage(Role.USER, pictures);

        List<ContentBlock> kept =
                mend(many, claude(use("a")), user(result("a", picture(200)), HELLO))
                        .getFirst()
                        .content();

        assertThat(kept).hasSize(121);
        assertThat(kept.subList(0, 21)).containsOnly(FileRoom.LEFT_OUT);
        assertThat(kept.subList(21, 121)).isEqualTo(pictures.subList(21, 121));
    }

    @Test
    void mend_whiteSpaceAtTheVeryEnd_isStripped() {
        assertThat(mend(user(HELLO), claude(text("One \n"))))
                .containsExactly(user(HELLO), claude(text("One")));
    }

    @Test
    void mend_nothing_isNothing() {
        assertThat(mend()).isEmpty();
        assertThat(mend(claude(text(" ")))).isEmpty();
    }
}
