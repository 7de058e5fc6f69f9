package parley.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.FormReply;
import parley.chat.Standing;
import parley.prompt.PersonaVersion;

/** Personas that are written in windows. */
final class PersonaWindowTest {
    @TempDir Path folder;
    private CommandRig rig;

    @BeforeEach
    void start() {
        rig = new CommandRig(folder);
    }

    private static Map<String, String> values(Form form) {
        return form.fields().stream().collect(Collectors.toMap(Form.Field::key, Form.Field::value));
    }

    private static Map<String, String> with(Form form, String field, String value) {
        Map<String, String> values = new HashMap<>(values(form));
        values.put(field, value);
        return values;
    }

    private FormReply asAda(Form form, String field, String value) {
        return rig.submit(CommandRig.ADA, Standing.ADMIN, form.id(), with(form, field, value));
    }

    private PersonaVersion inUse() {
        return rig.personas.version(CommandRig.WORKSPACE, CommandRig.ENGINEER).orElseThrow();
    }

    @Test
    void edit_persona_opensAWindowWithIt() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");

        assertThat(form.id()).isEqualTo("edit:engineer:1");
        assertThat(form.title()).isEqualTo("Edit engineer");
        assertThat(form.submit()).isEqualTo("Save");
        assertThat(values(form))
                .isEqualTo(
                        Map.of(
                                "settings",
                                "description: Code.\nmodel: claude-opus-5-5",
                                "prompt",
                                "Write:\n```\ncode\n```",
                                "reason",
                                ""));
        assertThat(form.fields())
                .extracting(Form.Field::optional)
                .containsExactly(false, false, true);
    }

    @Test
    void edit_longName_titleFits() {
        String name = "a-persona-whose-name-is-very-long";

        assertThat(rig.window(CommandRig.ADA, "/persona new " + name).title())
                .hasSize(24)
                .isEqualTo("New: a-persona-whose-na…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /persona edit         | Which persona? Write `/persona edit <name>`
                    /persona edit enginer | Did you mean 'engineer'? `/persona list` shows all. `/persona new enginer` makes one of that name.
                    /persona edit ../x    | There is no persona `../x`. `/persona list` shows all.
                    /persona new          | What shall it be called? Write `/persona new <name>`
                    /persona new ../x     | `../x` cannot be a persona's name: it has 1 to 40 letters
                    /persona new thread   | `thread` cannot be a persona's name: in commands it is a place.
                    /persona new engineer | There is a persona **engineer** already. `/persona edit engineer` changes it.
                    """)
    void window_wrongName_isAnsweredWithTheMend(String text, String answer) {
        assertThat(rig.asAdmin(text)).contains(answer);
    }

    @Test
    void submit_goodText_isTheNewVersionFromTheNextQuestionOn() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        Map<String, String> values = with(form, "prompt", "Be brief.\r\n".replace("\r", ""));
        values.put("reason", "less\ntalk");
        FormReply reply = rig.submit(CommandRig.ADA, Standing.ADMIN, form.id(), values);

        assertThat(reply)
                .isEqualTo(
                        new FormReply.Done(
                                "**engineer**: now version 2. It counts from the next question"
                                        + " on."));
        assertThat(inUse().text())
                .isEqualTo(
                        "---\nname: engineer\ndescription: Code.\nmodel: claude-opus-5-5\n---\n"
                                + "Be brief.\n");
        assertThat(inUse().reason()).isEqualTo("less talk");
        assertThat(inUse().author()).contains(CommandRig.ADA);
        assertThat(rig.prompt()).isEqualTo("Be brief.");
        assertThat(rig.notices.getFirst().text())
                .isEqualTo("**Ada Lovelace** edited **engineer** (now version 2) – `less talk`.");
        assertThat(rig.audited()).isEqualTo("ada DONE persona edit engineer: from version 1");
    }

    @Test
    void submit_manyFaults_areToldInShort() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        String prompt =
                IntStream.range(0, 30).mapToObj("{{a%d}}"::formatted).collect(joining("\n"));
        FormReply reply = asAda(form, "prompt", prompt);

        assertThat(reply.text()).hasLineCount(22).endsWith("\n… and 10 more");
    }

    @Test
    void submit_unchanged_isNoVersion() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");

        assertThat(asAda(form, "reason", "none"))
                .isEqualTo(new FormReply.Done("**engineer** has this text already: version 1."));
        assertThat(inUse().number()).isEqualTo(1);
        assertThat(rig.notices).isEmpty();
    }

    @Test
    void submit_twice_isOneVersion() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        FormReply first = asAda(form, "prompt", "Be brief.");

        assertThat(first).isInstanceOf(FormReply.Done.class);
        assertThat(asAda(form, "prompt", "Be brief.").text())
                .isEqualTo("**engineer** has this text already: version 2.");
        assertThat(inUse().number()).isEqualTo(2);
    }

    @Test
    void submit_theTextOfTheFile_takesTheOverrideBack() {
        rig.edit(CommandRig.ADA, "Be brief.", "");
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        Map<String, String> values =
                with(form, "settings", "description: Code.\nmodel: claude-opus-5-5");
        values.put("prompt", "Write:\n```\ncode\n```");

        assertThat(rig.submit(CommandRig.ADA, Standing.ADMIN, form.id(), values).text())
                .isEqualTo(
                        "**engineer**: this is the text of its file, which is in use again. It"
                                + " counts from the next question on.");
    }

    @Test
    void submit_wrongSettings_areRefusedWithTheLineAndTheRunningVersionStays() {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        String settings = "description: Code.\nmax_tokens: many\nmodle: x";
        var reply = (FormReply.Refused) asAda(form, "settings", settings);

        assertThat(reply.faults()).containsOnlyKeys("settings");
        assertThat(reply.faults().get("settings"))
                .startsWith("settings, line 2: max_tokens must be a whole number from 1 to 128000")
                .endsWith(" (and 1 more)")
                .hasSizeLessThanOrEqualTo(150);
        assertThat(reply.text())
                .startsWith(
                        "Nothing was stored; what was in use stays so.\n- settings, line 2: max")
                .contains("\n- settings, line 3: unknown key 'modle'. Did you mean 'model'?");
        assertThat(inUse().number()).isEqualTo(1);
        assertThat(rig.notices).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    settings | max_tokens: 1                | settings: the header lacks 'description'
                    settings | 'description: a\n---\nb: c' | settings, line 2: '---' would end the settings
                    settings | 'description: a\nname: b'   | settings, line 2: 'name' stands here twice
                    settings | 'description: "a'           | settings, line 1: this is not YAML
                    prompt   | ' '                          | prompt: write what the persona is and does
                    prompt   | 'One\nTwo {{chanel}}'       | prompt, line 2: unknown variable '{{chanel}}'. Did you mean '{{channel}}'?
                    """)
    void submit_fault_isToldByFieldAndLine(String field, String value, String fault) {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        var reply = (FormReply.Refused) asAda(form, field, value.replace("\\n", "\n"));

        assertThat(reply.faults().get(field)).startsWith(fault);
        assertThat(reply.text()).contains("- " + fault);
    }

    @Test
    void submit_anotherWasQuicker_seesWhatChangedAndKeepsTheirText() {
        Form adas = rig.window(CommandRig.ADA, "/persona edit engineer");
        Form graces = rig.window(CommandRig.GRACE, "/persona edit engineer");
        FormReply first =
                rig.submit(
                        CommandRig.GRACE,
                        Standing.ADMIN,
                        graces.id(),
                        with(graces, "prompt", "Be long."));
        var reply = (FormReply.Refused) asAda(adas, "prompt", "Be brief.");

        assertThat(first).isInstanceOf(FormReply.Done.class);
        assertThat(reply.faults()).isEmpty();
        assertThat(reply.text())
                .startsWith(
                        "**Grace Hopper** edited **engineer** in the meantime (version 2, 08:09"
                                + " UTC). Nothing of yours was stored.")
                .contains(
                        "```diff\n--- engineer version 1\n+++ engineer version 2\n", "+Be long.\n")
                .endsWith("\n---\nBe brief.\n\n```");
        assertThat(rig.prompt()).isEqualTo("Be long.");
        assertThat(rig.audited()).isEqualTo("ada REFUSED persona edit engineer: changed meanwhile");
    }

    @Test
    void submit_newPersona_livesInChat() {
        Form form = rig.window(CommandRig.ADA, "/persona new scribe");
        Map<String, String> values = with(form, "settings", "description: Notes.");
        values.put("prompt", "You take notes.");

        assertThat(form.id()).isEqualTo("edit:scribe:0");
        assertThat(rig.submit(CommandRig.ADA, Standing.ADMIN, form.id(), values))
                .isInstanceOf(FormReply.Done.class);
        assertThat(rig.notices.getFirst().text())
                .isEqualTo("**Ada Lovelace** made the persona **scribe** (now version 1).");
        assertThat(rig.asAdmin("/persona set scribe")).contains("**scribe** answers");
        assertThat(rig.asMember("/persona show scribe"))
                .contains("lives in chat only, without a file; `/persona reset scribe` takes it");
        assertThat(rig.asAdmin("/persona reset scribe")).contains("it has no file, so it is gone");
        assertThat(rig.inChannel()).isEqualTo("default");
        assertThat(rig.asMember("/persona history scribe")).contains("- **2** reset by");
        assertThat(rig.asAdmin("/persona rollback scribe 1")).contains("as in version 1 again");
        assertThat(rig.inChannel()).isEqualTo("scribe");
    }

    @Test
    void submit_template_isAPersona() {
        Form form = rig.window(CommandRig.ADA, "/persona new scribe");

        assertThat(asAda(form, "reason", "")).isInstanceOf(FormReply.Done.class);
    }

    @Test
    void submit_newOneThatSomebodyElseMade_isNotOverwritten() {
        Form adas = rig.window(CommandRig.ADA, "/persona new scribe");
        Form graces = rig.window(CommandRig.GRACE, "/persona new scribe");
        FormReply first = asAda(adas, "prompt", "Notes.");
        FormReply second =
                rig.submit(
                        CommandRig.GRACE,
                        Standing.ADMIN,
                        graces.id(),
                        with(graces, "prompt", "Scribble."));

        assertThat(first).isInstanceOf(FormReply.Done.class);
        assertThat(second.text()).startsWith("**Ada Lovelace** edited **scribe** in the meantime");
    }

    @ParameterizedTest
    @EnumSource(names = {"MEMBER", "GUEST", "OUTSIDER"})
    void submit_noAdminAnyMore_isRefusedAndAudited(Standing standing) {
        Form form = rig.window(CommandRig.ADA, "/persona edit engineer");
        FormReply reply =
                rig.submit(CommandRig.ADA, standing, form.id(), with(form, "prompt", "Evil."));

        assertThat(reply.text())
                .isEqualTo("Only admins can change personas, so nothing was stored.");
        assertThat(inUse().number()).isEqualTo(1);
        assertThat(rig.audited()).isEqualTo("ada REFUSED persona edit engineer: not an admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"edit:", "edit:../../x:1", "edit:engineer", "edit:engineer:99999999999"})
    void submit_forgedWindow_isRefusedAndAudited(String form) {
        FormReply reply =
                rig.submit(CommandRig.ADA, Standing.ADMIN, form, Map.of("prompt", "Evil."));

        assertThat(reply.text()).startsWith("This window is from another time");
        assertThat(rig.audited()).isEqualTo("ada REFUSED persona edit : a forged window");
    }

    @Test
    void submit_windowOfNoKnownKind_isRefusedAndAudited() {
        FormReply reply = rig.submit(CommandRig.ADA, Standing.MEMBER, "other:1", Map.of());

        assertThat(reply.text()).startsWith("This window is from another time");
        assertThat(rig.audited()).isEqualTo("ada REFUSED window : stale: unknown");
    }

    @Test
    void choose_buttonOfNoKnownKind_isRefusedAndAudited() {
        CommandReply reply = rig.choose(CommandRig.ADA, Standing.ADMIN, "other:1");

        assertThat(reply.text()).startsWith("This button is from another time");
        assertThat(rig.audited()).isEqualTo("ada REFUSED choice : stale: unknown");
    }

    @Test
    void submit_forgedNumber_isAConflict() {
        rig.edit(CommandRig.GRACE, "Be brief.", "");

        assertThat(
                        rig.submit(
                                        CommandRig.ADA,
                                        Standing.ADMIN,
                                        "edit:engineer:77",
                                        Map.of("settings", "description: x", "prompt", "Evil."))
                                .text())
                .contains("Nothing of yours was stored.");
        assertThat(inUse().number()).isEqualTo(2);
    }

    @Test
    void sheet_headerInAnyOrder_losesOnlyTheName() {
        var sheet =
                PersonaSheet.of(
                        "---\ndescription: x\nname: scribe\n# a note\n---\n\nOne\n---\nTwo\n\n");

        assertThat(sheet).isEqualTo(new PersonaSheet("description: x\n# a note", "One\n---\nTwo"));
        assertThat(PersonaSheet.of(sheet.file(new parley.prompt.PersonaId("scribe"))))
                .isEqualTo(sheet);
        assertThat(PersonaSheet.of("")).isEqualTo(new PersonaSheet("", ""));
        assertThat(Optional.of(PersonaSheet.of("no header"))).contains(new PersonaSheet("", ""));
    }
}
