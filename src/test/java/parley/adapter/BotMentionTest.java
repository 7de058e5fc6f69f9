package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BotMentionTest {
    private final BotMention mention =
            new BotMention(Pattern.compile("<@U0PARLEY01(?:\\|[^>]*+)?>"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            textBlock =
                    """
                    @P hello → hello
                    @P, hello → hello
                    @P: hello → hello
                    @P @P hello @P → hello
                    hello @P → hello
                    hello, @P? → hello, @P?
                    so @P said hello → so @P said hello
                    @P\u00a0hello → hello
                    hello → hello
                    """)
    void strip_addressAtTheEnds_leavesTheWords(String text, String words) {
        assertThat(mention.strip(text.replace("@P", "<@U0PARLEY01>")))
                .isEqualTo(words.replace("@P", "<@U0PARLEY01>"));
        assertThat(mention.strip(text.replace("@P", "<@U0PARLEY01|parley>")))
                .isEqualTo(words.replace("@P", "<@U0PARLEY01|parley>"));
    }

    @Test
    void strip_nothingElse_isNothing() {
        assertThat(mention.strip(" <@U0PARLEY01> ")).isEmpty();
        assertThat(mention.strip("")).isEmpty();
    }

    @Test
    void in_textThatNamesAnother_isFalse() {
        assertThat(mention.in("<@U0PARLEY012> <@U0PARLEY0> @Parley")).isFalse();
        assertThat(mention.in("hey <@U0PARLEY01>!")).isTrue();
    }

    @Test
    void strip_longRunsOfSpaces_isQuickEnough() {
        String spaces = " ".repeat(40_000);

        assertThat(mention.strip("a" + spaces + "<@U0PARLEY01" + spaces + "b"))
                .startsWith("a ")
                .endsWith(" b");
    }

    @Test
    void strip_nothingButMentions_isQuickEnough() {
        String many = "<@U0PARLEY01> ".repeat(200_000);

        assertThat(mention.strip(many)).isEmpty();
        assertThat(mention.strip("a " + many)).isEqualTo("a");
    }
}
