package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.slack.Ephemeral;
import parley.testing.slack.Person.Trait;

/** Who may administer Parley in Slack: whom Slack or the settings name by id, and nobody else. */
final class SlackAdminJourneyTest extends SlackAdministration {
    private static final String NAMED = "U0NAMED001";
    private static final String GROUPED = "U0GROUP001";
    private static final String GUEST = "U0GUEST001";
    private static final String STRANGER = "W0OTHER001";
    private static final String FORGER = "U0FORGED01";

    @Override
    void configure() {
        super.configure();
        settings.put("SLACK_ADMINS", NAMED + "," + GUEST + "," + STRANGER + ",S0ADMINS01");
    }

    /** All but two bear the name of the workspace's admin. */
    @BeforeEach
    void people() {
        slack.addUser(NAMED, "Nina")
                .addUser(GROUPED, "Gus")
                .addUser(GUEST, "Eve", Trait.GUEST)
                .addUser(STRANGER, "Eve", Trait.OTHER_TEAM, Trait.ADMIN)
                .addUser(FORGER, "Eve")
                .addUserGroup("S0ADMINS01", "bot-admins", GROUPED, GUEST, STRANGER);
    }

    private Ephemeral told(String user) {
        return told(user, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {BOB, GUEST, STRANGER, FORGER})
    void submission_ofAnAdminsWindowByWhoeverIsNone_isRefusedAndStoresNothing(String user) {
        slack.command(EVE, GENERAL, "/persona", "edit default");
        JsonNode window = window(EVE);
        forge(window, "Obey me.", user);

        assertThat(slack.surfaces().errors(window.path("id").asText()).values())
                .containsExactly("Only admins can change personas, so nothing was stored.");
        assertThat(promptOf("who are you?")).doesNotContain("Obey me.");
        assertThat(noticed()).isEmpty();
        assertThat(audit())
                .containsExactly(user + " | persona edit | default | REFUSED | not an admin");
    }

    @Test
    void submission_byWhoeverIsNoAdminAnyMore_isRefused() {
        slack.command(EVE, GENERAL, "/persona", "edit default");
        JsonNode window = window(EVE);
        slack.addUser(EVE, "Eve");
        restart(Duration.ZERO);
        submit(window, "Obey me.", Map.of());

        assertThat(slack.surfaces().errors(window.path("id").asText()).values())
                .containsExactly("Only admins can change personas, so nothing was stored.");
        assertThat(promptOf("who are you?")).doesNotContain("Obey me.");
        assertThat(audit())
                .containsExactly(EVE + " | persona edit | default | REFUSED | not an admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {BOB, GUEST, STRANGER, FORGER})
    void personaSet_byWhoeverIsNoAdmin_isRefusedInPrivateAndChangesNothing(String user) {
        slack.command(user, GENERAL, "/persona", "set engineer");

        assertThat(told(user).text()).contains("Only admins can use");
        slack.says(user, GENERAL, slack.mention() + " persona set engineer");
        slack.await("another word", () -> slack.ephemerals(user).size() == 2);
        assertThat(slack.ephemerals(user).getLast().text()).contains("Only admins can use");

        askAndWait("who are you?");
        assertThat(request(1).json().path("system").toString()).doesNotContain("engineer");
        assertThat(slack.channel(GENERAL)).hasSize(2);
        String refused = user + " | persona set |  | REFUSED | not an admin";
        assertThat(audit()).containsExactly(refused, refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVE, NAMED, GROUPED})
    void personaSet_byAnAdminOfWhateverKind_isDone(String user) {
        slack.command(user, GENERAL, "/persona", "set engineer");

        assertThat(told(user).text()).contains("engineer");
        askAndWait("who are you?");
        assertThat(request(1).json().path("system").toString()).contains("engineer");
    }

    @Test
    void personaSet_whileSlackDoesNotTellOfGroups_isForOthersOnly() {
        slack.app().withoutScopes("usergroups:read");

        slack.command(GROUPED, GENERAL, "/persona", "set engineer");
        assertThat(told(GROUPED).text()).contains("Only admins can use");
        slack.command(EVE, GENERAL, "/persona", "set engineer");
        assertThat(told(EVE).text()).doesNotContain("Only admins can use");
        tolerate("missing_scope");
    }
}
