package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.Choice;
import parley.chat.Chosen;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.Notice;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.testing.discord.Callback;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** Decisions that are asked for with buttons, in notices and in private answers, through JDA. */
final class DiscordChoicePressesTest {
    private static final List<Choice> DECIDE =
            List.of(
                    new Choice("Approve", "approve:17", Choice.Style.PRIMARY),
                    new Choice("Refuse", "refuse:17", Choice.Style.DANGER));

    private DiscordSurfacesRig rig;
    private FakeDiscord discord;

    @BeforeEach
    void start() {
        discord =
                FakeDiscord.start()
                        .addGuild(100, "Acme")
                        .addMember(100, 1, "Ada", Permission.MANAGE_GUILD)
                        .addMember(100, 2, "Bob")
                        .nickname(100, 2, "Ada")
                        .addChannel(100, 300, "general", ChannelKind.TEXT);
        rig = DiscordSurfacesRig.start(discord);
    }

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        assertThat(discord.rateLimited()).isEmpty();
        assertThat(discord.notified()).isEmpty();
        rig.close();
    }

    private long notice(Optional<ThreadId> thread) {
        SendResult sent =
                rig.notices()
                        .post(
                                new Notice(
                                        DiscordIds.thread(100, 300, 300).channel(),
                                        thread,
                                        "request.17",
                                        "**Ada** wants to change *engineer*. <@2> @everyone",
                                        DECIDE));
        assertThat(sent).isInstanceOf(SendResult.Sent.class);
        return DiscordIds.idOf(((SendResult.Sent) sent).message());
    }

    private Interaction presses(long user, long channel, long message, String action) {
        Interaction press = discord.presses(user, channel, message, "choice:" + action);
        discord.await("an answer", () -> press.acknowledged() && !press.thinking());
        return press;
    }

    private ShownMessage shown(long channel, long message) {
        return discord.message(channel, message).orElseThrow();
    }

    @Test
    void pressed_settled_isWrittenIntoTheNotice() {
        rig.scripted.choosing(_ -> new CommandReply.Settled("Approved by **Ada**. @everyone"));
        long notice = notice(Optional.empty());

        Interaction press = presses(1, 300, notice, "approve:17");
        discord.await("the end", () -> shown(300, notice).content().startsWith("Approved"));

        assertThat(press.answer()).hasValue(Callback.DEFERRED_UPDATE);
        assertThat(press.texts()).isEmpty();
        assertThat(shown(300, notice).buttons()).isEmpty();
        assertThat(rig.scripted.chosen())
                .containsExactly(
                        new Chosen(
                                rig.scripted.chosen().getFirst().event(),
                                DiscordIds.thread(100, 300, 300).channel(),
                                Optional.empty(),
                                new Author(DiscordIds.user(1), "Ada"),
                                Standing.ADMIN,
                                "approve:17"));
        assertThat(rig.scripted.chosen().getFirst().event()).hasToString("choice." + press.id());
    }

    @Test
    void pressed_byWhoCallsThemselvesAsAnAdmin_isRefusedPrivately() {
        rig.scripted.choosing(_ -> CommandReply.told("Only admins can decide that."));
        long notice = notice(Optional.empty());

        Interaction press = presses(2, 300, notice, "approve:17");
        discord.await("words", () -> !press.privateTexts().isEmpty());

        assertThat(press.privateTexts()).containsExactly("Only admins can decide that.");
        assertThat(press.publicTexts()).isEmpty();
        assertThat(shown(300, notice).buttons()).hasSize(2);
        assertThat(rig.scripted.chosen().getFirst().author().name()).isEqualTo("Ada");
        assertThat(rig.scripted.chosen().getFirst().standing()).isEqualTo(Standing.OUTSIDER);
    }

    @Test
    void pressed_inAThread_namesIt() {
        long thread = discord.startsThread(2, 300, 0, "Deploys");
        ThreadId id = DiscordIds.thread(100, 300, thread);
        rig.scripted.choosing(_ -> new CommandReply.Settled("Refused."));

        long notice = notice(Optional.of(id));
        presses(1, thread, notice, "refuse:17");
        discord.await("the end", () -> shown(thread, notice).content().equals("Refused."));

        assertThat(rig.scripted.chosen().getFirst().thread()).hasValue(id);
    }

    @Test
    void pressed_underAPrivateAnswer_settlesThat() {
        rig.outcome = _ -> new CommandReply.Told("Roll back?", DECIDE);
        rig.scripted.choosing(_ -> new CommandReply.Settled("Rolled back."));
        Interaction typed = discord.command(1, 300, "parley", "audit", Map.of());
        discord.await("the question", () -> !typed.messages().isEmpty());

        presses(1, 300, typed.messages().getFirst().id(), "approve:17");
        discord.await("the end", () -> typed.privateTexts().equals(List.of("Rolled back.")));

        assertThat(typed.messages().getFirst().buttons()).isEmpty();
        assertThat(typed.messages().getFirst().isEphemeral()).isTrue();
    }

    @Test
    void pressed_commandThatSettles_changesTheMessageAtOnce() {
        rig.outcome =
                _ ->
                        new CommandReply.Told(
                                "Edit?",
                                List.of(
                                        new Choice(
                                                "Edit",
                                                "run:/persona edit a",
                                                Choice.Style.PLAIN)));
        rig.scripted.choosing(_ -> new CommandReply.Settled("There is no such persona any more."));
        Interaction typed = discord.command(1, 300, "parley", "audit", Map.of());
        discord.await("the question", () -> !typed.messages().isEmpty());

        Interaction press =
                presses(1, 300, typed.messages().getFirst().id(), "run:/persona edit a");

        assertThat(press.answer()).hasValue(Callback.UPDATE);
        assertThat(typed.privateTexts()).containsExactly("There is no such persona any more.");
    }

    @Test
    void pressed_windowWantedTooLate_isSaidPrivately() {
        rig.scripted.choosing(
                _ -> new CommandReply.Asks(new Form("f", "Why refuse?", "Refuse", List.of())));
        long notice = notice(Optional.empty());

        Interaction press = presses(1, 300, notice, "refuse:17");
        discord.await("words", () -> !press.privateTexts().isEmpty());

        assertThat(press.privateTexts().getFirst()).contains("Why refuse?");
        assertThat(press.messages().getFirst().buttons()).isEmpty();
    }

    @Test
    void pressed_coreFails_saysSo() {
        rig.scripted.choosing(_ -> {
            throw new IllegalStateException("disk full");
        });
        long notice = notice(Optional.empty());

        Interaction press = presses(1, 300, notice, "approve:17");
        discord.await("words", () -> !press.privateTexts().isEmpty());

        assertThat(press.privateTexts().getFirst()).startsWith("Something went wrong on my side");
        assertThat(shown(300, notice).buttons()).hasSize(2);
    }

    @Test
    void pressed_discordNoLongerWaits_isNotCarriedOut() {
        long notice = notice(Optional.empty());
        discord.faults()
                .next(
                        "POST",
                        "interactions/{i}/{t}/callback",
                        new Fault.Refused(404, 10_062, "Unknown interaction"));
        discord.presses(1, 300, notice, "choice:approve:17");
        presses(1, 300, notice, "refuse:17");
        discord.await("the press", () -> !rig.scripted.chosen().isEmpty());

        assertThat(rig.scripted.chosen()).extracting(Chosen::action).containsExactly("refuse:17");
    }
}
