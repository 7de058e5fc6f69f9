package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.Command;
import parley.chat.Standing;
import parley.chat.UserId;
import parley.testing.slack.Delivery;
import parley.testing.slack.Ephemeral;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Room;

/** Commands from Slack's composer to the answer that one person sees, through Bolt. */
final class SlashCommandsTest {
    private SurfacesRig rig;
    private FakeSlack slack;

    @BeforeEach
    void start() throws Exception {
        slack =
                FakeSlack.start()
                        .addUser("U1", "Ada", Trait.ADMIN)
                        .addUser("U2", "Bob")
                        .addChannel("C1", "general", Room.Kind.PUBLIC, "U1", "U2")
                        .addChannel("C2", "strange", Room.Kind.PUBLIC, "U1")
                        .botMember("C2", false);
        rig = SurfacesRig.start(slack);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(slack.violations()).isEmpty();
        rig.close();
    }

    private void awaitAnswers(String user, int count) {
        slack.await("the answer", () -> slack.ephemerals(user).size() >= count);
    }

    @Test
    void command_byAnAdmin_isRunAndAnsweredPrivately() {
        rig.reply = "**engineer** answers in this channel.";

        Delivery typed = slack.command("U1", "C1", "/parley", "persona set engineer");
        awaitAnswers("U1", 1);
        slack.awaitAcknowledged();

        assertThat(rig.commands)
                .containsExactly(
                        new Command(
                                rig.channel("C1"),
                                Optional.empty(),
                                new Author(new UserId("U1"), "Ada"),
                                Standing.ADMIN,
                                "/parley persona set engineer"));
        assertThat(slack.ephemerals("U1").getFirst().text())
                .isEqualTo("**engineer** answers in this channel.");
        assertThat(typed.ack().payload().isEmpty()).isTrue();
        assertThat(slack.channel("C1")).isEmpty();
    }

    @Test
    void command_byAMemberUnderAnyName_bearsNoRights() {
        slack.command("U2", "C1", "/persona", "");
        awaitAnswers("U2", 1);

        assertThat(rig.commands)
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.admin()).isFalse();
                    assertThat(command.text().strip()).isEqualTo("/persona");
                });
    }

    @Test
    void answer_longerThanAMessage_comesWholeInSeveral() {
        rig.reply = "```markdown\n" + "a line of the prompt\n".repeat(4_700) + "```";

        slack.command("U1", "C1", "/parley", "persona show");
        awaitAnswers("U1", 9);

        assertThat(slack.ephemerals("U1"))
                .allSatisfy(one -> assertThat(one.text()).hasSizeBetween(1, 12_000));
        String all =
                slack.ephemerals("U1").stream()
                        .map(Ephemeral::text)
                        .collect(Collectors.joining("\n"));
        assertThat(all.lines().filter(line -> line.equals("a line of the prompt"))).hasSize(4_700);
    }

    @Test
    void answer_longInAChannelWithoutTheBot_endsWithWhatToDo() {
        rig.reply = "word ".repeat(20_000);

        slack.command("U1", "C2", "/parley", "persona show");
        awaitAnswers("U1", 5);

        assertThat(slack.ephemerals("U1")).hasSize(5);
        assertThat(slack.ephemerals("U1").getLast().text()).startsWith("That is not all");
    }
}
