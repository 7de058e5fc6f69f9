package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer shows as stable stays: platforms that can only append rely on it. */
final class StableTextTest {
    private static final List<String> HARD =
            List.of(
                    "so **bold*** and *a** and __b___ ",
                    "[a bracket that is no link " + "and goes on ".repeat(30) + "](x) ",
                    "![alt](http://a.b/" + "c".repeat(200) + ") ",
                    "`code " + "that goes on ".repeat(12) + "` `` ` ",
                    "`a`` b` ",
                    "\n  ```java\nx\n  ```\n",
                    "\n   | a | b |\n   |---|---|\n   | 1 | 2 |\nafter\n",
                    "\n| no table\n\n",
                    "\n~~~\n```\n~~~\n",
                    "\n```\n\n\n```\n",
                    "\n    four spaces\n",
                    "\n```not a fence``` x\n",
                    "\\<!channel> \\@here <@U123> &amp; ",
                    "|" + "z".repeat(2_100) + "|\n|---|\n",
                    "```" + " ".repeat(300) + "\n");

    private static String sample(Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 3_000) {
            text.append(MarkdownSamples.random(random.nextLong(), random.nextInt(900)));
            text.append(HARD.get(random.nextInt(HARD.size())));
        }
        return text.toString();
    }

    private static String stable(Part part) {
        return part.shown().substring(0, part.stable());
    }

    /** Settled parts stay as they are, which the splitter's test holds. */
    private static void assertGrown(List<Part> before, List<Part> now) {
        for (int i = Math.max(0, before.size() - 1); i < before.size(); i++) {
            String kept = i < now.size() ? stable(now.get(i)) : "";
            if (!kept.startsWith(stable(before.get(i)))) {
                fail("part %d was «%s» and is «%s»", i, stable(before.get(i)), kept);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48})
    void stable_randomMarkdownInRandomPieces_onlyEverGrows(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            String text = sample(random);
            int limit = 100 + random.nextInt(run % 3 == 0 ? 200 : 9_000);
            int longest = 1 + random.nextInt(run % 2 == 0 ? 3 : 60);
            GrowingText growing = new MessageSplitter(limit).growing();
            List<Part> before = List.of();
            for (int at = 0; at < text.length(); ) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(longest));
                growing.append(text.substring(at, end));
                at = end;
                List<Part> now = growing.draft();
                assertGrown(before, now);
                before = now;
            }
            assertGrown(before, growing.whole());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void draft_growingMessage_neverTakesBackWhatItShows(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 8; run++) {
            String text = sample(random);
            GrowingText growing = new MessageSplitter(100_000).growing();
            String before = "";
            for (int end = 1; end <= text.length(); end++) {
                growing.append(text.substring(end - 1, end));
                String now = MessageSplitter.join(growing.draft());
                if (!now.startsWith(before)) {
                    fail("«%s» became «%s»", before, now);
                }
                before = now;
            }
        }
    }

    private static Part last(int messageLength, String text) {
        GrowingText growing = new MessageSplitter(messageLength).growing();
        growing.append(text);
        return growing.draft().getLast();
    }

    @Test
    void stable_messageWithMuchRoom_isAllButWhatClosesAFence() {
        String text = "words ".repeat(300);
        assertThat(last(4_000, text).stable()).isEqualTo(text.length());

        String code = "```java\nint x;\n";
        assertThat(last(4_000, code).shown()).isEqualTo(code + "```");
        assertThat(last(4_000, code).stable()).isEqualTo(code.length());
    }

    @Test
    void stable_reopenedFence_includesTheLineThatOpensItAgain() {
        Part part = last(200, "```java\n" + "int x;\n".repeat(35));

        assertThat(part.shown()).startsWith("```java\nint x;\n").endsWith("int x;\n```");
        assertThat(part.stable()).isEqualTo(part.shown().length() - "```".length());
    }

    @Test
    void stable_lastThird_goesUpToTheNewestParagraph() {
        String text = "One sentence. Another one.\n\n".repeat(33);

        assertThat(last(1_000, text + "And half a").stable()).isEqualTo(text.length());
    }

    @Test
    void stable_lastThird_stopsBeforeACodeBlockThatMayMoveOn() {
        String text = "One sentence. Another one.\n\n".repeat(30);
        String code = "```java\nint x;\n";

        assertThat(last(1_000, text + code).stable()).isEqualTo(text.length());
        assertThat(last(1_000, text + code + "```\n\nAfter it").stable())
                .isEqualTo((text + code + "```\n\n").length());
    }
}
