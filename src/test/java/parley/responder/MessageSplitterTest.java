package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageSplitterTest {
    private static final String WORD = "lorem ipsum ";

    private static List<String> shown(int messageLength, String text) {
        return new MessageSplitter(messageLength).split(text).stream().map(Part::shown).toList();
    }

    @Test
    void split_emptyText_hasNoParts() {
        assertThat(shown(100, "")).isEmpty();
    }

    @Test
    void split_textThatJustFits_isOnePart() {
        assertThat(shown(100, "x".repeat(100))).hasSize(1);
        assertThat(shown(100, "x".repeat(101))).hasSize(2);
    }

    @Test
    void split_paragraphsInReach_cutsBehindTheLastOne() {
        String first = "a".repeat(70) + "\n\n";
        String second = "b\nc. d e ";

        assertThat(shown(100, first + second.repeat(9))).first().isEqualTo(first);
    }

    @Test
    void split_noParagraphInReach_cutsBehindALine() {
        String text = "a".repeat(80) + "\nb. c d " + "e".repeat(80);

        assertThat(shown(100, text)).first().isEqualTo("a".repeat(80) + "\n");
    }

    @Test
    void split_oneLongLine_cutsBehindASentence() {
        String text = "a".repeat(80) + ". b c " + "e".repeat(80);

        assertThat(shown(100, text)).first().isEqualTo("a".repeat(80) + ". ");
    }

    @Test
    void split_oneLongSentence_cutsBehindAWord() {
        assertThat(shown(100, WORD.repeat(20))).first().isEqualTo("lorem ipsum ".repeat(8));
    }

    @Test
    void split_oneLongWord_neverCutsACharacter() {
        String faces = "\ud83d\ude00".repeat(100);

        assertThat(shown(101, faces)).first().isEqualTo("\ud83d\ude00".repeat(50));
    }

    @Test
    void split_joinedCharacters_stayTogether() {
        String coder = "\ud83d\udc69\u200d\ud83d\udcbb";

        assertThat(shown(101, coder.repeat(40))).first().isEqualTo(coder.repeat(20));
    }

    @Test
    void split_fenceLateInTheMessage_cutsBeforeIt() {
        String before = "a".repeat(70) + "\n";
        String text = before + "```java\n" + "int x;\n".repeat(10) + "```\n";

        assertThat(shown(100, text)).first().isEqualTo(before);
    }

    @Test
    void split_longFence_isClosedAndOpenedAgainWithItsLanguage() {
        String text = "```java title=A\n" + "int x;\n".repeat(30) + "```\nend";

        List<String> parts = shown(120, text);

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts.getFirst()).startsWith("```java title=A\n").endsWith("int x;\n```");
        assertThat(parts.get(1)).startsWith("```java\nint x;\n").endsWith("int x;\n```");
        assertThat(parts.getLast()).startsWith("```java\nint x;\n").endsWith("int x;\n```\nend");
    }

    @Test
    void split_tableLateInTheMessage_cutsBeforeIt() {
        String before = "a".repeat(70) + "\n";

        assertThat(shown(100, before + "|a|b|\n|-|-|\n" + "|1|2|\n".repeat(9)))
                .first()
                .isEqualTo(before);
    }

    @Test
    void split_longTable_cutsBetweenRows() {
        String text = "|a|b|\n|-|-|\n" + "| one cell | another |\n".repeat(20);

        assertThat(shown(200, text)).allSatisfy(part -> assertThat(part).endsWith("|\n"));
    }

    @Test
    void split_fenceLeftOpenByTheModel_isClosed() {
        assertThat(shown(100, "```\nx")).containsExactly("```\nx\n```");
    }

    @Test
    void new_messagesTooShort_saysWhatIsNeeded() {
        assertThatThrownBy(() -> new MessageSplitter(99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a message must hold at least 100 characters, not 99");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void split_randomMarkdown_losesNothingAndFits(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 150; run++) {
            String text = MarkdownSamples.random(random.nextLong(), random.nextInt(12_000));
            int limit = 100 + random.nextInt(run % 3 == 0 ? 100 : 5_000);

            List<Part> parts = new MessageSplitter(limit).split(text);

            assertThat(MessageSplitter.join(parts)).isEqualTo(text);
            assertThat(parts).allSatisfy(part -> check(part, limit));
        }
    }

    private static void check(Part part, int limit) {
        assertThat(part.shown()).hasSizeBetween(1, limit).contains(part.source());
        assertThat(part.source()).isNotEmpty();
        assertThat(openFence(part.shown(), limit)).isFalse();
        String inserted =
                part.shown().replaceFirst(java.util.regex.Pattern.quote(part.source()), "");
        assertThat(inserted).matches("((`{3,}|~{3,})\\S*\n)?\n?(`{3,}|~{3,})?");
    }

    private static boolean openFence(String shown, int limit) {
        BlockScanner blocks = new BlockScanner(0, Optional.empty(), 0, limit / 4);
        blocks.readLines(shown + "\n");
        return blocks.fence().isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void split_growingText_neverChangesWhatWasCut(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 8; run++) {
            String text = MarkdownSamples.random(random.nextLong(), 1_500);
            var splitter = new MessageSplitter(100 + random.nextInt(300));
            List<Part> before = List.of();
            for (int end = 0; end <= text.length(); end++) {
                List<Part> now = splitter.split(text.substring(0, end));
                int settled = Math.max(0, before.size() - 1);
                assertThat(now.subList(0, settled)).isEqualTo(before.subList(0, settled));
                before = now;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void growing_drafts_fitAndEndAsTheWhole(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            String text = MarkdownSamples.random(random.nextLong(), 6_000);
            int limit = 100 + random.nextInt(run % 2 == 0 ? 200 : 3_000);
            var splitter = new MessageSplitter(limit);
            GrowingText growing = splitter.growing();
            int at = 0;
            while (at < text.length()) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(40));
                growing.append(text.substring(at, end));
                at = end;
                for (Part part : growing.draft()) {
                    assertThat(part.shown()).hasSizeLessThanOrEqualTo(limit);
                    assertThat(openFence(part.shown(), limit)).isFalse();
                }
            }

            assertThat(growing.whole()).isEqualTo(splitter.split(text));
        }
    }
}
