package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.util.List;
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
import parley.chat.Standing;
import parley.chat.UserId;
import parley.testing.slack.Delivery;
import parley.testing.slack.Ephemeral;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;
import parley.testing.slack.ShownButton;

/** Buttons that ask for a decision, from the message that bears them to what comes of a press. */
final class ChoicePressesTest {
    private static final List<Choice> CHOICES =
            List.of(
                    new Choice("Approve", "decide:7 yes", Choice.Style.PRIMARY),
                    new Choice("Refuse", "decide:7 no", Choice.Style.DANGER),
                    new Choice("Show", "show:7", Choice.Style.PLAIN));

    private SurfacesRig rig;
    private FakeSlack slack;

    @BeforeEach
    void start() throws Exception {
        slack =
                FakeSlack.start()
                        .addUser("U1", "Ada", Trait.ADMIN)
                        .addUser("U2", "Bob")
                        .addChannel("C1", "general", Room.Kind.PUBLIC, "U1", "U2")
                        .addForeignChannel("C2", "strange", Room.Kind.PUBLIC, "U1");
        rig = SurfacesRig.start(slack);
        rig.running = _ -> new CommandReply.Told("Shall it be?", CHOICES);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(slack.violations()).isEmpty();
        assertThat(slack.notified()).isEmpty();
        rig.close();
    }

    private Ephemeral asked(String user, String channel) {
        slack.command(user, channel, "/persona", "set engineer");
        return ephemeral(user, 1);
    }

    private Ephemeral ephemeral(String user, int number) {
        slack.await("word " + number, () -> slack.ephemerals(user).size() >= number);
        return slack.ephemerals(user).get(number - 1);
    }

    /** A public message with the choices; its ts. */
    private String posted(Optional<String> root) {
        var notice =
                new Notice(
                        rig.channel("C1"),
                        root.map(ts -> rig.thread("C1", ts)),
                        "N-1",
                        "Bob asks.",
                        CHOICES);
        var posted =
                rig.api()
                        .call(methods ->
                                methods.chatPostMessage(r ->
                                        r.channel("C1")
                                                .threadTs(root.orElse(null))
                                                .text("Bob asks.")
                                                .blocks(NoticeBlocks.of(notice))));
        return ((Outcome.Done<ChatPostMessageResponse>) posted).response().getTs();
    }

    private Delivery press(String user, String channel, String ts, int button) {
        return slack.presses(user, channel, ts, "parley-choice." + button);
    }

    private Chosen chosen(int number) {
        slack.await("choice " + number, () -> rig.scripted.chosen().size() >= number);
        return rig.scripted.chosen().get(number - 1);
    }

    @Test
    void told_withChoices_showsButtonsBelow() {
        Ephemeral asked = asked("U1", "C1");

        assertThat(asked.text()).isEqualTo("Shall it be?");
        assertThat(asked.buttons())
                .containsExactly(
                        new ShownButton("parley-choice.0", "Approve", "decide:7 yes", "primary"),
                        new ShownButton("parley-choice.1", "Refuse", "decide:7 no", "danger"),
                        new ShownButton("parley-choice.2", "Show", "show:7", ""));
    }

    @Test
    void told_longerThanAMessage_hasItsButtonsUnderTheLast() {
        rig.running = _ -> new CommandReply.Told("word ".repeat(3_000), CHOICES);
        slack.command("U1", "C1", "/persona", "show");

        assertThat(ephemeral("U1", 1).buttons()).isEmpty();
        assertThat(ephemeral("U1", 2).buttons()).hasSize(3);
    }

    @Test
    void pressed_underAnAnswer_isChosenAndAnsweredInPrivate() {
        Ephemeral asked = asked("U1", "C1");

        press("U1", "C1", asked.ts(), 2);
        Chosen chosen = chosen(1);

        assertThat(chosen.action()).isEqualTo("show:7");
        assertThat(chosen.author()).isEqualTo(new Author(new UserId("U1"), "Ada"));
        assertThat(chosen.standing()).isEqualTo(Standing.ADMIN);
        assertThat(chosen.channel()).isEqualTo(rig.channel("C1"));
        assertThat(chosen.thread()).isEmpty();
        assertThat(ephemeral("U1", 2).text()).isEqualTo("You chose `show:7`.");
        assertThat(slack.channel("C1")).isEmpty();
    }

    @Test
    void pressed_whereTheBotIsNot_isAnsweredAllTheSame() {
        Ephemeral asked = asked("U1", "C2");

        press("U1", "C2", asked.ts(), 0);

        assertThat(ephemeral("U1", 2).text()).isEqualTo("You chose `decide:7 yes`.");
        assertThat(slack.calls("chat.postEphemeral")).isEmpty();
    }

    @Test
    void pressed_inAThread_knowsItsThread() {
        String root = slack.says("U1", "C1", "hello");
        String ts = posted(Optional.of(root));

        press("U2", "C1", ts, 1);

        assertThat(chosen(1).thread()).contains(rig.thread("C1", root));
        assertThat(chosen(1).standing()).isEqualTo(Standing.MEMBER);
        assertThat(ephemeral("U2", 1).threadTs()).contains(root);
    }

    @Test
    void pressed_toldAgainBySlack_isOneChoice() {
        String ts = posted(Optional.empty());
        Delivery press = press("U1", "C1", ts, 0);
        chosen(1);

        slack.redeliver(press);
        slack.await("a second ack", () -> press.acks().size() == 2);
        press("U1", "C1", ts, 0);
        chosen(2);

        assertThat(rig.scripted.chosen()).hasSize(2);
        assertThat(rig.scripted.chosen()).extracting(Chosen::event).doesNotHaveDuplicates();
    }

    @Test
    void settled_publicMessage_saysItWithoutButtons() {
        rig.scripted.choosing(_ -> new CommandReply.Settled("Approved by **Ada**. <!here>"));
        String ts = posted(Optional.empty());

        press("U1", "C1", ts, 0);
        slack.await("the end", () -> slack.message("C1", ts).orElseThrow().buttons().isEmpty());

        Shown message = slack.message("C1", ts).orElseThrow();
        assertThat(message.text().replace("\u2060", "")).isEqualTo("Approved by **Ada**. <!here>");
        assertThat(slack.ephemerals("U1")).isEmpty();
    }

    @Test
    void settled_messageThatCannotBeEdited_isReplacedByItsAddress() {
        slack.faults().always("chat.update", new Fault.Refused("edit_window_closed"));
        rig.scripted.choosing(_ -> new CommandReply.Settled("Approved."));
        String ts = posted(Optional.empty());

        press("U1", "C1", ts, 0);
        slack.await("the end", () -> slack.message("C1", ts).orElseThrow().buttons().isEmpty());

        assertThat(slack.message("C1", ts).orElseThrow().text()).isEqualTo("Approved.");
    }

    @Test
    void settled_privateMessage_isReplaced() {
        rig.scripted.choosing(_ -> new CommandReply.Settled("Approved."));
        Ephemeral asked = asked("U1", "C1");

        press("U1", "C1", asked.ts(), 0);
        slack.await("the end", () -> slack.ephemerals("U1").getFirst().buttons().isEmpty());

        assertThat(slack.ephemerals("U1"))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("Approved."));
    }

    @Test
    void asks_afterAPress_opensTheWindowForThePresser() {
        var field = new Form.Field("why", "Reason", "", "", false, true, 200);
        rig.scripted.choosing(_ ->
                new CommandReply.Asks(new Form("reason:7", "Refuse", "Refuse", List.of(field))));
        String ts = posted(Optional.empty());

        press("U2", "C1", ts, 1);
        slack.await("a window", () -> slack.surfaces().modal("U2").isPresent());

        assertThat(slack.surfaces().modal("U1")).isEmpty();
        assertThat(slack.ephemerals("U2")).isEmpty();
    }

    @Test
    void asks_tooLate_saysSoInPlainWords() {
        slack.faults().next("views.open", new Fault.Refused("expired_trigger_id"));
        var field = new Form.Field("why", "Reason", "", "", false, true, 200);
        rig.scripted.choosing(_ ->
                new CommandReply.Asks(new Form("reason:7", "Refuse", "Refuse", List.of(field))));

        press("U1", "C1", posted(Optional.empty()), 1);

        assertThat(ephemeral("U1", 1).text())
                .startsWith("Slack lets me open a window within three seconds only")
                .endsWith("Press the button again.");
    }

    @Test
    void choose_thatFails_isSaidWithoutDetails() {
        rig.scripted.choosing(_ -> {
            throw new IllegalStateException("disk full");
        });

        press("U1", "C1", posted(Optional.empty()), 0);

        assertThat(ephemeral("U1", 1).text())
                .startsWith("Something went wrong on my side")
                .doesNotContain("disk");
    }
}
