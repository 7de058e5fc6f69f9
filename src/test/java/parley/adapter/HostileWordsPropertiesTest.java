package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import parley.chat.Title;
import parley.testing.HostileText;

/** Names and words of strangers in lines of ours. */
final class HostileWordsPropertiesTest {
    private static final Pattern BOT = Pattern.compile("<@U1(?:\\|[^>]*+)?>");

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.hostile(40);
    }

    @Property
    void oneLine_anyName_isOneShortLine(@ForAll("hostile") String name) {
        String line = OneLine.of(name);

        assertThat(line).hasSizeLessThanOrEqualTo(80).isEqualTo(line.strip());
        assertThat(line.chars().noneMatch(Character::isISOControl)).isTrue();
        assertThat(line.lines().count()).isLessThanOrEqualTo(1);
        assertThat(line).doesNotContain("\u2028", "\u2029");
        assertThat(HostileText.broken(line)).isFalse();
    }

    @Property
    void excerpt_anyText_isItsBeginning(
            @ForAll("hostile") String text, @ForAll @IntRange(min = 1, max = 60) int most) {
        String cut = Excerpt.of(text, most);

        assertThat(cut).hasSizeLessThanOrEqualTo(most);
        assertThat(text.startsWith(cut) || text.startsWith(cut.substring(0, cut.length() - 1)))
                .isTrue();
        assertThat(HostileText.broken(text) || !HostileText.broken(cut)).isTrue();
    }

    @Property
    void title_anyQuestion_isOneShortLine(@ForAll("hostile") String question) {
        assertThat(Title.of(question)).hasSizeBetween(1, 60).doesNotContain("\n", "\r", "\u2028");
    }

    @Property
    void strip_mentionsAroundAnyWords_leavesTheWords(
            @ForAll("hostile") String words,
            @ForAll @IntRange(max = 3) int before,
            @ForAll @IntRange(max = 3) int after) {
        var mention = new BotMention(BOT);
        String own = mention.strip(words.replace("<", "(").replace(">", ")"));

        assertThat(mention.strip("<@U1> ".repeat(before) + " " + own + " <@U1|x>".repeat(after)))
                .isEqualTo(before > 0 ? own.replaceFirst("^[,:]\\s*", "") : own);
    }
}
