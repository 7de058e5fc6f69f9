package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Author;
import parley.chat.Command;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.prompt.BindingScope;
import parley.prompt.PersonaId;

final class ChatCommandsTest {
    private static final ThreadId THREAD = ThreadId.parse("web/parley/incidents/1");
    private static final ThreadId DISCORD = ThreadId.parse("discord/100/200/300");
    private static final Author ADA = new Author(new UserId("ada"), "Ada Lovelace");

    @TempDir Path folder;
    private CommandRig rig;

    @BeforeEach
    void start() {
        rig = new CommandRig(folder);
    }

    private String run(boolean admin, Optional<ThreadId> thread, String text) {
        return rig.commands
                .run(
                        new Command(
                                THREAD.channel(),
                                thread,
                                ADA,
                                admin ? Standing.ADMIN : Standing.MEMBER,
                                text))
                .text();
    }

    private String asAdmin(String text) {
        return run(true, Optional.empty(), text);
    }

    private String asMember(String text) {
        return run(false, Optional.empty(), text);
    }

    private String inThread() {
        return rig.personas.resolve(THREAD).id().value();
    }

    @Test
    void help_always_listsEveryCommand() {
        String help = asMember("/help");

        assertThat(rig.commands.infos()).hasSize(13);
        assertThat(rig.commands.infos())
                .allSatisfy(info ->
                        assertThat(help)
                                .contains("`" + info.usage() + "` – " + info.description()));
        assertThat(asMember("/parley")).isEqualTo(help);
        assertThat(asMember("/parley help")).isEqualTo(help);
    }

    @Test
    void help_ofACommand_listsThatOne() {
        assertThat(asMember("/help persona").lines())
                .hasSize(11)
                .allSatisfy(line -> assertThat(line).startsWith("- `/persona"));
        assertThat(asMember("/help persnoa")).contains("Did you mean 'persona'?");
    }

    @Test
    void persona_nothingSet_saysDefaultAndWhy() {
        assertThat(asMember("/persona"))
                .isEqualTo(
                        "**default** answers here: Everyday questions.\n"
                                + "Nothing is set for this place, so it is the default.");
    }

    @Test
    void persona_setByAFile_namesTheLine() throws IOException {
        Files.writeString(folder.resolve("channels.yaml"), "\nweb/parley: engineer\n");
        rig.personas.refresh();

        assertThat(asMember("/persona"))
                .endsWith("Set for this workspace by line 2 of `channels.yaml`.");
    }

    @Test
    void set_byAnAdmin_bindsTheChannelAndSaysSo() {
        assertThat(asAdmin("/persona set engineer"))
                .isEqualTo("From the next question on, **engineer** answers in this channel.");
        assertThat(inThread()).isEqualTo("engineer");
        assertThat(asMember("/persona"))
                .endsWith("Set for this channel by `Ada Lovelace` on 2026-11-21 08:09 UTC.");
    }

    @ParameterizedTest
    @CsvSource({
        "/persona set engineer for thread, thread:web/parley/incidents/1",
        "/persona set Engineer thread, thread:web/parley/incidents/1",
        "/persona set engineer for channel, channel:web/parley/incidents",
        "/parley persona set engineer for workspace, workspace:web/parley"
    })
    void set_forAPlace_bindsThatPlace(String text, String key) {
        assertThat(run(true, Optional.of(THREAD), text)).contains("**engineer** answers in this");
        assertThat(rig.bindings.first(List.of(scope(key)), Instant.EPOCH))
                .hasValueSatisfying(binding ->
                        assertThat(binding.persona()).isEqualTo(new PersonaId("engineer")));
    }

    private static BindingScope scope(String key) {
        return switch (key.charAt(0)) {
            case 't' -> new BindingScope.OfThread(THREAD);
            case 'c' -> new BindingScope.OfChannel(THREAD.channel());
            default -> new BindingScope.OfWorkspace(THREAD.channel().workspace());
        };
    }

    @Test
    void set_whereANarrowerBindingHolds_saysThatItStays() {
        assertThat(asAdmin("/persona set default")).isNotEmpty();

        assertThat(asAdmin("/persona set engineer for workspace"))
                .contains("**engineer** answers in this workspace.")
                .contains("Here it stays **default**: Set for this channel by `Ada Lovelace`");
    }

    @Test
    void set_forThreadOutsideOfOne_asksForTheThread() {
        assertThat(asAdmin("/persona set engineer for thread"))
                .startsWith("This was not typed in a thread.");
    }

    @ParameterizedTest
    @CsvSource({"/persona set engineer", "/persona reset", "/parley persona set engineer"})
    void adminCommand_byAMember_isRefused(String text) {
        assertThat(asMember(text)).startsWith("Only admins can use `/persona ");
        assertThat(inThread()).isEqualTo("default");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /persona set                     | Which persona?
                    /persona set enginer             | There is no persona `enginer`. Did you mean 'engineer'?
                    /persona set ../../x             | There is no persona `../../x`.
                    /persona set engineer for chanel | I do not know the place `for chanel`. Did you mean 'channel'?
                    /persona set engineer for        | I do not know the place `for`.
                    /persona reset everything now    | I do not know the place `everything now`.
                    /persona show enginer            | There is no persona `enginer`. Did you mean 'engineer'?
                    /persona lst                     | Did you mean `/persona list`?
                    /persona engineer for chat       | I do not know the place `for chat`.
                    /persona frobnicate              | I do not know `/persona frobnicate`. `/persona list` shows
                    /persona list all                | `/persona list` takes no further words; leave `all` out.
                    /persna                          | Did you mean `/persona`?
                    /frobnicate                      | I do not know the command `/parley frobnicate`. `/parley help` lists
                    """)
    void wrongCommand_isAnsweredWithTheMend(String text, String answer) {
        assertThat(asAdmin(text)).contains(answer);
        assertThat(inThread()).isEqualTo("default");
    }

    @Test
    void reset_afterSet_takesItBack() {
        assertThat(asAdmin("/persona reset")).startsWith("Nothing had been set in chat");
        assertThat(asAdmin("/persona set engineer")).isNotEmpty();

        assertThat(asAdmin("/persona reset"))
                .startsWith("Taken back for this channel. **default** answers here.");
        assertThat(inThread()).isEqualTo("default");
    }

    @Test
    void list_always_marksTheOneHere() {
        assertThat(asMember("/persona list"))
                .isEqualTo(
                        "- **default** – Everyday questions. *(answers here)*\n"
                                + "- **engineer** – Code.");
    }

    @Test
    void show_promptWithFences_staysOneBlock() {
        assertThat(asMember("/persona show engineer"))
                .startsWith(
                        "**engineer** – Code.\n\n- model: `claude-opus-5-5`\n"
                                + "- max_tokens: `8000`\n- footer: `true`\n- version: **1** file on"
                                + " 2026-11-21 08:09 UTC, `")
                .endsWith("````markdown\nWrite:\n```\ncode\n```\n````");
    }

    @Test
    void show_withoutAName_tellsWhoAnswersHereAndWhy() {
        assertThat(asMember("/persona show"))
                .startsWith(
                        "**default** – Everyday questions.\n"
                                + "Nothing is set for this place, so it is the default.\n\n- ");
    }

    @ParameterizedTest
    @CsvSource({
        "/persona engineer",
        "/parley persona Engineer",
        "persona engineer.",
        "`persona engineer`"
    })
    void persona_nameOfOne_isShortForSet(String text) {
        assertThat(asMember(text)).startsWith("Only admins can use `/persona set`.");

        assertThat(asAdmin(text))
                .isEqualTo("From the next question on, **engineer** answers in this channel.");
        assertThat(inThread()).isEqualTo("engineer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "Help!",
                "/help",
                ", help",
                "help persona",
                "parley status",
                "STATUS",
                "persona",
                "persona list",
                "persona show",
                "persona show engineer",
                "persona show nobody",
                "persona set",
                "persona set engineer for thread",
                "persona set nobody for channel",
                "persona set engineer for chanel",
                "Persona Set Engineer.",
                "persona reset",
                "persona reset workspace",
                "persona reset for chanel",
                "persona engineer",
                "persona engineer for thread",
                "`persona engineer`"
            })
    void understands_commandAndNothingElse_yes(String words) {
        assertThat(rig.commands.understands(THREAD.channel().workspace(), words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "parley",
                "status?",
                "status of the deploy?",
                "help me with this",
                "help us",
                "help deploy",
                "persona of a buyer: write one",
                "persona buyer",
                "persona list of our buyers",
                "persona show me two buyers",
                "persona set up for a new product",
                "persona set up for success",
                "persona reset everything now",
                "personas",
                "what does persona engineer do?"
            })
    void understands_sentenceThatBeginsLikeOne_no(String words) {
        assertThat(rig.commands.understands(THREAD.channel().workspace(), words)).isFalse();
    }

    @Test
    void understands_questionBehindMuchSpace_no() {
        assertThat(
                        rig.commands.understands(
                                THREAD.channel().workspace(),
                                "status" + " ".repeat(2_000) + "of the deploy?"))
                .isFalse();
    }

    @Test
    void answers_onSlack_nameCommandsAsTheyAreTypedThere() {
        ThreadId slack = ThreadId.parse("slack/T1/C1/1700000000.000100");

        String outside = run(slack, Optional.empty(), "help");
        String inside = run(slack, Optional.of(slack), "persona set");

        assertThat(outside)
                .contains("Ask Parley about this", "*Stop*", "- `/persona set <name> [for")
                .contains("- `/parley status`");
        assertThat(inside).contains("Write `@Parley persona set <name>", "`@Parley persona list`");
    }

    @Test
    void help_onDiscord_namesOnlyWhatCanBeTypedThere() {
        String help = run(DISCORD, Optional.empty(), "/help");

        assertThat(help).contains("type `/ask`", "*Apps*, then *Ask Parley about this*");
        assertThat(help.lines().filter(line -> line.startsWith("- `/")))
                .extracting(line -> line.substring(3, line.indexOf('`', 3)))
                .containsExactly(
                        "/parley help",
                        "/persona list",
                        "/persona show",
                        "/persona set",
                        "/persona reset",
                        "/persona edit",
                        "/persona new",
                        "/persona history",
                        "/persona diff",
                        "/persona rollback",
                        "/persona try",
                        "/parley status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /persona show nobody             | There is no persona `nobody`. `/persona list` shows all.
                    /persona set engineer for thread | Type it in the thread that you mean, or write `for: this channel`.
                    /persona set engineer for workspace | **engineer** answers in this server.
                    /persona reset for workspace     | Nothing had been set in chat for this server.
                    /frobnicate                      | `/parley frobnicate`. `/parley help` lists them all.
                    """)
    void answers_onDiscord_nameCommandsAsTheyAreTypedThere(String text, String answer) {
        assertThat(run(DISCORD, Optional.empty(), text)).contains(answer);
    }

    private String run(ThreadId place, Optional<ThreadId> thread, String text) {
        return rig.commands
                .run(new Command(place.channel(), thread, ADA, Standing.ADMIN, text))
                .text();
    }

    @Test
    void status_always_asksTheProgram() {
        assertThat(asMember("/status")).isEqualTo("All is well.");
        assertThat(asMember("/parley status")).isEqualTo("All is well.");
    }

    @Test
    void anyCommand_storeFails_saysThatItMayNotHaveTakenEffect() {
        rig = new CommandRig(folder, Optional.of(new FailingBindings()));

        assertThat(asAdmin("/persona set engineer"))
                .startsWith("Sorry, `/persona set` failed on my side")
                .doesNotContain("disk");
    }
}
