package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.Choice;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.Form.Field;
import parley.chat.FormReply;
import parley.chat.Standing;
import parley.chat.Submission;
import parley.testing.discord.Callback;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** Windows of commands, from the command to what became of the text, through JDA. */
final class DiscordWindowsTest {
    private static final String PROMPT =
            "# Engineer\n\nBe brief.\n\nLine of the prompt.\n".repeat(160);

    private DiscordSurfacesRig rig;
    private FakeDiscord discord;

    @BeforeEach
    void start() {
        discord =
                FakeDiscord.start()
                        .addGuild(100, "Acme")
                        .addMember(100, 1, "Ada", Permission.MANAGE_GUILD)
                        .addMember(100, 2, "Bob")
                        .addChannel(100, 300, "general", ChannelKind.TEXT);
        rig = DiscordSurfacesRig.start(discord);
        rig.outcome = _ -> new CommandReply.Asks(form(PROMPT));
    }

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        assertThat(discord.rateLimited()).isEmpty();
        assertThat(discord.notified()).isEmpty();
        rig.close();
    }

    private static Form form(String prompt) {
        return new Form(
                "persona-edit:engineer:4",
                "Edit engineer",
                "Save",
                List.of(
                        new Field("text", "Prompt", "Markdown", prompt, true, false, 20_000),
                        new Field("reason", "Why", "In a few words", "", false, true, 200)));
    }

    private Interaction opened(long channel) {
        Interaction typed = edit(channel);
        discord.await("the window", () -> typed.modal().isPresent());
        return typed;
    }

    private Interaction edit(long channel) {
        return discord.command(1, channel, "persona", "edit", Map.of("name", "engineer"));
    }

    private static List<JsonNode> inputs(Interaction window) {
        return window.modal().orElseThrow().path("components").findValues("component");
    }

    private Interaction submit(Interaction window, Map<String, String> values) {
        return answered(discord.submits(window, values));
    }

    private Interaction answered(Interaction sent) {
        discord.await("an answer", () -> sent.acknowledged() && !sent.thinking());
        discord.await("words", () -> !sent.privateTexts().isEmpty());
        return sent;
    }

    private static Map<String, String> values(Interaction window, String first) {
        Map<String, String> values = new LinkedHashMap<>();
        inputs(window).forEach(input -> values.put(input.path("custom_id").asText(), ""));
        values.put(inputs(window).getFirst().path("custom_id").asText(), first);
        return values;
    }

    @Test
    void command_thatAsks_opensTheWindowAsItsFirstAnswer() {
        Interaction typed = opened(300);

        assertThat(typed.answer()).hasValue(Callback.MODAL);
        assertThat(typed.texts()).isEmpty();
        assertThat(typed.modal().orElseThrow().path("title").asText()).isEqualTo("Edit engineer");
        assertThat(inputs(typed)).hasSize(5);
        assertThat(rig.commands)
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.text()).isEqualTo("/persona edit engineer");
                    assertThat(command.standing()).isEqualTo(Standing.ADMIN);
                });
    }

    @Test
    void submitted_asItWas_givesTheTextAsItWas() {
        rig.scripted.taking(_ -> new FormReply.Done("Version **5** is in use."));
        long thread = discord.startsThread(2, 300, 0, "Deploys");

        Interaction sent = submit(opened(thread), Map.of());

        assertThat(sent.privateTexts()).containsExactly("Version **5** is in use.");
        assertThat(sent.publicTexts()).isEmpty();
        assertThat(rig.scripted.submitted())
                .containsExactly(
                        new Submission(
                                rig.scripted.submitted().getFirst().event(),
                                DiscordIds.thread(100, 300, thread).channel(),
                                Optional.of(DiscordIds.thread(100, 300, thread)),
                                new Author(DiscordIds.user(1), "Ada"),
                                Standing.ADMIN,
                                "persona-edit:engineer:4",
                                Map.of("text", PROMPT, "reason", "")));
        assertThat(rig.scripted.submitted().getFirst().event()).hasToString("form." + sent.id());
    }

    @Test
    void submitted_refused_saysWhyAndGivesTheTextBack() {
        rig.scripted.taking(_ ->
                new FormReply.Refused(
                        Map.of("text", "Line 2: no such setting."),
                        "It was not saved. Line 2: no such setting. <@2> @everyone"));
        Interaction window = opened(300);

        Interaction sent = submit(window, values(window, "word ".repeat(200) + "end"));

        assertThat(sent.privateTexts())
                .containsExactly("It was not saved. Line 2: no such setting. <@2> @everyone");
        assertThat(sent.messages())
                .singleElement()
                .extracting(ShownMessage::files)
                .satisfies(files -> {
                    assertThat(files).hasSize(1);
                    assertThat(files.getFirst().name()).isEqualTo("your-text.md");
                    assertThat(new String(files.getFirst().bytes(), StandardCharsets.UTF_8))
                            .startsWith("word word")
                            .endsWith("end\n");
                });
    }

    @Test
    void submitted_coreFails_saysSo() {
        rig.scripted.taking(_ -> {
            throw new IllegalStateException("disk full");
        });

        assertThat(submit(opened(300), Map.of()).privateTexts())
                .singleElement()
                .asString()
                .startsWith("Something went wrong on my side");
    }

    @Test
    void submitted_bySomebodyElse_isJudgedAsTheirs() {
        answered(discord.forgesSubmission(2, opened(300), Map.of()));

        Submission forged = rig.scripted.submitted().getFirst();
        assertThat(forged.author()).isEqualTo(new Author(DiscordIds.user(2), "Bob"));
        assertThat(forged.standing()).isEqualTo(Standing.OUTSIDER);
    }

    /** Rights that are gone in the meantime do not come with the window. */
    @Test
    void submitted_whenNoAdminAnyMore_isJudgedAsWhoTheyAreNow() {
        Interaction window = opened(300);
        discord.addMember(100, 1, "Ada");

        submit(window, Map.of());

        assertThat(rig.scripted.submitted().getFirst().standing()).isEqualTo(Standing.OUTSIDER);
    }

    @Test
    void command_whoseTextFitsNoWindow_saysWhatToDo() {
        rig.outcome = _ -> new CommandReply.Asks(form("x".repeat(17_000)));

        assertThat(answered(edit(300)).privateTexts())
                .singleElement()
                .asString()
                .contains("does not fit into a window of Discord", "17000", "playground");
    }

    @Test
    void command_refused_isToldPrivately() {
        rig.outcome = _ -> CommandReply.told("Only admins can use `/persona edit`.");

        Interaction typed =
                answered(discord.forces(2, 300, "persona", "edit", Map.of("name", "engineer")));

        assertThat(typed.privateTexts()).containsExactly("Only admins can use `/persona edit`.");
        assertThat(typed.answer()).hasValue(Callback.MESSAGE);
        assertThat(typed.publicTexts()).isEmpty();
    }

    @Test
    void command_thatAsksTooLate_offersAButtonThatOpensTheWindow() {
        Interaction typed =
                answered(discord.command(1, 300, "persona", "history", Map.of("name", "engineer")));
        ShownMessage offer = typed.messages().getLast();
        rig.scripted.choosing(_ -> new CommandReply.Asks(form("Be brief.")));

        assertThat(offer.content()).contains("Edit engineer");
        assertThat(offer.hasButton("choice:run:/persona history engineer")).isTrue();
    }

    @Test
    void press_thatRunsACommand_opensItsWindow() {
        rig.outcome =
                _ ->
                        new CommandReply.Told(
                                "Open it.",
                                List.of(
                                        new Choice(
                                                "Edit",
                                                "run:/persona edit engineer",
                                                Choice.Style.PRIMARY)));
        rig.scripted.choosing(_ -> new CommandReply.Asks(form("Be brief.\n")));
        rig.scripted.taking(_ -> new FormReply.Done("Saved."));
        Interaction typed =
                answered(discord.command(1, 300, "persona", "show", Map.of("name", "engineer")));

        Interaction press =
                discord.presses(
                        1,
                        300,
                        typed.messages().getLast().id(),
                        "choice:run:/persona edit engineer");
        discord.await("the window", () -> press.modal().isPresent());
        Interaction sent = submit(press, Map.of());

        assertThat(sent.privateTexts()).containsExactly("Saved.");
        assertThat(rig.scripted.chosen().getFirst().action())
                .isEqualTo("run:/persona edit engineer");
        assertThat(rig.scripted.submitted().getFirst().values())
                .containsEntry("text", "Be brief.\n");
    }
}
