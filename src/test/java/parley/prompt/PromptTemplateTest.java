package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.ThreadId;

final class PromptTemplateTest {
    private static List<String> faults(String prompt) {
        var faults = new FaultList("x.md");
        PromptTemplate.check(prompt, 10, faults);
        return faults.toList().stream().map(PersonaFault::toString).toList();
    }

    @Test
    void fill_knownVariables_putsTheFactsIn() {
        ThreadId place = ThreadId.parse("web/parley/incidents/42");

        assertThat(PromptTemplate.fill("{{platform}} {{ workspace }} {{{channel}}}", place))
                .isEqualTo("web parley incidents");
    }

    @Test
    void fill_valueThatLooksLikeMarkup_staysAsItIs() {
        ThreadId place = ThreadId.parse("web/<b>&{{platform}}/{{#x}}/42");

        assertThat(PromptTemplate.fill("{{workspace}} {{channel}}", place))
                .isEqualTo("<b>&{{platform}} {{#x}}");
    }

    @Test
    void fill_comment_isLeftOut() {
        assertThat(faults("one\n{{! why }}\ntwo")).isEmpty();
        assertThat(PromptTemplate.fill("one\n{{! why }}\ntwo", ThreadId.parse("web/a/b/1")))
                .isEqualTo("one\ntwo");
    }

    @Test
    void fill_otherDelimiters_leaveDoubleBracesAlone() {
        ThreadId place = ThreadId.parse("web/parley/incidents/42");
        String prompt = "{{=<% %>=}}\nHelm: {{ .Values.x }} in <%channel%>";

        assertThat(faults(prompt)).isEmpty();
        assertThat(PromptTemplate.fill(prompt, place))
                .endsWith("Helm: {{ .Values.x }} in incidents");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            commentCharacter = '~',
            textBlock =
                    """
                    chanel           | unknown variable '{{chanel}}'. Did you mean '{{channel}}'?
                    user             | unknown variable '{{user}}'. Known are {{platform}},
                    channel.name     | unknown variable '{{channel.name}}'
                    .                | unknown variable '{{.}}'
                    this             | unknown variable '{{this}}'
                    -index           | unknown variable '{{-index}}'
                    >default         | '{{>default}}' does more than name a variable
                    #channel}}{{/channel | '{{#channel}}' does more than name a variable
                    ^channel}}{{/channel | '{{^channel}}' does more than name a variable
                    #channel         | the variables cannot be read
                    """)
    void check_otherTag_pointsToItsLine(String tag, String message) {
        assertThat(faults("one\n" + tag + " {{channel}}\nthree {{" + tag + "}}\nfour"))
                .singleElement()
                .asString()
                .startsWith("x.md:12: ")
                .contains(message);
    }

    @Test
    void check_severalUnknownVariables_namesEachOnce() {
        assertThat(faults("{{a}}\n{{b}} {{a}}\n\n{{c}}"))
                .extracting(fault -> fault.substring(0, 30))
                .containsExactly(
                        "x.md:10: unknown variable '{{a",
                        "x.md:11: unknown variable '{{b",
                        "x.md:13: unknown variable '{{c");
    }

    @ParameterizedTest
    @CsvSource({"{{channel", "{{channel}", "a { b } }} c"})
    void check_halfATag_isAFaultOrPlainText(String prompt) {
        if (faults(prompt).isEmpty()) {
            ThreadId place = ThreadId.parse("web/parley/incidents/42");
            assertThat(PromptTemplate.fill(prompt, place)).isEqualTo(prompt);
        }
    }
}
