package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormPiecesTest {
    private static String rejoined(String text, int longest) {
        FormPieces pieces = FormPieces.cut(text, longest);
        return pieces.join(pieces.texts()).text();
    }

    @Test
    void cut_shortText_isOnePieceWithoutItsLastLineFeeds() {
        assertThat(FormPieces.cut("one\ntwo\n\n", 20))
                .isEqualTo(new FormPieces(List.of("one\ntwo"), List.of(2)));
        assertThat(FormPieces.cut("", 20)).isEqualTo(new FormPieces(List.of(""), List.of(0)));
    }

    @Test
    void cut_longText_isCutAtLineEnds() {
        assertThat(FormPieces.cut("one two\n\nthree four\nfive\n", 12))
                .isEqualTo(
                        new FormPieces(List.of("one two", "three four", "five"), List.of(2, 1, 1)));
    }

    @Test
    void cut_beforeAnIndentedLine_isAvoidedWhereItCan() {
        assertThat(FormPieces.cut("a: 1\nb:\n  c: 2\nd: 3", 9).texts().getFirst())
                .isEqualTo("a: 1");
    }

    @Test
    void cut_longLine_isCutBetweenWords() {
        assertThat(FormPieces.cut("one two three four", 9))
                .isEqualTo(
                        new FormPieces(
                                List.of("one two", "three", "four"),
                                List.of(FormPieces.SPACE, FormPieces.SPACE, 0)));
    }

    @Test
    void cut_longWord_splitsNoCharacter() {
        FormPieces pieces = FormPieces.cut("ab\uD83D\uDE00cd", 3);

        assertThat(pieces.texts()).containsExactly("ab", "\uD83D\uDE00c", "d");
        assertThat(pieces.join(pieces.texts()).text()).isEqualTo("ab\uD83D\uDE00cd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\nleading",
                "trailing \n\n\n",
                "a\r\nb",
                "   ",
                "x  y   z    w",
                "\t\ttabs\n\t\tx\n"
            })
    void join_untouched_givesTheTextBackButForCarriageReturns(String text) {
        for (int longest = 2; longest < 12; longest++) {
            assertThat(rejoined(text, longest)).isEqualTo(text.replace("\r\n", "\n"));
        }
    }

    @Test
    void join_untouched_givesAnyTextBack() {
        Random random = new Random(7);
        String letters = "ab  \n\n\t-#é\uD83D\uDE00";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            int longest = 2 + random.nextInt(20);
            FormPieces pieces = FormPieces.cut(text.toString(), longest);

            assertThat(pieces.join(pieces.texts()).text()).isEqualTo(text.toString());
            assertThat(pieces.texts()).allSatisfy(it -> assertThat(it).hasSizeBetween(0, longest));
        }
    }

    @Test
    void join_withMoreBehind_beginsANewLine() {
        FormPieces pieces = FormPieces.cut("one\ntwo\n", 4);

        assertThat(pieces.join(List.of("one", "two", "", "three", "")).text())
                .isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void join_withAPieceEmptied_keepsTheWiderBreak() {
        FormPieces pieces = FormPieces.cut("one\n\ntwo\nthree", 5);

        assertThat(pieces.texts()).containsExactly("one", "two", "three");
        assertThat(pieces.join(List.of("one", "", "three")).text()).isEqualTo("one\n\nthree");
        assertThat(pieces.join(List.of("", "two", "three")).text()).isEqualTo("two\nthree");
        assertThat(pieces.join(List.of("", "", "")).text()).isEmpty();
    }

    @Test
    void input_ofALine_isTheOneThatHoldsIt() {
        FormPieces pieces = FormPieces.cut("1\n2\n\n4\n5\n6", 3);
        List<String> typed = new ArrayList<>(pieces.texts());
        FormPieces.Joined joined = pieces.join(typed);

        assertThat(typed).containsExactly("1\n2", "4\n5", "6");
        assertThat(joined.input(1)).isZero();
        assertThat(joined.input(2)).isZero();
        assertThat(joined.input(4)).isEqualTo(1);
        assertThat(joined.input(6)).isEqualTo(2);
        assertThat(joined.input(99)).isEqualTo(2);
        assertThat(joined.input(0)).isZero();
    }
}
