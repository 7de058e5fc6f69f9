package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.Choice;
import parley.chat.Chosen;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.Membership;
import parley.chat.Notice;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.Submission;
import parley.chat.UserId;
import parley.testing.slack.Delivery;
import parley.testing.slack.Ephemeral;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;

/** Commands, however people give them, through the whole adapter. */
final class SlackCommandsTest {
    private static final String C = "C0GENERAL1";
    private static final List<Choice> CHOICES =
            List.of(new Choice("Yes", "answer:yes", Choice.Style.PLAIN));

    private AdapterRig rig;
    private FakeSlack slack;

    @BeforeEach
    void start() {
        slack =
                FakeSlack.start()
                        .addUser("U0ADMIN001", "Ada", Trait.ADMIN)
                        .addUser("U0NAMED001", "Nina")
                        .addUser("U0GROUP001", "Gus")
                        .addUser("U0FORGED01", "Ada")
                        .addUser("U0GUEST001", "Ada", Trait.GUEST)
                        .addUser("W0OTHER001", "Ada", Trait.OTHER_TEAM, Trait.ADMIN)
                        .addUser("W0ORG00001", "Ada", Trait.OTHER_WORKSPACE, Trait.OWNER)
                        .addUserGroup(
                                "S0ADMINS01",
                                "bot-admins",
                                "U0GROUP001",
                                "U0GUEST001",
                                "W0OTHER001")
                        .addChannel(
                                C,
                                "general",
                                Room.Kind.PUBLIC,
                                "U0ADMIN001",
                                "U0NAMED001",
                                "U0GROUP001",
                                "U0FORGED01",
                                "U0GUEST001",
                                "W0OTHER001",
                                "W0ORG00001");
        rig = AdapterRig.start(slack, "U0NAMED001,U0GUEST001,W0ORG00001,S0ADMINS01");
    }

    @AfterEach
    void close() {
        assertThat(slack.violations()).isEmpty();
        assertThat(slack.notified()).isEmpty();
        rig.close();
    }

    private Command typed(int number) {
        slack.await("command " + number, () -> rig.commands.typed().size() >= number);
        return rig.commands.typed().get(number - 1);
    }

    private Ephemeral told(String user) {
        slack.await("a word", () -> !slack.ephemerals(user).isEmpty());
        return slack.ephemerals(user).getFirst();
    }

    private JsonNode window(String user) {
        slack.await("a window", () -> slack.surfaces().modal(user).isPresent());
        return slack.surfaces().modal(user).orElseThrow();
    }

    private static CommandReply window() {
        var field = new Form.Field("text", "Persona", "", "Be kind.\n", true, false, 100_000);
        return new CommandReply.Asks(new Form("edit:1", "Edit engineer", "Save", List.of(field)));
    }

    /** In each place the id decides, though all but two bear the admin's name. */
    @ParameterizedTest
    @CsvSource({
        "U0ADMIN001, ADMIN",
        "U0NAMED001, ADMIN",
        "U0GROUP001, ADMIN",
        "U0FORGED01, MEMBER",
        "U0GUEST001, GUEST",
        "W0OTHER001, OUTSIDER",
        "W0ORG00001, OUTSIDER"
    })
    void standing_ofWhoeverCommands_isTheirsByIdEverywhere(String user, Standing standing) {
        rig.running = command -> new CommandReply.Told(command.standing().name(), CHOICES);
        slack.command(user, C, "/persona", "set engineer");
        Ephemeral told = told(user);
        slack.presses(user, C, told.ts(), "parley-choice.0");
        slack.says(user, C, slack.mention() + " persona set engineer");
        typed(2);
        slack.await("a choice", () -> !rig.commands.chosen().isEmpty());

        assertThat(told.text()).isEqualTo(standing.name());
        assertThat(rig.commands.typed()).extracting(Command::standing).containsOnly(standing);
        assertThat(rig.commands.chosen()).extracting(Chosen::standing).containsOnly(standing);
        assertThat(rig.adapter.standing(rig.channel(C), new UserId(user))).contains(standing);
    }

    @Test
    void mention_withChoices_showsThemToItsAuthorInTheThread() {
        String root = slack.says("U0ADMIN001", C, "hello");
        rig.running = _ -> new CommandReply.Told("Shall it be?", CHOICES);
        slack.replies("U0ADMIN001", C, root, slack.mention() + " persona set engineer");

        Ephemeral told = told("U0ADMIN001");
        slack.presses("U0ADMIN001", C, told.ts(), "parley-choice.0");
        slack.await("a choice", () -> !rig.commands.chosen().isEmpty());

        assertThat(told.threadTs()).contains(root);
        assertThat(rig.commands.chosen().getFirst().thread()).contains(rig.thread(C, root));
        assertThat(slack.thread(C, root)).hasSize(2);
        assertThat(rig.heard).isEmpty();
    }

    @Test
    void mention_thatNeedsAWindow_opensItByAButton() {
        String root = slack.says("U0ADMIN001", C, "hello");
        rig.running = _ -> window();
        rig.commands.choosing(_ -> window());
        slack.replies("U0ADMIN001", C, root, slack.mention() + " persona edit engineer");

        Ephemeral told = told("U0ADMIN001");
        assertThat(told.text()).isEqualTo("This needs a window to fill in: Edit engineer.");
        assertThat(told.buttons().getFirst().value()).isEqualTo("run:persona edit engineer");

        slack.presses("U0ADMIN001", C, told.ts(), "parley-choice.0");
        JsonNode window = window("U0ADMIN001");
        Delivery sent = slack.submits(window.path("id").asText(), Map.of("text.0", "Be brief."));
        slack.await("an acknowledgement", sent::acknowledged);

        Submission submitted = rig.commands.submitted().getFirst();
        assertThat(submitted.values().get("text")).isEqualTo("Be brief.\n");
        assertThat(submitted.thread()).contains(rig.thread(C, root));
        assertThat(rig.commands.chosen().getFirst().action())
                .isEqualTo("run:persona edit engineer");
        slack.await("the end", () -> slack.ephemerals("U0ADMIN001").size() == 2);
        assertThat(slack.ephemerals("U0ADMIN001").getLast().threadTs()).contains(root);
    }

    @Test
    void mention_ofACommandTooLongForAButton_saysWhatToDo() {
        rig.running = _ -> window();
        slack.says("U0ADMIN001", C, slack.mention() + " persona edit " + "x".repeat(90));

        Ephemeral told = told("U0ADMIN001");
        assertThat(told.text()).contains("Use the slash command in the channel.");
        assertThat(told.buttons()).isEmpty();
    }

    @Test
    void direct_commandAtTheTop_isAboutTheConversationAfterAPressToo() {
        String im = slack.imOf("U0ADMIN001");
        rig.running = _ -> new CommandReply.Told("Shall it be?", CHOICES);
        rig.commands.choosing(_ -> new CommandReply.Settled("So be it."));
        String root = slack.directMessage("U0ADMIN001", "persona set engineer");
        slack.await("an answer", () -> !slack.answers(im, root).isEmpty());
        Shown answer = slack.answers(im, root).getFirst();

        slack.presses("U0ADMIN001", im, answer.ts(), "parley-choice.0");
        slack.await("the end", () -> slack.answers(im, root).getFirst().buttons().isEmpty());

        assertThat(typed(1).thread()).isEmpty();
        assertThat(rig.commands.chosen().getFirst().thread()).isEmpty();
        assertThat(slack.answers(im, root).getFirst().text()).isEqualTo("So be it.");
    }

    @Test
    void membership_ofGroups_isKnownByIdOnly() {
        Membership.Group group = new Membership.Group("S0ADMINS01", "@bot-admins");

        assertThat(rig.adapter.group(rig.channel(C), "@bot-admins")).contains(group);
        assertThat(rig.adapter.group(rig.channel(C), "<!subteam^S0ADMINS01|@ops>")).contains(group);
        assertThat(rig.adapter.group(rig.channel(C), "ops")).isEmpty();
        assertThat(rig.adapter.belongs(rig.channel(C), new UserId("U0GROUP001"), "S0ADMINS01"))
                .isTrue();
        assertThat(rig.adapter.belongs(rig.channel(C), new UserId("U0ADMIN001"), "S0ADMINS01"))
                .isFalse();
    }

    @Test
    void post_aNotice_showsItAndItsButtonsWork() {
        var notice = new Notice(rig.channel(C), Optional.empty(), "n1", "Bob asks.", CHOICES);

        assertThat(rig.adapter.post(notice)).isInstanceOf(SendResult.Sent.class);
        String ts = slack.channel(C).getFirst().ts();
        rig.commands.choosing(_ -> new CommandReply.Settled("Approved."));
        slack.presses("U0GUEST001", C, ts, "parley-choice.0");
        slack.await("the end", () -> slack.message(C, ts).orElseThrow().buttons().isEmpty());

        assertThat(rig.commands.chosen().getFirst().standing()).isEqualTo(Standing.GUEST);
        assertThat(slack.message(C, ts).orElseThrow().text()).isEqualTo("Approved.");
    }
}
