package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Choice;
import parley.chat.Chosen;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.FormReply;
import parley.chat.Notice;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.Submission;
import parley.chat.ThreadId;
import parley.testing.MemoryMessageLog;

/** Commands, choices and windows over HTTP, as the page asks for them. */
final class CommandDeskTest {
    private static final Choice YES = new Choice("Approve", "approve:7", Choice.Style.PRIMARY);

    private final MemoryMessageLog log = new MemoryMessageLog();
    private final TestingPlayground playground = new TestingPlayground(log);

    @AfterEach
    void close() {
        playground.close();
    }

    private HttpResponse<String> command(String author, String text) {
        return playground.post(
                "/api/channels/writing/commands",
                Map.of("author", author, "text", text, "standing", "ADMIN", "admin", true));
    }

    private HttpResponse<String> choose(String author, Map<String, String> more) {
        Map<String, Object> all =
                new HashMap<>(
                        Map.of(
                                "id",
                                TestingPlayground.id(),
                                "author",
                                author,
                                "action",
                                "approve:7",
                                "standing",
                                "ADMIN"));
        all.putAll(more);
        return playground.post("/api/channels/general/choices", all);
    }

    private HttpResponse<String> submit(String author, String form, Object values) {
        return playground.post(
                "/api/channels/general/forms",
                Map.of(
                        "id",
                        TestingPlayground.id(),
                        "author",
                        author,
                        "form",
                        form,
                        "values",
                        values,
                        "standing",
                        "ADMIN"));
    }

    private HttpResponse<String> makeAdmin(String person, boolean admin) {
        return playground.post("/api/people/" + person + "/admin", Map.of("admin", admin));
    }

    @Test
    void command_isAnsweredToItsAuthor() {
        JsonNode reply = TestingPlayground.json(command("ada", "/help "));

        assertThat(reply.get("kind").asText()).isEqualTo("told");
        assertThat(reply.get("text").asText()).isEqualTo("You typed `/help` in **writing**.");
        assertThat(reply.get("choices")).isEmpty();
    }

    @Test
    void command_standing_isWhatTheServerSays() {
        command("ada", "/help");
        command("grace", "/help");
        command("emmy", "/help");
        command("alan", "/help");
        makeAdmin("grace", true);
        makeAdmin("ada", false);
        command("grace", "/help");
        command("ada", "/help");

        assertThat(playground.commands.typed())
                .extracting(Command::standing)
                .containsExactly(
                        Standing.ADMIN,
                        Standing.MEMBER,
                        Standing.GUEST,
                        Standing.OUTSIDER,
                        Standing.ADMIN,
                        Standing.MEMBER);
    }

    @Test
    void command_withChoicesOrAWindow_bringsThem() {
        playground.willReply(new CommandReply.Told("Sure?", List.of(YES)));
        JsonNode told = TestingPlayground.json(command("ada", "/x"));
        var field = new Form.Field("text", "Text", "Write", "a\n\nb\n", true, false, 100);
        playground.willReply(
                new CommandReply.Asks(new Form("edit:1", "Edit", "Save", List.of(field))));
        JsonNode asks = TestingPlayground.json(command("ada", "/x"));

        assertThat(told.get("choices").get(0).get("label").asText()).isEqualTo("Approve");
        assertThat(told.get("choices").get(0).get("action").asText()).isEqualTo("approve:7");
        assertThat(told.get("choices").get(0).get("style").asText()).isEqualTo("PRIMARY");
        assertThat(asks.get("kind").asText()).isEqualTo("asks");
        assertThat(asks.get("form").get("fields").get(0).get("value").asText())
                .isEqualTo("a\n\nb\n");
    }

    @Test
    void command_ofNobody_isRefused() {
        assertThat(command("eve", "/help").statusCode()).isEqualTo(400);
        assertThat(playground.commands.typed()).isEmpty();
    }

    @Test
    void switchAdmin_isToldToEveryPage() {
        try (EventReader page = playground.events()) {
            page.next("hello");
            assertThat(makeAdmin("grace", true).statusCode()).isEqualTo(200);
            makeAdmin("grace", true);
            makeAdmin("grace", false);

            assertThat(standing(page)).isEqualTo("grace admin");
            assertThat(standing(page)).isEqualTo("grace member");
        }
    }

    private static String standing(EventReader page) {
        JsonNode person = page.next("standing").data().get("person");
        return person.get("id").asText() + " " + person.get("standing").asText();
    }

    @Test
    void switchAdmin_whoMayNot_isRefusedInASentence() {
        HttpResponse<String> outsider = makeAdmin("alan", true);

        assertThat(outsider.statusCode()).isEqualTo(403);
        assertThat(outsider.body()).contains("nobody from there is an admin here");
        assertThat(makeAdmin("emmy", true).statusCode()).isEqualTo(403);
        assertThat(makeAdmin("eve", true).statusCode()).isEqualTo(404);
    }

    @Test
    void personas_areNamed() {
        JsonNode personas = TestingPlayground.json(playground.get("/api/personas"));

        assertThat(personas.get("personas").findValuesAsText("name"))
                .containsExactly("default", "engineer");
    }

    @Test
    void choose_underAPrivateAnswer_isHandedOnWithItsPlace() {
        String root = TestingPlayground.id();
        playground.say("general", root, "ada", "Hello", "");
        JsonNode reply = TestingPlayground.json(choose("grace", Map.of("thread", root)));

        assertThat(reply.get("text").asText()).isEqualTo("You chose `approve:7`.");
        Chosen chosen = playground.commands.chosen().getFirst();
        assertThat(chosen.standing()).isEqualTo(Standing.MEMBER);
        assertThat(chosen.author().name()).isEqualTo("Grace Hopper");
        assertThat(chosen.thread()).hasValueSatisfying(it -> assertThat(it.root()).isEqualTo(root));
    }

    @Test
    void choose_wrongThings_areRefused() {
        assertThat(choose("eve", Map.of()).statusCode()).isEqualTo(400);
        assertThat(choose("ada", Map.of("action", "")).statusCode()).isEqualTo(400);
        assertThat(choose("ada", Map.of("action", "x".repeat(81))).statusCode()).isEqualTo(400);
        assertThat(choose("ada", Map.of("id", "1")).statusCode()).isEqualTo(400);
        assertThat(choose("ada", Map.of("thread", "a/b")).statusCode()).isEqualTo(400);
        assertThat(playground.commands.chosen()).isEmpty();
    }

    private String notice(Optional<ThreadId> thread) {
        var notice =
                new Notice(
                        Room.find("general").orElseThrow().channel(),
                        thread,
                        "request 7",
                        "Ada asks for **pirate**",
                        List.of(YES));
        return ((SendResult.Sent) playground.adapter.post(notice)).message().value();
    }

    private JsonNode shown(String root) {
        return playground.thread("general", root).get(0);
    }

    @Test
    void choose_settledNotice_saysSoToEveryone_andWhoIsLateReadsItInPrivate() {
        String id = notice(Optional.empty());
        playground.commands.choosing(
                it -> new CommandReply.Settled("Approved by " + it.author().name()));
        Map<String, String> place = Map.of("thread", id, "notice", id);
        try (EventReader page = playground.events()) {
            assertThat(TestingPlayground.json(choose("mary", place)).get("kind").asText())
                    .isEqualTo("settled");
            assertThat(page.next("message").data().get("message").get("choices")).isEmpty();
        }
        JsonNode late = TestingPlayground.json(choose("ada", place));

        assertThat(late.get("kind").asText()).isEqualTo("told");
        assertThat(late.get("text").asText()).isEqualTo("Approved by Ada Lovelace");
        assertThat(shown(id).get("text").asText()).isEqualTo("Approved by Mary Jackson");
        assertThat(shown(id).get("notice").asBoolean()).isTrue();
        assertThat(playground.commands.chosen()).allMatch(it -> it.thread().isEmpty());
    }

    @Test
    void choose_refusal_leavesTheNoticeAsItIs() {
        String id = notice(Optional.empty());
        playground.commands.choosing(_ -> CommandReply.told("Only admins can decide."));
        JsonNode reply = TestingPlayground.json(choose("alan", Map.of("thread", id, "notice", id)));

        assertThat(reply.get("text").asText()).isEqualTo("Only admins can decide.");
        assertThat(shown(id).get("choices")).hasSize(1);
        assertThat(playground.commands.chosen().getFirst().standing()).isEqualTo(Standing.OUTSIDER);
    }

    @Test
    void choose_settledMessageThatIsNoNotice_changesNothing() {
        String root = TestingPlayground.id();
        playground.say("general", root, "ada", "Hello", "");
        playground.commands.choosing(_ -> new CommandReply.Settled("Taken over"));
        choose("grace", Map.of("thread", root, "notice", root));

        assertThat(shown(root).get("text").asText()).isEqualTo("Hello");
    }

    @Test
    void submit_isHandedOnWithLineFeedsOnly() {
        HttpResponse<String> response =
                submit("ada", "edit:1", Map.of("text", "\n a\r\nb\rc\n\n", "name", ""));

        assertThat(TestingPlayground.json(response).get("done").asBoolean()).isTrue();
        Submission submission = playground.commands.submitted().getFirst();
        assertThat(submission.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("text", "\n a\nb\nc\n\n", "name", ""));
        assertThat(submission.standing()).isEqualTo(Standing.ADMIN);
        assertThat(submission.form()).isEqualTo("edit:1");
    }

    @Test
    void submit_refusal_namesItsFields_andTheStandingIsTheServers() {
        playground.commands.taking(
                _ -> new FormReply.Refused(Map.of("text", "Line 3: no such key."), "Not stored."));
        JsonNode reply = TestingPlayground.json(submit("grace", "edit:1", Map.of("text", "x")));

        assertThat(reply.get("done").asBoolean()).isFalse();
        assertThat(reply.get("text").asText()).isEqualTo("Not stored.");
        assertThat(reply.get("faults").get("text").asText()).isEqualTo("Line 3: no such key.");
        assertThat(playground.commands.submitted().getFirst().admin()).isFalse();
    }

    @Test
    void submit_wrongThings_areRefused() {
        assertThat(submit("eve", "edit:1", Map.of()).statusCode()).isEqualTo(400);
        assertThat(submit("ada", "edit 1", Map.of()).statusCode()).isEqualTo(400);
        assertThat(submit("ada", "", Map.of()).statusCode()).isEqualTo(400);
        assertThat(submit("ada", "edit:1", Map.of("No Key", "x")).statusCode()).isEqualTo(400);
        assertThat(submit("ada", "edit:1", "x").statusCode()).isEqualTo(400);
        assertThat(submit("ada", "edit:1", Map.of("text", "x".repeat(600_000))).statusCode())
                .isEqualTo(413);
        assertThat(playground.commands.submitted()).isEmpty();
    }
}
