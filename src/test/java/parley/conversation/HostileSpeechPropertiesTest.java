package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import parley.chat.Author;
import parley.chat.UserId;
import parley.testing.HostileText;

/** What people write, and call themselves and their files, as the model reads it. */
final class HostileSpeechPropertiesTest {
    /** A wrapper as a reader might see one, after look-alikes and what nobody sees are gone. */
    private static final Pattern WRAPPER =
            Pattern.compile("<[\\s/]*(?:message|attached-file)", Pattern.CASE_INSENSITIVE);

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.hostile(50);
    }

    private static String seen(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{Cf}\\p{Cc}]", " ");
    }

    private static long wrappers(String text) {
        return WRAPPER.matcher(seen(text)).results().count();
    }

    @Property
    void wrap_anyNameAndText_isOneMessageOfThatAuthor(
            @ForAll("hostile") String name, @ForAll("hostile") String text) {
        String wrapped = Speech.wrap(new Author(new UserId("u"), name), Talk.NOON, text);

        assertThat(wrappers(wrapped)).isEqualTo(2);
        assertThat(wrapped).endsWith("\n</message>");
        String head = wrapped.substring(0, wrapped.indexOf('\n'));
        assertThat(head).matches("<message from=\"[^\"<>]*\" at=\"2026-11-21 12:00 UTC\">");
        assertThat(HostileText.broken(head)).isFalse();
    }

    @Property
    void wrapFile_anyNameAndText_isOneFile(
            @ForAll("hostile") String name, @ForAll("hostile") String text) {
        String wrapped = Speech.wrapFile(name, text);

        assertThat(wrappers(wrapped)).isEqualTo(2);
        assertThat(wrapped).endsWith("\n</attached-file>");
        assertThat(wrappers(Speech.announce(name))).isEqualTo(1);
    }

    @Property
    void fileName_anyName_isOneShortLineWithoutSigns(@ForAll("hostile") String name) {
        String plain = FileName.plain(name);

        assertThat(plain.codePointCount(0, plain.length())).isBetween(1, 80);
        assertThat(plain)
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"<>&\\[\\]`]");
    }

    @Property
    void codeBlocks_anyAnswer_areFoundWithoutAFault(@ForAll("hostile") String text) {
        assertThat(CodeBlock.in(text))
                .allSatisfy(block -> assertThat(block.extension()).matches("[a-z0-9]{1,5}"));
    }
}
