package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

/** Driven by JDA. */
final class InteractionsTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 1;
    private static final long BOB = 2;
    private static final List<CommandData> COMMANDS =
            List.of(
                    Commands.slash("ask", "Asks")
                            .addOption(OptionType.STRING, "question", "What", true),
                    Commands.slash("parley", "Everything else")
                            .addSubcommands(
                                    new SubcommandData("status", "How it is"),
                                    new SubcommandData("persona", "Who answers")
                                            .addOption(
                                                    OptionType.STRING,
                                                    "name",
                                                    "Whose",
                                                    true,
                                                    true)),
                    Commands.slash("admin", "For admins")
                            .addOption(OptionType.USER, "who", "For whom")
                            .addOption(OptionType.CHANNEL, "where", "For where")
                            .setDefaultPermissions(
                                    DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
                            .setContexts(InteractionContextType.GUILD),
                    Commands.message("Ask about it"));

    private final ManualTicker ticker = new ManualTicker();
    private final FakeDiscord discord =
            FakeDiscord.start(ticker)
                    .addGuild(GUILD, "Acme")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT)
                    .addMember(GUILD, ADA, "Ada", parley.testing.discord.Permission.MANAGE_GUILD)
                    .addMember(GUILD, BOB, "Bob");
    private final RunningJda jda = RunningJda.start(discord);

    @BeforeEach
    void logIn() {
        discord.await("a login", () -> jda.status() == JDA.Status.CONNECTED);
        jda.shard().updateCommands().addCommands(COMMANDS).complete();
    }

    @AfterEach
    void close() {
        jda.close();
        discord.close();
    }

    private void awaitAnswer(Interaction interaction) {
        discord.await("an answer of " + interaction, interaction::acknowledged);
    }

    private Interaction asks(String question) {
        return discord.command(ADA, CHANNEL, "ask", "", Map.of("question", question));
    }

    @Test
    void command_deferredAndAnswered_isAMessageOfTheChannel() {
        CompletableFuture<SlashCommandInteractionEvent> heard = new CompletableFuture<>();
        jda.on(
                SlashCommandInteractionEvent.class,
                event -> {
                    heard.complete(event);
                    event.deferReply().complete();
                });
        Interaction asked = asks("why?");
        awaitAnswer(asked);
        assertThat(asked.thinking()).isTrue();
        SlashCommandInteractionEvent event = heard.join();
        event.getHook().editOriginal("because").complete();

        assertThat(event.getOption("question").getAsString()).isEqualTo("why?");
        assertThat(event.getMember().hasPermission(Permission.MANAGE_SERVER)).isTrue();
        assertThat(asked.answer()).contains(Callback.DEFERRED_MESSAGE);
        assertThat(asked.publicTexts()).containsExactly("because");
        assertThat(asked.thinking()).isFalse();
        JsonNode created = discord.gateway().told("MESSAGE_CREATE").getLast();
        assertThat(created.path("type").asInt()).isEqualTo(20);
        assertThat(created.path("flags").asInt()).isEqualTo(128);
        assertThat(created.at("/interaction_metadata/user/id").asLong()).isEqualTo(ADA);
        assertThat(created.at("/interaction_metadata/name").asText()).isEqualTo("ask");
        JsonNode updated = discord.gateway().told("MESSAGE_UPDATE").getLast();
        assertThat(updated.path("content").asText()).isEqualTo("because");
        assertThat(updated.path("edited_timestamp").isNull()).isTrue();
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void command_repliedAtOnce_tellsTheMessageInTheResponse() {
        CompletableFuture<Long> message = new CompletableFuture<>();
        jda.on(
                SlashCommandInteractionEvent.class,
                event ->
                        message.complete(
                                event.reply("at once")
                                        .complete()
                                        .getCallbackResponse()
                                        .getMessage()
                                        .getIdLong()));
        Interaction asked = asks("why?");

        assertThat(discord.message(CHANNEL, message.join())).isPresent();
        assertThat(asked.publicTexts()).containsExactly("at once");
    }

    @Test
    void command_withSubcommand_isNamedByBoth() {
        jda.on(
                SlashCommandInteractionEvent.class,
                event -> event.reply(event.getFullCommandName()).setEphemeral(true).complete());
        Interaction status = discord.command(BOB, CHANNEL, "parley", "status", Map.of());
        awaitAnswer(status);

        assertThat(status.privateTexts()).containsExactly("parley status");
        assertThat(status.publicTexts()).isEmpty();
        assertThat(discord.messages(CHANNEL)).isEmpty();
    }

    @Test
    void ephemeralAnswer_isToldAsIfItWereADirectMessage() {
        jda.on(
                SlashCommandInteractionEvent.class,
                event -> event.reply("hush").setEphemeral(true).complete());
        awaitAnswer(asks("why?"));
        JsonNode told = discord.gateway().told("MESSAGE_CREATE").getLast();

        assertThat(told.path("flags").asInt() & 64).isEqualTo(64);
        assertThat(told.has("guild_id")).isFalse();
    }

    @Test
    void command_inDirectMessages_tellsTheUserAlone() {
        jda.on(
                SlashCommandInteractionEvent.class,
                event -> event.reply("hello " + event.getUser().getName()).complete());
        long direct = discord.dmOf(ADA);
        Interaction asked = discord.command(ADA, direct, "ask", "", Map.of("question", "why?"));
        awaitAnswer(asked);

        assertThat(asked.publicTexts()).containsExactly("hello ada");
        assertThat(asked.payload().has("member")).isFalse();
        assertThat(discord.answers(direct)).hasSize(1);
    }

    @Test
    void command_inAnArchivedThread_isAnsweredThere() {
        jda.on(
                SlashCommandInteractionEvent.class,
                event -> event.reply("in " + event.getChannel().getName()).complete());
        long root = discord.says(ADA, CHANNEL, "root");
        long thread = discord.startsThread(ADA, CHANNEL, root, "Thread");
        discord.archives(thread, false);
        Interaction asked = discord.command(ADA, thread, "ask", "", Map.of("question", "why?"));
        awaitAnswer(asked);

        assertThat(asked.publicTexts()).containsExactly("in Thread");
        assertThat(discord.answers(thread)).hasSize(1);
    }

    @Test
    void button_deferred_canEditItsMessageAndFollowUp() {
        jda.on(
                ButtonInteractionEvent.class,
                event -> {
                    event.deferEdit().complete();
                    event.getHook().editOriginal("pressed " + event.getComponentId()).complete();
                    event.getHook().sendMessage("only you").setEphemeral(true).complete();
                });
        long message = buttons(Button.primary("one", "One"));
        Interaction pressed = discord.presses(BOB, CHANNEL, message, "one");
        discord.await("the follow-up", () -> !pressed.privateTexts().isEmpty());

        assertThat(discord.message(CHANNEL, message).orElseThrow().content())
                .isEqualTo("pressed one");
        assertThat(pressed.answer()).contains(Callback.DEFERRED_UPDATE);
        assertThat(pressed.privateTexts()).containsExactly("only you");
        assertThat(pressed.publicTexts()).isEmpty();
        assertThat(discord.violations()).isEmpty();
    }

    private long buttons(Button... buttons) {
        return jda.shard()
                .getTextChannelById(CHANNEL)
                .sendMessage("press")
                .addComponents(ActionRow.of(List.of(buttons)))
                .complete()
                .getIdLong();
    }

    @Test
    void button_thatIsNotThereOrDisabled_cannotBePressed() {
        long message = buttons(Button.primary("off", "Off").asDisabled());

        assertThatThrownBy(() -> discord.presses(BOB, CHANNEL, message, "off"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.presses(BOB, CHANNEL, message, "other"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void button_underAnEphemeralMessage_isPressedByItsReaderAlone() {
        CompletableFuture<Long> shown = new CompletableFuture<>();
        jda.on(
                SlashCommandInteractionEvent.class,
                event ->
                        shown.complete(
                                event.reply("yours")
                                        .setEphemeral(true)
                                        .addComponents(ActionRow.of(Button.primary("one", "One")))
                                        .complete()
                                        .getCallbackResponse()
                                        .getMessage()
                                        .getIdLong()));
        jda.on(
                ButtonInteractionEvent.class,
                event -> event.editMessage("done").setComponents().complete());
        Interaction asked = asks("why?");
        long message = shown.join();

        assertThatThrownBy(() -> discord.presses(BOB, CHANNEL, message, "one"))
                .isInstanceOf(AssertionError.class);
        awaitAnswer(discord.presses(ADA, CHANNEL, message, "one"));
        assertThat(asked.privateTexts()).containsExactly("done");
    }

    @Test
    void modal_openedByAMenu_comesBackFilledIn() {
        jda.on(MessageContextInteractionEvent.class, event -> event.replyModal(modal()).complete());
        jda.on(
                ModalInteractionEvent.class,
                event -> event.reply("asked: " + event.getValue("text").getAsString()).complete());
        long message = discord.says(ADA, CHANNEL, "something");
        Interaction menu = discord.menu(ADA, CHANNEL, message, "Ask about it");
        awaitAnswer(menu);
        assertThat(menu.modal().orElseThrow().path("title").asText()).isEqualTo("Ask");
        Interaction submitted = discord.submits(menu, Map.of("text", "what is it?"));
        awaitAnswer(submitted);

        assertThat(submitted.publicTexts()).containsExactly("asked: what is it?");
        JsonNode created = discord.gateway().told("MESSAGE_CREATE").getLast();
        assertThat(created.path("type").asInt()).isEqualTo(23);
        assertThat(
                        created.at("/interaction_metadata/triggering_interaction_metadata")
                                .path("target_message_id")
                                .asLong())
                .isEqualTo(message);
        assertThat(discord.violations()).isEmpty();
    }

    private static Modal modal() {
        TextInput text =
                TextInput.create("text", TextInputStyle.PARAGRAPH).setMaxLength(100).build();
        return Modal.create("ask", "Ask").addComponents(Label.of("Your question", text)).build();
    }

    @Test
    void modal_filledInWrongly_isNotSubmitted() {
        jda.on(MessageContextInteractionEvent.class, event -> event.replyModal(modal()).complete());
        long message = discord.says(ADA, CHANNEL, "something");
        Interaction menu = discord.menu(ADA, CHANNEL, message, "Ask about it");
        awaitAnswer(menu);

        assertThatThrownBy(() -> discord.submits(menu, Map.of("text", "")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.submits(menu, Map.of("text", "x".repeat(101))))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.submits(menu, Map.of("other", "x")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void autocomplete_proposesChoices() {
        jda.on(
                CommandAutoCompleteInteractionEvent.class,
                event ->
                        event.replyChoiceStrings(event.getFocusedOption().getValue() + "itor")
                                .complete());
        Interaction typed = discord.completes(ADA, CHANNEL, "parley", "persona", "name", "ed");
        awaitAnswer(typed);

        assertThat(typed.choices()).containsExactly(new Interaction.Choice("editor", "editor"));
    }

    @Test
    void answer_tooLate_isUnknown() {
        CompletableFuture<SlashCommandInteractionEvent> heard = new CompletableFuture<>();
        jda.on(SlashCommandInteractionEvent.class, heard::complete);
        Interaction asked = asks("why?");
        SlashCommandInteractionEvent event = heard.join();
        ticker.advance(Duration.ofMillis(3_001));

        assertThat(asked.failed()).isTrue();
        assertThatThrownBy(() -> event.reply("late").complete()).hasMessageContaining("10062");
        assertThat(asked.acknowledged()).isFalse();
    }

    @Test
    void commands_areShownToWhoMayUseThem() {
        assertThatThrownBy(() -> discord.command(BOB, CHANNEL, "admin", "", Map.of()))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.command(ADA, discord.dmOf(ADA), "admin", "", Map.of()))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.command(ADA, CHANNEL, "none", "", Map.of()))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.command(ADA, CHANNEL, "ask", "", Map.of()))
                .isInstanceOf(AssertionError.class);

        jda.on(
                SlashCommandInteractionEvent.class,
                event -> event.reply("done").setEphemeral(true).complete());
        awaitAnswer(discord.command(ADA, CHANNEL, "admin", "", Map.of()));
        awaitAnswer(discord.forces(BOB, CHANNEL, "admin", "", Map.of()));
    }

    @Test
    void options_thatNamePeopleAndChannels_areResolved() {
        jda.on(
                SlashCommandInteractionEvent.class,
                event ->
                        event.reply(
                                        event.getOption("who").getAsMember().getUser().getName()
                                                + " in "
                                                + event.getOption("where").getAsChannel().getName())
                                .setEphemeral(true)
                                .complete());
        Map<String, String> options = Map.of("who", "2", "where", Long.toString(CHANNEL));
        Interaction asked = discord.command(ADA, CHANNEL, "admin", "", options);
        awaitAnswer(asked);

        assertThat(asked.privateTexts()).containsExactly("bob in general");
    }
}
