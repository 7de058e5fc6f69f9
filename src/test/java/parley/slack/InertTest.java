package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InertTest {
    private static final String JOINER = "\u2060";

    /** As a careless reader of Slack's mentions would look for them, entities decoded first. */
    private static final Pattern LIVE =
            Pattern.compile(
                    "<!(channel|here|everyone|group|subteam|date)|<@[uwb][a-z0-9]"
                            + "|<#[cg][a-z0-9]*[0-9]"
                            + "|(?<![a-z0-9_])@(channel|here|everyone)(?![a-z0-9_])",
                    Pattern.CASE_INSENSITIVE);

    private static final List<String> PIECES =
            List.of(
                    "<!channel>",
                    "<!here|here>",
                    "<!EVERYONE>",
                    "<!subteam^S123|@team>",
                    "<!date^1392734382^{date}|then>",
                    "<@U123ABC>",
                    "<@W9|ann>",
                    "<@u1",
                    "<#C024BE7LR|general>",
                    "&lt;!channel&gt;",
                    "&#60;!here>",
                    "&#x3C;@U123>",
                    "&amp;lt;!everyone&amp;gt;",
                    "<\\!here>",
                    "<&#33;channel>",
                    "&commat;here",
                    "@channel",
                    "@Here",
                    "@everyone",
                    "ann@here.com",
                    "@heretic",
                    "@chan",
                    "<",
                    "@",
                    "&",
                    "&lt;",
                    "&#",
                    "<!",
                    "<!--",
                    "<!DOCTYPE html>",
                    "<b>",
                    "a < b && c > d",
                    "```java\n@Override\n```\n",
                    "\ud83d\ude00",
                    "| a | b |\n",
                    " ",
                    "\n",
                    "x",
                    "\u2060");

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String decoded(String text) {
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
        return now.replace("\\!", "!").replace("\\@", "@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<!here>",
                "<!everyone>",
                "<!Here|here>",
                "<!subteam^S1>",
                "<!subteam^S1|@x>",
                "<!date^1^{date}|x>",
                "<!group>",
                "<@U123>",
                "<@W123|ann>",
                "<@B123>",
                "<@u123>",
                "<#C123>",
                "<#C123|general>",
                "&lt;!channel&gt;",
                "&LT;!channel&GT;",
                "&#60;!channel&#62;",
                "&#060;!channel>",
                "&#x3c;!channel>",
                "&lt;@U123&gt;",
                "&amp;lt;!here>",
                "&lt;&excl;here>",
                "<&#64;U123>",
                "<\\@U123>",
                "@channel",
                "@here",
                "@everyone",
                "@HERE",
                "&#64;here",
                "`@here`",
                "(@here)",
                "**@everyone**",
                "@here.",
                "\u00e9@here\u00e9",
            })
    void of_everyFormOfAMention_isNoMentionAndReadsTheSame(String mention) {
        String inert = Inert.of("Dear " + mention + " all");

        assertThat(LIVE.matcher(decoded("Dear " + mention + " all")).find()).isTrue();
        assertThat(LIVE.matcher(decoded(inert)).find()).isFalse();
        assertThat(inert.replace(JOINER, "")).isEqualTo("Dear " + mention + " all");
        assertThat(inert.length()).isEqualTo(("Dear " + mention + " all").length() + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@here.com",
                "ops_@channel",
                "@heretic and @channels",
                "List<@NonNull String>",
                "<!DOCTYPE html><!-- here --><b>&lt;b&gt;</b>",
                "if (a < b && c > d) { x = y &lt; z; }",
                "#include <unistd.h>",
                "<#if x><#list xs as x>",
                "<https://example.com|here>",
                "<mailto:ann@example.com>",
                "@Override @user @U123",
            })
    void of_anythingElse_isUntouched(String text) {
        assertThat(Inert.of(text)).isEqualTo(text);
    }

    @Test
    void of_again_changesNothing() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            String text = text(random);
            assertThat(Inert.of(Inert.of(text))).isEqualTo(Inert.of(text));
        }
    }

    @Test
    void of_anyText_hasNoMentionAndReadsTheSame() {
        Random random = new Random(2);
        for (int i = 0; i < 3_000; i++) {
            String text = text(random);
            assertThat(LIVE.matcher(decoded(Inert.of(text))).find()).as(text).isFalse();
            assertThat(Inert.of(text).replace(JOINER, "")).isEqualTo(text.replace(JOINER, ""));
        }
    }

    @Test
    void growing_anyTextCutAnywhere_isAPrefixOfWhatFollows() {
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            String text = text(random);
            String before = "";
            for (int end = 0; end <= text.length(); end++) {
                String now = Inert.growing(text.substring(0, end));
                assertThat(now).as(text).startsWith(before);
                before = now;
            }
            assertThat(Inert.of(text)).as(text).startsWith(before);
        }
    }

    @Test
    void growing_undecidedEnd_isHeldBackAndNothingElse() {
        assertThat(Inert.growing("Hello @")).isEqualTo("Hello ");
        assertThat(Inert.growing("Hello @chan")).isEqualTo("Hello ");
        assertThat(Inert.growing("Hello @channel")).isEqualTo("Hello ");
        assertThat(Inert.growing("Hello @changes")).isEqualTo("Hello @changes");
        assertThat(Inert.growing("a <")).isEqualTo("a ");
        assertThat(Inert.growing("a < b")).isEqualTo("a < b");
        assertThat(Inert.growing("a <!her")).isEqualTo("a ");
        assertThat(Inert.growing("a <!here")).isEqualTo("a <\u2060!here");
        assertThat(Inert.growing("a <!D")).isEqualTo("a ");
        assertThat(Inert.growing("a <!DO")).isEqualTo("a <!DO");
        assertThat(Inert.growing("a &am")).isEqualTo("a ");
        assertThat(Inert.growing("a & b")).isEqualTo("a & b");
        assertThat(Inert.growing("ann@here")).isEqualTo("ann@here");
        assertThat(Inert.growing("x \ud83d")).isEqualTo("x ");
    }

    @Test
    void growing_longText_holdsBackFewCharacters() {
        Random random = new Random(4);
        for (int i = 0; i < 3_000; i++) {
            String text = text(random);
            String shown = Inert.growing(text).replace(JOINER, "");
            assertThat(text.replace(JOINER, "").length() - shown.length())
                    .as(text.toLowerCase(Locale.ROOT))
                    .isLessThanOrEqualTo(60);
        }
    }
}
