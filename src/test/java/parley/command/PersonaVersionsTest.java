package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.prompt.PersonaVersion;

/** Reading the versions of personas, and going back to one. */
final class PersonaVersionsTest {
    @TempDir Path folder;
    private CommandRig rig;

    @BeforeEach
    void start() {
        rig = new CommandRig(folder);
    }

    @Test
    void show_writtenInChat_saysWhoAndWhatItOverrides() {
        rig.edit(CommandRig.GRACE, "Be brief.", "less *talk*");

        assertThat(rig.asMember("/persona show engineer"))
                .contains(
                        "\n- version: **2** edit by `Grace Hopper` on 2026-11-21 08:09 UTC, `",
                        "` – less talk\n\nThis overrides the file `prompts/engineer.md`;"
                                + " `/persona reset engineer` takes it back.\n\n")
                .endsWith("```markdown\nBe brief.\n```");
        assertThat(rig.asMember("/persona list"))
                .contains("- **engineer** – Code. *(written in chat)*");
    }

    @Test
    void history_edits_areNewestFirstAndOneIsInUse() {
        rig.edit(CommandRig.GRACE, "Be brief.", "less talk");
        rig.edit(CommandRig.ADA, "Be long.", "");

        assertThat(rig.asMember("/persona history engineer").lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("**engineer**, newest first:"),
                        line ->
                                assertThat(line)
                                        .startsWith("- **3** edit by `Ada Lovelace` on 2026-11-21")
                                        .endsWith(" *(in use)*"),
                        line ->
                                assertThat(line)
                                        .startsWith("- **2** edit by `Grace Hopper`")
                                        .endsWith("` – less talk"),
                        line -> assertThat(line).startsWith("- **1** file on 2026-11-21"));
    }

    @Test
    void history_long_showsTheNewest() {
        for (int i = 0; i < 25; i++) {
            rig.edit(CommandRig.ADA, "Version " + i, "");
        }

        assertThat(rig.asMember("/persona history engineer").lines())
                .hasSize(22)
                .last()
                .isEqualTo("… and 6 older ones");
    }

    @Test
    void diff_versions_showWhatChanged() {
        rig.edit(CommandRig.ADA, "One\nTwo\nThree", "");
        rig.edit(CommandRig.ADA, "One\n2\nThree", "");
        rig.edit(CommandRig.ADA, "One\n2\n3", "");

        assertThat(rig.asMember("/persona diff engineer"))
                .isEqualTo(
                        """
                        ```diff
                        --- engineer version 3
                        +++ engineer version 4
                        @@ -4,4 +4,4 @@
                         ---
                         One
                         2
                        -Three
                        +3
                        ```\
                        """);
        assertThat(rig.asMember("/persona diff engineer 2"))
                .contains("--- engineer version 2\n+++ engineer version 4")
                .contains("-Two\n-Three\n+2\n+3\n");
        assertThat(rig.asMember("/persona diff engineer v3 #2"))
                .contains("--- engineer version 3\n+++ engineer version 2");
    }

    @Test
    void diff_textsWithFences_stayOneBlock() {
        rig.edit(CommandRig.ADA, "```\ncode\n```", "");

        assertThat(rig.asMember("/persona diff engineer"))
                .startsWith("````diff\n")
                .endsWith("````");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /persona diff engineer         | **engineer** has one version only.
                    /persona diff engineer 1       | have the same text.
                    /persona diff engineer 7       | There is no version `7` of **engineer**. `/persona history engineer` shows all.
                    /persona diff engineer 1 1 1   | Name two versions at the most
                    /persona diff enginer          | There is no persona `enginer`. Did you mean 'engineer'?
                    /persona diff                  | Which persona?
                    /persona history               | Which persona? Write `/persona history <name>`
                    /persona history ENGINER       | There is no persona `enginer`.
                    /persona rollback engineer     | To which version?
                    /persona rollback engineer 7   | There is no version `7`
                    /persona rollback engineer old | There is no version `old`
                    /persona rollback engineer 1   | has the text that is in use, so nothing was changed.
                    /persona reset engineer        | there is nothing to take back.
                    """)
    void versions_wrongWords_areAnsweredWithTheMend(String text, String answer) {
        assertThat(rig.asAdmin(text)).contains(answer);
        assertThat(rig.notices).isEmpty();
    }

    @Test
    void rollback_earlierVersion_answersAgain() {
        rig.edit(CommandRig.ADA, "Be brief.", "");
        rig.edit(CommandRig.GRACE, "Be long.", "");

        assertThat(rig.asAdmin("/persona rollback engineer 2"))
                .isEqualTo(
                        "**engineer** is as in version 2 again (now version 4). It counts from the"
                                + " next question on.");
        assertThat(rig.prompt()).isEqualTo("Be brief.");
        assertThat(rig.notices.getLast().text())
                .isEqualTo(
                        "**Ada Lovelace** rolled **engineer** back to version 2 (now version 4).");
        assertThat(rig.audited())
                .isEqualTo("ada DONE persona rollback engineer: to version 2 from 3");
        assertThat(rig.asMember("/persona history engineer"))
                .contains("- **4** rollback by `Ada Lovelace`", "– version 2 again *(in use)*");
    }

    @Test
    void rollback_toTheFile_isTheFile() {
        rig.edit(CommandRig.ADA, "Be brief.", "");

        assertThat(rig.asAdmin("/persona rollback engineer 1"))
                .contains("again, which is its file.");
        assertThat(rig.personas.version(CommandRig.WORKSPACE, CommandRig.ENGINEER))
                .map(PersonaVersion::overrides)
                .contains(false);
    }

    @Test
    void reset_name_letsTheFileAnswer() {
        rig.edit(CommandRig.ADA, "Be brief.", "");

        assertThat(rig.asAdmin("/persona reset engineer"))
                .isEqualTo(
                        "Taken back for **engineer**: the file `prompts/engineer.md` is in use"
                                + " again, from the next question on.");
        assertThat(rig.prompt()).startsWith("Write:");
        assertThat(rig.audited())
                .isEqualTo("ada DONE persona reset engineer: to its file from version 2");
        assertThat(rig.notices.getLast().text())
                .startsWith(
                        "**Ada Lovelace** took back what was written in chat for **engineer**:");
    }

    @Test
    void show_otherWorkspace_knowsNothingOfIt() {
        rig.edit(CommandRig.ADA, "Be brief.", "");
        ThreadId discord = ThreadId.parse("discord/100/200/300");

        assertThat(
                        rig.commands
                                .run(
                                        new parley.chat.Command(
                                                discord.channel(),
                                                Optional.empty(),
                                                CommandRig.ADA,
                                                Standing.MEMBER,
                                                "/persona history engineer"))
                                .text()
                                .lines())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "persona history engineer",
                "persona diff engineer 1 2",
                "persona rollback engineer 2",
                "persona edit engineer",
                "persona new release-notes",
                "persona reset engineer",
                "persona try engineer why does this fail?",
                "persona engineer for 2h",
                "persona set engineer for chanel for 2h"
            })
    void understands_newCommands_yes(String words) {
        assertThat(rig.commands.understands(CommandRig.WORKSPACE, words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "persona history of our buyers",
                "persona diff between the two",
                "persona edit this text please",
                "persona try to be nice",
                "persona reset to default settings",
                "persona rollback the release",
                "persona set engineer for a new product"
            })
    void understands_sentences_no(String words) {
        assertThat(rig.commands.understands(CommandRig.WORKSPACE, words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/persona edit engineer",
                "/persona new scribe",
                "/persona rollback engineer 1",
                "/persona reset engineer",
                "/persona try engineer Hello?"
            })
    void adminCommands_byAMember_areRefusedAndAudited(String text) {
        assertThat(rig.asMember(text)).startsWith("Only admins can use `/persona ");
        assertThat(rig.audited()).startsWith("ada REFUSED persona ").endsWith(": not an admin");
        assertThat(rig.tried).isEmpty();
    }

    @Test
    void try_question_isAskedAsTypedAndTold() {
        assertThat(rig.asAdmin("/parley persona try Engineer  Why  does\n`X` Fail?"))
                .isEqualTo(
                        "It depends.\n\n*engineer version 1 · claude-opus-5-5 · 1,234 tokens in, 56"
                                + " out · $0.0123 · only you see this*");
        assertThat(rig.tried)
                .containsExactly(
                        new CommandRig.Tried(
                                "engineer",
                                new ThreadId(CommandRig.THREAD.channel(), "try"),
                                "Why  does\n`X` Fail?"));
        assertThat(rig.audited()).isEqualTo("ada DONE persona try engineer: version 1");
        assertThat(rig.notices).isEmpty();
    }

    @Test
    void try_modelFails_isOneSentence() {
        rig.answer = new TryOut.Tried.Failed("Claude is overloaded.");

        assertThat(rig.asAdmin("/persona try engineer Hello?")).isEqualTo("Claude is overloaded.");
    }

    @Test
    void try_noQuestionOrTooLong_isNotAsked() {
        assertThat(rig.asAdmin("/persona try engineer")).startsWith("What shall I ask it?");
        assertThat(rig.asAdmin("/persona try nobody Hi"))
                .startsWith("There is no persona `nobody`");
        assertThat(rig.asAdmin("/persona try engineer " + "x".repeat(4_000)))
                .contains("4,000 characters at the most");
        assertThat(rig.tried).isEmpty();
    }
}
