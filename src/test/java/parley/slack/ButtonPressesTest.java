package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.util.List;
import java.util.Locale;
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
import parley.chat.UserId;
import parley.testing.slack.Delivery;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Room;

/** Presses of our buttons, and of Slack's own Stop, through Bolt. */
final class ButtonPressesTest {
    private static final Reference TURN = new Reference("T-7KQ2M9XA");

    private SurfacesRig rig;
    private FakeSlack slack;
    private String root;

    @BeforeEach
    void start() throws Exception {
        slack =
                FakeSlack.start()
                        .addUser("U1", "Ada", Trait.ADMIN)
                        .addUser("U2", "Bob")
                        .addChannel("C1", "general", Room.Kind.PUBLIC, "U1", "U2");
        rig = SurfacesRig.start(slack);
        root = slack.says("U1", "C1", slack.mention() + " why?");
    }

    @AfterEach
    void close() throws Exception {
        assertThat(slack.violations()).isEmpty();
        rig.close();
    }

    private String answer(Button... buttons) {
        Outcome<ChatPostMessageResponse> posted =
                rig.api()
                        .call(methods ->
                                methods.chatPostMessage(r ->
                                        r.channel("C1")
                                                .threadTs(root)
                                                .text("Because.")
                                                .blocks(
                                                        SlackButtons.blocks(
                                                                List.of(buttons), TURN))));
        return ((Outcome.Done<ChatPostMessageResponse>) posted).response().getTs();
    }

    private void awaitPresses(int count) {
        slack.await("presses", () -> rig.presses.size() >= count);
        slack.awaitAcknowledged();
    }

    @ParameterizedTest
    @EnumSource(
            value = Button.class,
            names = {"STOP", "RETRY", "CONTINUE", "CODE_FILE"})
    void pressed_button_isCarriedOutForItsThread(Button button) {
        String ts = answer(button);

        slack.presses("U1", "C1", ts, "parley." + button.name().toLowerCase(Locale.ROOT));
        awaitPresses(1);

        Press press = rig.presses.getFirst();
        assertThat(press.button()).isEqualTo(button);
        assertThat(press.turn()).isEqualTo(TURN);
        assertThat(press.thread()).isEqualTo(rig.thread("C1", root));
        assertThat(press.author()).isEqualTo(new Author(new UserId("U1"), "Ada"));
        assertThat(press.admin()).isTrue();
    }

    @Test
    void pressed_feedback_tellsWhich() {
        String ts = answer(Button.LIKE, Button.DISLIKE);

        slack.presses("U2", "C1", ts, "parley.feedback", "dislike:" + TURN);
        awaitPresses(1);
        slack.presses("U2", "C1", ts, "parley.feedback", "like:" + TURN);
        awaitPresses(2);

        assertThat(rig.presses)
                .extracting(Press::button)
                .containsExactly(Button.DISLIKE, Button.LIKE);
        assertThat(rig.presses).extracting(Press::admin).containsOnly(false);
    }

    @Test
    void pressed_forbidden_isToldToThePresserAlone() {
        rig.refusal = Optional.of("Only Ada, who asked, or an admin can do that.");
        String ts = answer(Button.RETRY);

        slack.presses("U2", "C1", ts, "parley.retry");
        slack.await("the refusal", () -> !slack.ephemerals("U2").isEmpty());

        assertThat(slack.ephemerals("U2"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.text()).startsWith("Only Ada");
                    assertThat(one.threadTs()).hasValue(root);
                });
        assertThat(slack.ephemerals("U1")).isEmpty();
    }

    @Test
    void pressed_toldAgainBySlack_isOnePress() {
        Delivery press = slack.presses("U1", "C1", answer(Button.STOP), "parley.stop");
        awaitPresses(1);

        slack.redeliver(press);
        slack.await("a second ack", () -> press.acks().size() == 2);
        slack.presses("U1", "C1", answer(Button.RETRY), "parley.retry");
        awaitPresses(2);

        assertThat(rig.presses)
                .extracting(Press::button)
                .containsExactly(Button.STOP, Button.RETRY);
        assertThat(rig.presses).extracting(Press::event).doesNotHaveDuplicates();
    }

    @Test
    void stopsSession_answerUnderWay_isAPressOfStop() {
        rig.live.put(rig.thread("C1", root), TURN);

        slack.stopsSession("U2", "C1", root);
        awaitPresses(1);

        Press press = rig.presses.getFirst();
        assertThat(press.button()).isEqualTo(Button.STOP);
        assertThat(press.turn()).isEqualTo(TURN);
        assertThat(press.thread()).isEqualTo(rig.thread("C1", root));
        assertThat(press.author().name()).isEqualTo("Bob");
    }

    @Test
    void stopsSession_nothingUnderWay_isAcknowledged() {
        slack.stopsSession("U2", "C1", root);
        slack.awaitAcknowledged();

        assertThat(rig.presses).isEmpty();
    }
}
