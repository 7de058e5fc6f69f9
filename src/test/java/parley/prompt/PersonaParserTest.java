package parley.prompt;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.Overview;
import parley.claude.Effort;
import parley.claude.ModelId;

final class PersonaParserTest {
    private static final String HEADER = "---\nname: scribe\ndescription: Takes notes.\n";

    private static List<String> faults(String text) {
        return faults("scribe.md", text);
    }

    private static List<String> faults(String file, String text) {
        var faults = new FaultList(file);
        Optional<PersonaFile> parsed =
                PersonaParser.parse(new SourceText(file, text, "hash"), faults);
        assertThat(parsed.isEmpty()).isEqualTo(!faults.isEmpty());
        return faults.toList().stream().map(PersonaFault::toString).toList();
    }

    private static Persona parse(String text) {
        var faults = new FaultList("scribe.md");
        Optional<PersonaFile> parsed =
                PersonaParser.parse(new SourceText("scribe.md", text, "hash"), faults);
        assertThat(faults.toList()).isEmpty();
        return parsed.orElseThrow().persona();
    }

    @Test
    void parse_everyKey_fillsThePersona() {
        Persona persona =
                parse(
                        HEADER
                                + """
                                model: claude-opus-5-5
                                max_tokens: 128000
                                effort: xhigh
                                temperature: 0.3
                                stop_sequences: ["END", "---"]
                                fallback_models:
                                  - claude-sonnet-5-5
                                footer: off
                                suggested_prompts:
                                  - title: Sum up
                                    message: "Sum up: what was decided?"
                                  - {title: Next, message: "Who does what next?"}
                                ---

                                You take notes in {{channel}}.
                                """);

        assertThat(persona)
                .isEqualTo(
                        new Persona(
                                new PersonaId("scribe"),
                                "Takes notes.",
                                Optional.of(new ModelId("claude-opus-5-5")),
                                128_000,
                                Optional.of(Effort.XHIGH),
                                OptionalDouble.of(0.3),
                                List.of("END", "---"),
                                List.of(new ModelId("claude-sonnet-5-5")),
                                false,
                                List.of(
                                        new Overview.Prompt("Sum up", "Sum up: what was decided?"),
                                        new Overview.Prompt("Next", "Who does what next?")),
                                "You take notes in {{channel}}.",
                                "hash",
                                0));
    }

    @Test
    void parse_onlyWhatMustBe_fillsInTheDefaults() {
        Persona persona = parse(HEADER + "---\nYou take notes.");

        assertThat(persona.model()).isEmpty();
        assertThat(persona.maxTokens()).isEqualTo(8_000);
        assertThat(persona.footer()).isTrue();
        assertThat(persona.stopSequences()).isEmpty();
        assertThat(persona.suggestedPrompts()).isEmpty();
    }

    @Test
    void parse_horizontalRuleInTheBody_belongsToTheBody() {
        assertThat(parse(HEADER + "---\none\n---\ntwo").prompt()).isEqualTo("one\n---\ntwo");
    }

    @Test
    void parse_noHeader_pointsToTheFirstLine() {
        assertThat(faults("You take notes."))
                .containsExactly(
                        "scribe.md:1: the file must begin with a header: '---', lines such as"
                                + " 'name: …', '---'");
    }

    @Test
    void parse_openHeader_saysHowToCloseIt() {
        assertThat(faults(HEADER + "You take notes."))
                .containsExactly(
                        "scribe.md:1: the header is not closed; put a line '---' before the system"
                                + " prompt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    model: [a          | 4 | this is not YAML: a quote or bracket is opened
                    model: "a          | 4 | this is not YAML: a quote or bracket is opened
                    model: a: b        | 4 | a second ': ' on one line
                    modell: x          | 4 | unknown key 'modell'. Did you mean 'model'?
                    colour: red        | 4 | unknown key 'colour'. Known are name, description,
                    name: scribe       | 4 | 'name' stands here twice
                    model: [a, b]      | 4 | model must be one line of text
                    model:             | 4 | model must be one line of text
                    max_tokens: many   | 4 | max_tokens must be a whole number from 1 to 128000, not 'many'
                    max_tokens: 0      | 4 | max_tokens must be a whole number from 1 to 128000, not '0'
                    max_tokens: 128001 | 4 | from 1 to 128000, not '128001'
                    max_tokens: 1.5    | 4 | max_tokens must be a whole number
                    temperature: 1.01  | 4 | temperature must be a number from 0 to 1, not '1.01'
                    temperature: -0.1  | 4 | temperature must be a number from 0 to 1
                    temperature: {}    | 4 | temperature must be a number from 0 to 1
                    effort: hihg       | 4 | effort must be one of low, medium, high, xhigh, max, not 'hihg'. Did you mean 'high'?
                    footer: maybe      | 4 | footer must be true or false
                    stop_sequences: a  | 4 | stop_sequences must be a list
                    stop_sequences: [a, b, c, d, e] | 4 | stop_sequences has 5 entries; at most 4
                    stop_sequences: [a, " "]        | 4 | every entry of stop_sequences must be text
                    fallback_models: [[a]]          | 4 | every entry of fallback_models must be text
                    suggested_prompts: hello        | 4 | suggested_prompts must be a list of entries
                    suggested_prompts: [hello]      | 4 | expected lines of the form 'key: value'
                    suggested_prompts: [{title: a}] | 4 | this entry of suggested_prompts lacks 'message'
                    suggested_prompts: [{message: a}]           | 4 | this entry of suggested_prompts lacks 'title'
                    suggested_prompts: [{title: "", message: a}] | 4 | title must be one line of text
                    """)
    void parse_faultInALine_pointsToIt(String line, int at, String message) {
        assertThat(faults(HEADER + line + "\n---\nYou take notes."))
                .singleElement()
                .asString()
                .startsWith("scribe.md:" + at + ": ")
                .contains(message);
    }

    @Test
    void parse_faultsInSuggestedPrompts_pointToTheirLines() {
        String entry = "  - title: a\n    message: b\n";
        String header =
                "suggested_prompts:\n"
                        + entry.repeat(4)
                        + "  - titel: "
                        + "\n    message: "
                        + "m".repeat(1_001)
                        + "\n  - title: "
                        + "t".repeat(81)
                        + "\n    message: c\n";

        assertThat(faults(HEADER + header + "---\nYou take notes."))
                .containsExactly(
                        "scribe.md:4: suggested_prompts has 6 entries; at most 4 are allowed",
                        "scribe.md:13: unknown key 'titel'. Did you mean 'title'?",
                        "scribe.md:13: this entry of suggested_prompts lacks 'title'",
                        "scribe.md:14: message has 1,001 characters; at most 1,000 are allowed",
                        "scribe.md:15: title has 81 characters; at most 80 are allowed");
    }

    @Test
    void parse_severalFaults_namesEachInOrderOfLines() {
        assertThat(faults("---\nname: other\nmax_tokens: x\nfooter: 7\n---\n{{nobody}}\n"))
                .extracting(fault -> fault.split(": ", 2)[0])
                .containsExactly(
                        "scribe.md:1", "scribe.md:2", "scribe.md:3", "scribe.md:4", "scribe.md:6");
    }

    @Test
    void parse_nameOfAnotherFile_saysWhichOneItIs() {
        assertThat(faults("---\nname: editor\ndescription: x\n---\nHello."))
                .containsExactly(
                        "scribe.md:2: the name 'editor' is not the persona's, which is 'scribe'; write"
                                + " 'name: scribe'");
    }

    @Test
    void parse_impossibleFileName_asksToRenameIt() {
        assertThat(faults("My Notes.md", HEADER + "---\nHello."))
                .singleElement()
                .asString()
                .startsWith("My Notes.md:1: rename the file");
    }

    @Test
    void parse_noPrompt_pointsBelowTheHeader() {
        assertThat(faults(HEADER + "---\n \n"))
                .containsExactly(
                        "scribe.md:4: there is no system prompt; write it below the second '---'");
    }

    @Test
    void parse_endlessPrompt_isRefused() {
        assertThat(faults(HEADER + "---\n" + "a".repeat(100_001)))
                .containsExactly(
                        "scribe.md:5: the system prompt has 100,001 characters; at most 100,000 are"
                                + " allowed");
    }

    @Test
    void parse_thousandsOfUnknownVariables_areNotAllLookedFor() {
        String prompt =
                IntStream.range(0, 10_000).mapToObj("{{a%d}}"::formatted).collect(joining("\n"));

        assertThat(faults(HEADER + "---\n" + prompt))
                .hasSizeBetween(50, 100)
                .first()
                .asString()
                .startsWith("scribe.md:5: unknown variable '{{a0}}'.");
    }

    @Test
    void parse_controlCharactersInAMessage_stayOnOneLine() {
        assertThat(faults(HEADER + "\"a\\nb\": 1\n---\nHello."))
                .singleElement()
                .asString()
                .doesNotContain("\n");
    }
}
