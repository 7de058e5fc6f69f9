package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import parley.testing.HostileText;

/** The answer's text cut into messages and shown while it grows, whatever the text is. */
final class SplitPropertiesTest {
    private static final Pattern FENCE = Pattern.compile("(?s) {0,3}(`{3,}|~{3,})(.*)");
    private static final Pattern CLOSER = Pattern.compile("\n?(`*|~*)");

    @Provide
    Arbitrary<String> texts() {
        return HostileText.hostile(120);
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(100, 140),
                Arbitraries.integers().between(141, 2_000),
                Arbitraries.just(8_500));
    }

    @Property
    void split_anyText_isWholeInPartsThatFit(
            @ForAll("texts") String text, @ForAll("limits") int limit) {
        List<Part> parts = new MessageSplitter(limit).split(text);

        assertThat(MessageSplitter.join(parts)).isEqualTo(text);
        for (Part part : parts) {
            assertThat(part.source()).isNotEmpty();
            assertThat(part.shown()).hasSizeBetween(1, limit).contains(part.source());
        }
    }

    @Property
    void split_textWithoutHalfPairs_cutsNoCharacter(
            @ForAll("texts") String text, @ForAll("limits") int limit) {
        String sound = text.replaceAll("\\p{Cs}", "");

        assertThat(new MessageSplitter(limit).split(sound))
                .allSatisfy(part -> assertThat(HostileText.broken(part.shown())).isFalse());
    }

    @Property
    void split_anyText_leavesNoFenceOpen(
            @ForAll("texts") String text, @ForAll("limits") int limit) {
        assertThat(new MessageSplitter(limit).split(text))
                .allSatisfy(part -> assertThat(open(part.shown(), limit / 4)).isFalse());
    }

    @Property
    void growing_anyChunks_endsAsTheWhole(
            @ForAll("texts") String text,
            @ForAll("limits") int limit,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 90) Integer> lengths) {
        var splitter = new MessageSplitter(limit);
        GrowingText growing = splitter.growing();
        for (String chunk : HostileText.chunks(text, lengths)) {
            growing.append(chunk);
            assertThat(growing.draft()).hasSizeGreaterThanOrEqualTo(0);
        }

        assertThat(growing.whole()).isEqualTo(splitter.split(text));
    }

    @Property
    void growing_anyChunks_showsBeginningsOfWhatIsShownInTheEnd(
            @ForAll("texts") String text,
            @ForAll("limits") int limit,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 90) Integer> lengths) {
        GrowingText growing = new MessageSplitter(limit).growing();
        List<List<Part>> drafts = new ArrayList<>();
        for (String chunk : HostileText.chunks(text, lengths)) {
            growing.append(chunk);
            drafts.add(growing.draft());
        }

        List<Part> end = growing.whole();
        for (List<Part> draft : drafts) {
            assertThat(text).startsWith(MessageSplitter.join(draft));
            for (int i = 0; i < draft.size(); i++) {
                beginning(draft.get(i), end.get(i), limit);
            }
        }
    }

    private static void beginning(Part draft, Part end, int limit) {
        assertThat(draft.shown()).hasSizeLessThanOrEqualTo(limit);
        assertThat(open(draft.shown(), limit / 4)).isFalse();
        assertThat(end.shown()).startsWith(draft.shown().substring(0, draft.stable()));
    }

    @Property
    void show_anyBeginning_isAPrefixAndAFenceThatIsClosed(@ForAll("texts") String text) {
        String shown = Draft.show(text);
        int same = 0;
        while (same < Math.min(shown.length(), text.length())
                && shown.charAt(same) == text.charAt(same)) {
            same++;
        }

        assertThat(open(shown, Integer.MAX_VALUE)).isFalse();
        assertThat(text.length() - same).isLessThanOrEqualTo(Draft.LONGEST_HELD);
        assertThat(shown.substring(same)).matches(CLOSER);
    }

    /** As CommonMark 4.5 says; a line that is too long to be repeated counts as text. */
    private static boolean open(String shown, int longest) {
        String fence = "";
        for (String line : shown.split("\n", -1)) {
            Matcher found = FENCE.matcher(line);
            if (!found.matches()) {
                continue;
            }
            String run = found.group(1);
            if (fence.isEmpty()) {
                boolean opens = run.charAt(0) == '~' || found.group(2).indexOf('`') < 0;
                fence = opens && line.stripLeading().length() <= longest ? run : "";
            } else if (run.startsWith(fence) && found.group(2).isBlank()) {
                fence = "";
            }
        }
        return !fence.isEmpty();
    }
}
