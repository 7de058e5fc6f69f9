package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.FormReply;
import parley.chat.Standing;
import parley.chat.Submission;
import parley.chat.UserId;
import parley.testing.ManualTicker;
import parley.testing.slack.Delivery;
import parley.testing.slack.Ephemeral;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Room;
import parley.testing.slack.ShownButton;

/** Windows, from the command that asks for one to what becomes of what was typed into it. */
final class FormSubmissionTest {
    private static final String LONG =
            IntStream.range(0, 200)
                    .mapToObj(
                            i -> "Rule " + i + ": be kind <&> brief.\n" + (i % 7 == 0 ? "\n" : ""))
                    .collect(Collectors.joining("", "---\nname: Engineer\n---\n", ""));

    private final ManualTicker time = new ManualTicker();
    private SurfacesRig rig;
    private FakeSlack slack;

    @BeforeEach
    void start() throws Exception {
        slack =
                FakeSlack.start(time)
                        .addUser("U1", "Ada", Trait.ADMIN)
                        .addUser("U2", "Bob")
                        .addChannel("C1", "general", Room.Kind.PUBLIC, "U1", "U2")
                        .addChannel("C2", "strange", Room.Kind.PUBLIC, "U1")
                        .botMember("C2", false);
        rig = SurfacesRig.start(slack);
        asking(LONG);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(slack.violations()).isEmpty();
        assertThat(slack.notified()).isEmpty();
        rig.close();
    }

    private void asking(String text) {
        rig.running = _ -> new CommandReply.Asks(form(text));
    }

    private static Form form(String text) {
        return new Form(
                "edit:engineer.3",
                "Edit engineer",
                "Save",
                List.of(
                        new Form.Field("text", "Persona", "The file", text, true, false, 101_000),
                        new Form.Field("why", "Reason", "Why?", "", false, true, 200)));
    }

    private JsonNode open(String user, String channel) {
        slack.command(user, channel, "/persona", "edit engineer");
        return opened(user);
    }

    private JsonNode opened(String user) {
        slack.await("a window", () -> slack.surfaces().modal(user).isPresent());
        return slack.surfaces().modal(user).orElseThrow();
    }

    private static String id(JsonNode window) {
        return window.path("id").asText();
    }

    private Delivery submit(JsonNode window, Map<String, String> typed) {
        Delivery sent = slack.submits(id(window), typed);
        slack.await("an acknowledgement", sent::acknowledged);
        return sent;
    }

    private Submission submitted(int number) {
        slack.await("form " + number, () -> rig.scripted.submitted().size() >= number);
        return rig.scripted.submitted().get(number - 1);
    }

    private Ephemeral ephemeral(String user, int number) {
        slack.await("word " + number, () -> slack.ephemerals(user).size() >= number);
        return slack.ephemerals(user).get(number - 1);
    }

    private static List<JsonNode> inputs(JsonNode window, String key) {
        return window.path("blocks")
                .valueStream()
                .filter(block -> block.path("block_id").asText().startsWith("parley." + key + "."))
                .toList();
    }

    @Test
    void opened_longText_isSpreadOverInputsWithRoomInEach() {
        List<JsonNode> inputs = inputs(open("U1", "C1"), "text");

        assertThat(inputs).hasSizeGreaterThan(4);
        assertThat(inputs)
                .extracting(block -> block.path("element").path("initial_value").asText().length())
                .allSatisfy(length -> assertThat(length).isLessThanOrEqualTo(2_600))
                .endsWith(0, 0, 0);
        assertThat(inputs.getFirst().path("label").path("text").asText())
                .isEqualTo("Persona (part 1 of %d)".formatted(inputs.size() - 3));
        assertThat(inputs.getLast().path("label").path("text").asText())
                .isEqualTo("Persona (more)");
    }

    @Test
    void submitted_untouched_givesTheSameText() {
        JsonNode window = open("U1", "C1");

        submit(window, Map.of("why.0", "no reason"));
        Submission form = submitted(1);

        assertThat(form.values()).isEqualTo(Map.of("text", LONG, "why", "no reason"));
        assertThat(form.form()).isEqualTo("edit:engineer.3");
        assertThat(form.channel()).isEqualTo(rig.channel("C1"));
        assertThat(form.thread()).isEmpty();
        assertThat(form.author().name()).isEqualTo("Ada");
        assertThat(form.standing()).isEqualTo(Standing.ADMIN);
    }

    @Test
    void submitted_edited_joinsTheParts() {
        asking("one\n");
        JsonNode window = open("U1", "C1");

        submit(window, Map.of("text.0", "uno\r\ndos", "text.1", "tres"));

        assertThat(submitted(1).values().get("text")).isEqualTo("uno\ndos\ntres\n");
    }

    @Test
    void done_closesTheWindowAndSaysSoInPrivate() {
        JsonNode window = open("U1", "C1");
        rig.scripted.taking(_ -> new FormReply.Done("**engineer** is version 4 now."));

        submit(window, Map.of());

        assertThat(ephemeral("U1", 1).text()).isEqualTo("**engineer** is version 4 now.");
        assertThat(slack.surfaces().modal("U1")).isEmpty();
        assertThat(slack.channel("C1")).isEmpty();
    }

    @Test
    void done_whereTheBotIsNot_isSaidDirectly() {
        JsonNode window = open("U1", "C2");

        submit(window, Map.of());
        slack.await("a word", () -> !slack.channel(slack.imOf("U1")).isEmpty());

        assertThat(slack.channel(slack.imOf("U1")).getFirst().text())
                .isEqualTo("You filled in `edit:engineer.3`.");
    }

    @Test
    void refused_staysOpenAndShowsTheFaultWhereItIs() {
        rig.scripted.taking(_ ->
                new FormReply.Refused(
                        Map.of("text", "engineer.md line 150: no such variable", "why", "Say why."),
                        "line 150: no such variable `{{x}}`\n\nline 151: the same"));
        JsonNode window = open("U1", "C1");

        submit(window, Map.of());

        Map<String, String> errors = slack.surfaces().errors(id(window));
        assertThat(errors).hasSize(2).containsEntry("parley.why.0", "Say why.");
        String input =
                errors.keySet().stream()
                        .filter(key -> key.startsWith("parley.text."))
                        .findFirst()
                        .get();
        assertThat(input).isNotEqualTo("parley.text.0");
        assertThat(holder(window, input)).contains(LONG.lines().toList().get(149));
        assertThat(ephemeral("U1", 1).text()).contains("line 151: the same");
        assertThat(slack.surfaces().modal("U1")).isPresent();
    }

    private static String holder(JsonNode window, String input) {
        return inputs(window, "text").stream()
                .filter(block -> block.path("block_id").asText().equals(input))
                .findFirst()
                .orElseThrow()
                .path("element")
                .path("initial_value")
                .asText();
    }

    @Test
    void refused_withOneSentence_saysItOnce() {
        rig.scripted.taking(_ -> new FormReply.Refused(Map.of("why", "Say why."), "Say why."));
        JsonNode window = open("U1", "C1");

        submit(window, Map.of());
        rig.scripted.taking(_ -> new FormReply.Done("Taken."));
        submit(window, Map.of("why.0", "because"));

        assertThat(ephemeral("U1", 1).text()).isEqualTo("Taken.");
        assertThat(rig.scripted.submitted()).hasSize(2);
        assertThat(rig.scripted.submitted()).extracting(Submission::event).doesNotHaveDuplicates();
    }

    @Test
    void refused_inNoField_isShownAtTheFirst() {
        rig.scripted.taking(_ -> new FormReply.Refused(Map.of(), "Only admins can do that."));
        JsonNode window = open("U2", "C1");

        submit(window, Map.of());

        assertThat(slack.surfaces().errors(id(window)))
                .isEqualTo(Map.of("parley.text.0", "Only admins can do that."));
        assertThat(submitted(1).standing()).isEqualTo(Standing.MEMBER);
        assertThat(slack.ephemerals("U2")).isEmpty();
    }

    @Test
    void submitted_bySomebodyElse_isTheirs() {
        rig.scripted.taking(_ -> new FormReply.Done("Saved."));
        JsonNode window = open("U1", "C1");

        Delivery forged = slack.submitsAs("U2", id(window), Map.of());
        slack.await("an acknowledgement", forged::acknowledged);

        assertThat(submitted(1).author().id()).isEqualTo(new UserId("U2"));
        assertThat(submitted(1).standing()).isEqualTo(Standing.MEMBER);
        assertThat(ephemeral("U2", 1).text()).isEqualTo("Saved.");
        assertThat(slack.ephemerals("U1")).isEmpty();
    }

    @Test
    void submitted_toldAgainBySlack_isTakenOnce() {
        Delivery sent = submit(open("U1", "C1"), Map.of());

        slack.redeliver(sent);
        slack.await("a second ack", () -> sent.acks().size() == 2);

        assertThat(rig.scripted.submitted()).hasSize(1);
    }

    @Test
    void submitted_andTakenAlready_isNotTakenAgain() {
        JsonNode window = open("U1", "C1");
        CountDownLatch saved = new CountDownLatch(1);
        rig.scripted.taking(_ -> {
            awaitQuietly(saved);
            return new FormReply.Done("Saved.");
        });

        submit(window, Map.of());
        assertThat(slack.surfaces().errors(id(window)).get("parley.text.0"))
                .startsWith("I am still working on it");
        submit(window, Map.of());
        saved.countDown();
        assertThat(ephemeral("U1", 1).text()).isEqualTo("Saved.");
        submit(window, Map.of("why.0", "more"));

        assertThat(slack.surfaces().errors(id(window)).get("parley.text.0"))
                .startsWith("This window was taken already");
        assertThat(slack.surfaces().modal("U1")).isPresent();
        assertThat(rig.scripted.submitted()).hasSize(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void submitted_thatFails_staysOpenWithoutDetails() {
        rig.scripted.taking(_ -> {
            throw new IllegalStateException("disk full");
        });
        JsonNode window = open("U1", "C1");

        submit(window, Map.of());

        assertThat(slack.surfaces().errors(id(window)).get("parley.text.0"))
                .startsWith("Something went wrong on my side")
                .doesNotContain("disk");
    }

    @Test
    void asked_whenTheTriggerExpired_offersAButtonInstead() {
        rig.running =
                _ -> {
                    time.advance(Duration.ofSeconds(4));
                    return new CommandReply.Asks(form("short"));
                };
        slack.command("U1", "C1", "/persona", "edit engineer");

        Ephemeral told = ephemeral("U1", 1);
        assertThat(told.text()).startsWith("Slack lets me open a window within three seconds only");
        assertThat(told.buttons())
                .containsExactly(
                        new ShownButton(
                                "parley-choice.0",
                                "Open the window",
                                "run:/persona edit engineer",
                                "primary"));

        rig.scripted.choosing(_ -> new CommandReply.Asks(form("short")));
        slack.presses("U1", "C1", told.ts(), "parley-choice.0");
        submit(opened("U1"), Map.of());
        assertThat(submitted(1).values().get("text")).isEqualTo("short");
    }

    @Test
    void asked_forMoreThanAWindowHolds_saysSo() {
        asking("\u4E2D".repeat(100_000));
        slack.command("U1", "C1", "/persona", "edit engineer");

        Ephemeral told = ephemeral("U1", 1);
        assertThat(told.text()).startsWith("The text is too long for a window of Slack");
        assertThat(told.buttons()).isEmpty();
        assertThat(slack.calls("views.open")).isEmpty();
    }

    @Test
    void asked_forTheLongestText_opensAndGivesItBack() {
        String longest = "a line of the prompt\n".repeat(4_760);
        asking(longest);

        submit(open("U1", "C1"), Map.of());

        assertThat(submitted(1).values().get("text")).isEqualTo(longest);
    }
}
