package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chat.Author;
import parley.chat.Button;
import parley.chat.Press;
import parley.chat.Reference;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.testing.discord.Callback;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;

/** Presses of the buttons under answers, through JDA. */
final class DiscordPressesTest {
    private static final Reference TURN = new Reference("T-7KQ2M9XA");

    private DiscordSurfacesRig rig;
    private FakeDiscord discord;
    private long question;

    @BeforeEach
    void start() {
        discord =
                FakeDiscord.start()
                        .addGuild(100, "Acme")
                        .addMember(100, 1, "Ada", Permission.MANAGE_GUILD)
                        .addMember(100, 2, "Bob")
                        .addChannel(100, 300, "general", ChannelKind.TEXT);
        rig = DiscordSurfacesRig.start(discord);
        question = discord.says(2, 300, discord.mention() + " why?");
    }

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        rig.close();
    }

    private long answer(long channel, Optional<Long> replyTo, Button... buttons) {
        var look =
                new DiscordMessages.Look("Because.", DiscordButtons.rows(List.of(buttons), TURN));
        Outcome<?> posted =
                rest(channel, DiscordMessages.create(look, replyTo, "n" + System.nanoTime()));
        assertThat(posted).isInstanceOf(Outcome.Done.class);
        return discord.messages(channel).getLast().id();
    }

    private Outcome<?> rest(long channel, String body) {
        return rig.rest().send("POST", "channels/" + channel + "/messages", body);
    }

    private Interaction presses(long user, long channel, long message, Button button) {
        Interaction press =
                discord.presses(user, channel, message, DiscordButtons.customId(button, TURN));
        discord.await("an answer", () -> press.acknowledged() && !press.thinking());
        return press;
    }

    @ParameterizedTest
    @EnumSource(
            value = Button.class,
            names = {"STOP", "RETRY", "CONTINUE"})
    void pressed_button_isCarriedOutBeforeDiscordIsAcknowledged(Button button) {
        long thread = discord.startsThread(1, 300, question, "why?");
        long message = answer(thread, Optional.empty(), button);

        Interaction press = presses(1, thread, message, button);

        assertThat(press.answer()).hasValue(Callback.DEFERRED_UPDATE);
        assertThat(rig.presses)
                .containsExactly(
                        new Press(
                                rig.presses.getFirst().event(),
                                DiscordIds.thread(100, 300, question),
                                new Author(DiscordIds.user(1), "Ada"),
                                Standing.ADMIN,
                                DiscordIds.madeAt(press.id()),
                                button,
                                TURN));
        assertThat(rig.presses.getFirst().event()).hasToString("press." + press.id());
    }

    @Test
    void pressed_inTheChannel_isOfTheThreadThatTheStoreKnows() {
        ThreadId thread = DiscordIds.thread(100, 300, 4711);
        long message = answer(300, Optional.of(question), Button.RETRY);
        rig.answers.put(DiscordIds.message(300, message), thread);

        presses(2, 300, message, Button.RETRY);

        assertThat(rig.presses).extracting(Press::thread).containsExactly(thread);
        assertThat(rig.presses).extracting(Press::admin).containsExactly(false);
    }

    @Test
    void pressed_beforeTheStoreKnows_isOfTheQuestionThatIsAnswered() {
        long message = answer(300, Optional.of(question), Button.STOP);

        presses(2, 300, message, Button.STOP);

        assertThat(rig.presses)
                .extracting(Press::thread)
                .containsExactly(DiscordIds.thread(100, 300, question));
    }

    @Test
    void pressed_beforeTheStoreKnows_underALaterQuestion_isOfTheConversationThatItGoesOnIn() {
        ThreadId thread = DiscordIds.thread(100, 300, 4711);
        rig.questions.put(Conversations.event(question), thread);
        long message = answer(300, Optional.of(question), Button.STOP);

        presses(2, 300, message, Button.STOP);

        assertThat(rig.presses).extracting(Press::thread).containsExactly(thread);
    }

    @Test
    void pressed_inDirectMessages_isOfTheirConversation() {
        long direct = discord.dmOf(2);
        long message = answer(direct, Optional.empty(), Button.STOP);

        presses(2, direct, message, Button.STOP);

        assertThat(rig.presses)
                .extracting(Press::thread)
                .containsExactly(DiscordIds.direct(direct));
    }

    @Test
    void pressed_forbidden_isToldToThePresserAlone() {
        rig.refusal = _ -> Optional.of("Only Ada, who asked, or an admin can do that.");
        long message = answer(300, Optional.of(question), Button.RETRY);

        Interaction press = presses(2, 300, message, Button.RETRY);

        assertThat(press.privateTexts())
                .containsExactly("Only Ada, who asked, or an admin can do that.");
        assertThat(press.publicTexts()).isEmpty();
    }

    @Test
    void pressed_opinion_isThankedFor() {
        long message = answer(300, Optional.of(question), Button.LIKE, Button.DISLIKE);

        assertThat(presses(2, 300, message, Button.DISLIKE).privateTexts())
                .singleElement()
                .asString()
                .startsWith("Thanks");
        assertThat(rig.presses).extracting(Press::button).containsExactly(Button.DISLIKE);
    }

    @Test
    void pressed_codeFile_isAcknowledgedFirstAndLeavesNothing() {
        long message = answer(300, Optional.of(question), Button.CODE_FILE);
        rig.refusal =
                press -> {
                    discord.await(
                            "the promise",
                            () ->
                                    discord.calls().stream()
                                            .anyMatch(call -> call.path().endsWith("/callback")));
                    return Optional.empty();
                };

        Interaction press = presses(2, 300, message, Button.CODE_FILE);

        assertThat(press.answer()).hasValue(Callback.DEFERRED_MESSAGE);
        discord.await("nothing left", () -> press.texts().isEmpty());
        assertThat(rig.presses).hasSize(1);
    }

    @Test
    void pressed_codeFileRefused_saysWhy() {
        rig.refusal = _ -> Optional.of("I may not attach files in this channel.");
        long message = answer(300, Optional.of(question), Button.CODE_FILE);

        assertThat(presses(2, 300, message, Button.CODE_FILE).privateTexts())
                .containsExactly("I may not attach files in this channel.");
    }

    @Test
    void pressed_storeFails_saysSo() {
        rig.refusal =
                _ -> {
                    throw new IllegalStateException("disk full");
                };
        long message = answer(300, Optional.of(question), Button.RETRY, Button.CODE_FILE);

        for (Button button : List.of(Button.RETRY, Button.CODE_FILE)) {
            assertThat(presses(2, 300, message, button).privateTexts())
                    .singleElement()
                    .asString()
                    .startsWith("Something went wrong on my side")
                    .doesNotContain("disk");
        }
    }

    @Test
    void pressed_buttonOfBefore_isAnsweredPolitely() {
        String body =
                """
                {"content":"Old","nonce":"1","enforce_nonce":true,
                 "allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[
                  {"type":2,"style":2,"label":"Go","custom_id":"other:1"}]}]}\
                """;
        assertThat(rest(300, body)).isInstanceOf(Outcome.Done.class);

        Interaction press =
                discord.presses(2, 300, discord.messages(300).getLast().id(), "other:1");
        discord.await("an answer", press::acknowledged);

        assertThat(press.privateTexts())
                .singleElement()
                .asString()
                .startsWith("I do not know this button any more.");
        assertThat(rig.presses).isEmpty();
    }

    @Test
    void pressed_toldAgainByDiscord_isOnePress() {
        long message = answer(300, Optional.of(question), Button.STOP, Button.RETRY);

        presses(2, 300, message, Button.STOP);
        rig.hearAgain();
        presses(2, 300, message, Button.RETRY);

        assertThat(rig.presses)
                .extracting(Press::button)
                .containsExactly(Button.STOP, Button.RETRY);
    }

    @Test
    void pressed_longAgo_isLeftUndone() {
        long message = answer(300, Optional.of(question), Button.STOP, Button.RETRY);
        rig.late = Duration.ofMinutes(16);
        Interaction old =
                discord.presses(2, 300, message, DiscordButtons.customId(Button.STOP, TURN));
        discord.await("the press", () -> rig.heard(old));
        rig.late = Duration.ZERO;

        presses(2, 300, message, Button.RETRY);

        assertThat(rig.presses).extracting(Press::button).containsExactly(Button.RETRY);
    }

    @Test
    void pressed_discordNoLongerWaits_isCarriedOutAllTheSame() {
        long message = answer(300, Optional.of(question), Button.STOP);
        discord.faults()
                .next(
                        "POST",
                        "interactions/{i}/{t}/callback",
                        new Fault.Refused(404, 10_062, "Unknown interaction"));

        discord.presses(2, 300, message, DiscordButtons.customId(Button.STOP, TURN));
        discord.await("the press", () -> rig.presses.size() == 1);
    }
}
