package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.testing.slack.Delivery;
import parley.testing.slack.Ephemeral;

/** Personas edited in Slack's windows, through the whole program. */
final class SlackEditJourneyTest extends SlackJourney {
    private static final String KIND = "Answer in rhymes only.";

    private JsonNode window(String user) {
        slack.await("a window", () -> slack.surfaces().modal(user).isPresent());
        return slack.surfaces().modal(user).orElseThrow();
    }

    private static List<String> inputs(JsonNode window, String key) {
        return window.path("blocks")
                .valueStream()
                .map(block -> block.path("element").path("action_id").asText())
                .filter(id -> id.startsWith(key + "."))
                .toList();
    }

    /** Everything of the prompt makes room for the words. */
    private Delivery submit(JsonNode window, String settings, String prompt) {
        Map<String, String> typed = new HashMap<>();
        inputs(window, "prompt").forEach(input -> typed.put(input, ""));
        typed.put("prompt.0", prompt);
        if (!settings.isEmpty()) {
            typed.put("settings.0", settings);
        }
        Delivery sent = slack.submits(window.path("id").asText(), typed);
        slack.await("an acknowledgement", sent::acknowledged);
        return sent;
    }

    private Ephemeral told(String user, int number) {
        slack.await("word " + number, () -> slack.ephemerals(user).size() >= number);
        return slack.ephemerals(user).get(number - 1);
    }

    @Test
    void edit_fromTheSlashCommand_isWhatTheNextQuestionIsAskedWith() {
        slack.command(EVE, GENERAL, "/persona", "edit default");
        submit(window(EVE), "", KIND);
        told(EVE, 1);

        assertThat(slack.surfaces().modal(EVE)).isEmpty();
        askAndWait("who are you?");
        assertThat(request(1).json().path("system").toString()).contains(KIND);
    }

    @Test
    void edit_fromAMention_opensByTheButton() {
        String root = askAndWait("hello");
        slack.replies(EVE, GENERAL, root, slack.mention() + " persona edit default");
        slack.presses(EVE, GENERAL, told(EVE, 1).ts(), "parley-choice.0");
        submit(window(EVE), "", KIND);
        told(EVE, 2);
        askAndWait("and now?");

        assertThat(request(2).json().path("system").toString()).contains(KIND);
    }

    @Test
    void edit_withAFault_staysOpenUntilItIsMended() {
        slack.command(EVE, GENERAL, "/persona", "edit default");
        JsonNode window = window(EVE);
        submit(window, "effort: enormous", KIND);

        assertThat(slack.surfaces().errors(window.path("id").asText())).isNotEmpty();
        assertThat(slack.surfaces().modal(EVE)).isPresent();
        submit(window, "description: Rhymes", KIND);
        slack.await("the end", () -> slack.surfaces().modal(EVE).isEmpty());
    }

    @Test
    void edit_byWhoeverIsNoAdmin_opensNothing() {
        slack.command(BOB, GENERAL, "/persona", "edit default");

        assertThat(told(BOB, 1).text()).contains("Only admins can use");
        assertThat(slack.surfaces().modal(BOB)).isEmpty();
    }
}
