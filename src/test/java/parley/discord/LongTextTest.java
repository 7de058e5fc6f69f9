package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LongTextTest {
    /** What comes back of parts that somebody's client sent in its own way. */
    private static String sent(List<LongText.Part> parts, UnaryOperator<String> client) {
        return LongText.join(
                parts.stream()
                        .map(part -> LongText.Part.read(part.customId(), client.apply(part.text())))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static List<LongText.Part> cut(String text, int most) {
        List<LongText.Part> parts = LongText.cut("text", text, most);
        assertThat(parts).allSatisfy(part -> assertThat(part.text().length()).isBetween(0, most));
        return parts;
    }

    @Test
    void cut_shortText_isOnePart() {
        assertThat(cut("one\ntwo", 10))
                .containsExactly(new LongText.Part("text", 0, 0, 0, "one\ntwo"));
        assertThat(cut("", 10)).containsExactly(new LongText.Part("text", 0, 0, 0, ""));
    }

    @Test
    void cut_longText_endsItsPartsWithLines() {
        assertThat(cut("one two\n\nthree\nfour", 14))
                .extracting(LongText.Part::text)
                .containsExactly("one two\n\nthree", "four");
        assertThat(cut("one two\n\nthree fou", 9))
                .containsExactly(
                        new LongText.Part("text", 0, 0, 0, "one two"),
                        new LongText.Part("text", 1, 2, 0, "three fou"));
    }

    /** Nobody can see white space at the end of an input, and a client may take it away. */
    @Test
    void cut_whereLinesAreIndented_prefersOthers() {
        assertThat(cut("aaaa\nbbbb\n  cc\ndd", 10))
                .extracting(LongText.Part::text)
                .containsExactly("aaaa\nbbbb", "  cc\ndd");
        assertThat(cut("aaaaaaaaaaaa\nbb\n  cc\ndd", 16))
                .extracting(LongText.Part::text)
                .containsExactly("aaaaaaaaaaaa", "bb\n  cc\ndd");
    }

    @Test
    void cut_oneLongLine_splitsNoCharacter() {
        assertThat(cut("😀".repeat(10), 7))
                .extracting(LongText.Part::text)
                .containsExactly("😀😀😀", "😀😀😀", "😀😀😀", "😀");
        assertThat(cut("word ".repeat(4).strip(), 11))
                .extracting(LongText.Part::text)
                .containsExactly("word word w", "ord word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "one",
                "one\n",
                "\n\none\n\n\n",
                "# Title\n\nBody.\n\n- a\n  - b\n\nEnd.\n",
                "    indented\n    code\n\n\n\nafter\n"
            })
    void join_whatNobodyChanged_isTheTextAsItWas(String text) {
        for (int most = 4; most < 40; most++) {
            assertThat(sent(cut(text, most), UnaryOperator.identity())).isEqualTo(text);
        }
    }

    @Test
    void join_persona_survivesClientsThatTrimOrSendReturns() {
        String text =
                IntStream.range(0, 400)
                        .mapToObj(i -> i % 7 == 3 ? "" : "Line " + i + " of the prompt.")
                        .collect(Collectors.joining("\n", "---\nmodel: x\n---\n", "\n"));

        List<LongText.Part> parts = cut(text, 3_200);

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(sent(parts, String::strip)).isEqualTo(text);
        assertThat(sent(parts, part -> part.replace("\n", "\r\n"))).isEqualTo(text);
    }

    @Test
    void join_randomTexts_areAsTheyWere() {
        Random random = new Random(20_261_121);
        for (int i = 0; i < 500; i++) {
            String text =
                    random.ints(random.nextInt(300), 0, 8)
                            .mapToObj(letter ->
                                    List.of("a", "b", "\n", "\n", " ", "é", "😀", "-").get(letter))
                            .collect(Collectors.joining());
            String whole = text.isBlank() ? "x" + text : text;

            assertThat(sent(cut(whole, 5 + random.nextInt(40)), UnaryOperator.identity()))
                    .isEqualTo(whole);
        }
    }

    @Test
    void join_emptiedParts_leaveNoLines() {
        List<LongText.Part> parts = cut("one two\n\nthree fou\n\n\nfive sixx\n", 9);

        assertThat(sent(parts, text -> text.startsWith("three") ? "" : text))
                .isEqualTo("one two\n\n\nfive sixx\n");
        assertThat(sent(parts, text -> text.startsWith("one") ? "" : text))
                .isEqualTo("three fou\n\n\nfive sixx\n");
        assertThat(sent(parts, _ -> "")).isEmpty();
    }

    @Test
    void join_moreInTheNextPart_goesOnInANewLine() {
        LongText.Part first = cut("one\n", 9).getFirst();

        assertThat(LongText.join(List.of(first, first.next()))).isEqualTo("one\n");
        assertThat(LongText.join(List.of(new LongText.Part("text", 1, 1, 1, "two"), first)))
                .isEqualTo("one\ntwo\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text.0.0",
                "Text.0.0.0",
                "text.-1.0.0",
                "text.0.99999.0",
                "question",
                "text.0.0.0.0"
            })
    void read_otherIds_areNone(String id) {
        assertThat(LongText.Part.read(id, "x")).isEmpty();
    }
}
