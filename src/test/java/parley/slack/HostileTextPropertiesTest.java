package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import parley.chat.Button;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.UserId;
import parley.testing.HostileText;

/** Slack's own texts and ours, whatever stands in them. */
final class HostileTextPropertiesTest {
    /** What wakes people, or may, once entities are read as often as one likes. */
    private static final Pattern LIVE =
            Pattern.compile(
                    "<!(channel|here|everyone|group|subteam)|<@[uwb][a-z0-9]"
                            + "|(?<![a-z0-9_])@(channel|here|everyone)(?![a-z0-9_])",
                    Pattern.CASE_INSENSITIVE);

    @Provide
    Arbitrary<String> mentions() {
        return HostileText.mentions(14);
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.hostile(40);
    }

    @Provide
    Arbitrary<String> longest() {
        return HostileText.mentions(40)
                .map(text ->
                        text.isEmpty()
                                ? text
                                : text.repeat(SlackLimits.MESSAGE_LENGTH / text.length()));
    }

    private static boolean live(String text) {
        String before = "";
        String now = text;
        while (!now.equals(before)) {
            before = now;
            now =
                    now.replace("&amp;", "&")
                            .replaceAll("(?i)&(lt|#0*60|#x0*3c);", "<")
                            .replaceAll("(?i)&(commat|#0*64|#x0*40);", "@")
                            .replaceAll("(?i)&(excl|#0*33|#x0*21);", "!");
        }
        return LIVE.matcher(now.replace("\\!", "!").replace("\\@", "@")).find();
    }

    @Property
    void inert_anyMention_wakesNobodyAndReadsTheSame(@ForAll("mentions") String text) {
        String inert = Inert.of(text);

        assertThat(live(inert)).isFalse();
        assertThat(inert.replace("\u2060", "")).isEqualTo(text.replace("\u2060", ""));
        assertThat(Inert.of(inert)).isEqualTo(inert);
    }

    @Property
    void inert_anyChunks_onlyEverGrowsAndNeverWakes(
            @ForAll("mentions") String text,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 9) Integer> lengths) {
        StringBuilder so = new StringBuilder();
        String shown = "";
        for (String chunk : HostileText.chunks(text, lengths)) {
            so.append(chunk);
            String now = Inert.growing(so.toString());
            assertThat(now).startsWith(shown);
            assertThat(live(now)).isFalse();
            shown = now;
        }

        assertThat(Inert.of(text)).startsWith(shown);
    }

    @Property
    void blocks_longestMessage_staysWithinSlacksLimits(
            @ForAll("longest") String text, @ForAll("hostile") String note) {
        List<LayoutBlock> blocks = SlackBlocks.whole(message(text, note.repeat(50)));

        assertThat(blocks).hasSizeLessThanOrEqualTo(50);
        int markdown = 0;
        int all = 0;
        for (LayoutBlock block : blocks) {
            switch (block) {
                case MarkdownBlock words -> {
                    markdown += words.getText().length();
                    assertThat(live(words.getText())).isFalse();
                }
                case ContextBlock small -> {
                    String words = ((PlainTextObject) small.getElements().getFirst()).getText();
                    assertThat(words).hasSizeBetween(1, 3_000);
                    all += words.length();
                }
                default -> {
                    // Buttons say nothing of the model's.
                }
            }
        }
        assertThat(markdown).isLessThanOrEqualTo(12_000);
        assertThat(all + markdown).isLessThanOrEqualTo(13_000);
    }

    private static Outgoing message(String text, String note) {
        return new Outgoing(
                new Reference("T-1"),
                new UserId("U1"),
                0,
                text,
                text.length(),
                Optional.of(note).filter(it -> !it.isBlank()),
                Optional.of("persona · " + note + "x"),
                List.of(Button.RETRY),
                true);
    }

    @Property
    void preview_anyMessage_isOneShortLineThatWakesNobody(@ForAll("hostile") String text) {
        String preview = Plain.preview(message(text, ""));

        assertThat(preview).hasSizeLessThanOrEqualTo(6 * 150).doesNotContain("\n", "<", ">");
        assertThat(live(preview.replace("&lt;", "<").replace("&gt;", ">"))).isFalse();
    }

    @Property
    void markdown_anyTypedText_comesBackAsItWas(@ForAll("hostile") String typed) {
        // Slack itself keeps no such marks of ours in what people type.
        assertThat(Mrkdwn.toMarkdown(Mrkdwn.escape(typed), Names.NONE)).isEqualTo(typed);
    }

    @Property
    void markdown_whateverSlackSends_neverFailsAndOpensNothingTwice(
            @ForAll("mentions") String sent, @ForAll("hostile") String more) {
        String read = Mrkdwn.toMarkdown(sent + more, Names.NONE);

        assertThat(OpenNames.close(read, Names.NONE)).isEqualTo(read);
    }

    @Property
    void excerpt_anyCut_fitsAndEndsInNoHalfReference(
            @ForAll("hostile") String text, @ForAll @IntRange(min = 1, max = 80) int most) {
        String cut = MrkdwnExcerpt.of(text, most);

        assertThat(cut).hasSizeLessThanOrEqualTo(most);
        if (!cut.equals(text)) {
            assertThat(text).startsWith(cut.substring(0, cut.length() - 1));
            assertThat(cut).endsWith("…");
        }
    }
}
