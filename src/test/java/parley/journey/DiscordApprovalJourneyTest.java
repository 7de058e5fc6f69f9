package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownButton;
import parley.testing.discord.ShownMessage;

/** Changes that a second admin of the server has to approve, by buttons of Discord. */
final class DiscordApprovalJourneyTest extends DiscordJourney {
    private static final long MAX = 14;
    private static final long OTHER_GUILD = 200;
    private static final long OTHER_CHANNEL = 202;
    private static final long UMA = 16;

    @Override
    void configure() {
        discord.addMember(GUILD, MAX, "Max", Permission.MANAGE_GUILD);
    }

    @BeforeEach
    void approval() {
        assertThat(
                        told(
                                EVE,
                                "parley",
                                "channel",
                                Map.of("rule", "approval", "value", "on", "for", "workspace")))
                .contains("approval");
        assertThat(told(EVE, "persona", "set", Map.of("name", "engineer")))
                .startsWith("Another admin has to approve this, so nothing is changed yet.");
    }

    private ShownMessage request() {
        return discord.answers(GENERAL).getLast();
    }

    private Interaction press(long user, String label) {
        return discord.presses(user, GENERAL, request().id(), button(label));
    }

    private String button(String label) {
        return request().buttons().stream()
                .filter(button -> button.label().equals(label))
                .map(ShownButton::customId)
                .findFirst()
                .orElseThrow();
    }

    private void awaitSettled() {
        discord.await("the end of the request", () -> request().buttons().isEmpty());
    }

    private boolean engineerAnswers() {
        askAndWait("who are you?");
        return system().contains("a senior software engineer");
    }

    @Test
    void request_bySecondAdmin_isMadeAndSettledWithoutButtons() {
        assertThat(request().content())
                .startsWith("**Eve** wants to set **engineer** for this channel.");
        assertThat(request().buttons())
                .extracting(ShownButton::label)
                .containsExactly("Approve", "Refuse");
        assertThat(engineerAnswers()).isFalse();

        assertThat(told(press(EVE, "Approve"))).contains("This is your own request");
        assertThat(told(press(BOB, "Approve"))).isEqualTo("Only admins decide this.");
        assertThat(engineerAnswers()).isFalse();

        press(MAX, "Approve");
        awaitSettled();
        assertThat(request().content())
                .isEqualTo("**Eve** set **engineer** for this channel. **Max** approved it.");
        assertThat(engineerAnswers()).isTrue();
        assertThat(audit(GUILD).reversed())
                .endsWith(
                        EVE + " persona set engineer REQUESTED: for channel:discord/100/101",
                        EVE + " approve of persona set engineer REFUSED: own request",
                        BOB + " approve of persona set engineer REFUSED: not an admin",
                        MAX + " persona set engineer APPROVED: asked for by " + EVE,
                        EVE
                                + " persona set engineer DONE: for channel:discord/100/101; approved"
                                + " by "
                                + MAX);
    }

    @Test
    void request_refused_changesNothing() {
        press(MAX, "Refuse");
        awaitSettled();

        assertThat(request().content())
                .startsWith("**Eve** wanted to set **engineer**")
                .endsWith("**Max** refused it. Nothing was changed.");
        assertThat(engineerAnswers()).isFalse();
        assertThat(audit(GUILD).getFirst())
                .isEqualTo(MAX + " persona set engineer DECLINED: asked for by " + EVE);
    }

    /** Their client showed the buttons still when they pressed. */
    @Test
    void press_onceItIsDecided_changesNothingAndSaysSo() {
        String approve = button("Approve");
        press(MAX, "Refuse");
        awaitSettled();
        ShownMessage settled = request();

        assertThat(told(discord.forgesPress(MAX, GENERAL, settled.id(), approve)))
                .startsWith("**Max** refused this on ")
                .endsWith("so your press changed nothing.");
        assertThat(told(discord.forgesPress(MAX, GENERAL, settled.id(), "choice:approve:0000")))
                .startsWith("This button is from another time");
        assertThat(request()).isEqualTo(settled);
        assertThat(engineerAnswers()).isFalse();
        assertThat(audit(GUILD).subList(0, 2))
                .containsExactly(
                        MAX + " approve  REFUSED: stale: unknown",
                        MAX + " approve of persona set engineer REFUSED: stale: decided");
    }

    /** Buttons can be made up, also where their maker is an admin. */
    @Test
    void press_byAnAdminOfAnotherServer_decidesNothing() {
        discord.addGuild(OTHER_GUILD, "Somebody else's")
                .addMember(OTHER_GUILD, UMA, "Uma", Permission.MANAGE_GUILD)
                .addChannel(OTHER_GUILD, OTHER_CHANNEL, "lobby", ChannelKind.TEXT);
        long message = discord.says(UMA, OTHER_CHANNEL, "hello");
        String approve = button("Approve");

        assertThat(told(discord.forgesPress(UMA, OTHER_CHANNEL, message, approve)))
                .startsWith("This button is from another time");
        assertThat(engineerAnswers()).isFalse();
        assertThat(audit(OTHER_GUILD)).containsExactly(UMA + " approve  REFUSED: stale: unknown");
        press(MAX, "Approve");
        awaitSettled();
        assertThat(engineerAnswers()).isTrue();
    }

    @Test
    void approvalOff_needsApprovalToo() {
        told(
                EVE,
                "parley",
                "channel",
                Map.of("rule", "approval", "value", "off", "for", "workspace"));
        assertThat(request().content()).contains("approval");
        press(MAX, "Approve");
        awaitSettled();

        assertThat(told(EVE, "persona", "set", Map.of("name", "editor")))
                .startsWith("From the next question on");
    }
}
