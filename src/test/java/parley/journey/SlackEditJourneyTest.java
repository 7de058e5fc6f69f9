package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Personas edited in Slack's windows, through the whole program. */
final class SlackEditJourneyTest extends SlackAdministration {
    private static final String KIND = "Answer in rhymes only.";

    @Test
    void edit_fromTheSlashCommand_isWhatTheNextQuestionIsAskedWith() {
        slack.command(EVE, GENERAL, "/persona", "edit default");
        submit(window(EVE), KIND, Map.of());
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
        submit(window(EVE), KIND, Map.of());
        told(EVE, 2);
        askAndWait("and now?");

        assertThat(request(2).json().path("system").toString()).contains(KIND);
    }

    @Test
    void edit_withAFault_staysOpenUntilItIsMended() {
        slack.command(EVE, GENERAL, "/persona", "edit default");
        JsonNode window = window(EVE);
        submit(window, KIND, Map.of("settings.0", "effort: enormous"));

        assertThat(slack.surfaces().errors(window.path("id").asText())).isNotEmpty();
        assertThat(slack.surfaces().modal(EVE)).isPresent();
        submit(window, KIND, Map.of("settings.0", "description: Rhymes"));
        slack.await("the end", () -> slack.surfaces().modal(EVE).isEmpty());
    }

    @Test
    void edit_byWhoeverIsNoAdmin_opensNothing() {
        slack.command(BOB, GENERAL, "/persona", "edit default");

        assertThat(told(BOB, 1).text()).contains("Only admins can use");
        assertThat(slack.surfaces().modal(BOB)).isEmpty();
    }
}
