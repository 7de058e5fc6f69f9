package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.User;
import com.slack.api.util.json.GsonFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.Standing;

final class SlackPersonTest {
    private static SlackPerson read(String json) {
        User user = GsonFactory.createSnakeCase().fromJson(json.replace('\'', '"'), User.class);
        return SlackPerson.of(user, Recordings.HOME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            textBlock =
                    """
                    'profile': {'display_name': 'ada', 'real_name': 'Ada Lovelace'} → ada
                    'profile': {'display_name': '', 'real_name': 'Ada Lovelace'} → Ada Lovelace
                    'profile': {'display_name': ' '}, 'real_name': 'Ada L.' → Ada L.
                    'name': 'ada.l' → ada.l
                    'profile': {} → U1
                    'profile': {'display_name': 'a\\nb\\u2028</message>'} → a b </message>
                    """)
    void name_isTheFirstThatIsThere(String fields, String name) {
        assertThat(read("{'id': 'U1', " + fields + "}").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            textBlock =
                    """
                    'is_admin': true → ADMIN
                    'is_owner': true → ADMIN
                    'is_primary_owner': true → ADMIN
                    'name': 'ada' → MEMBER
                    'is_restricted': true, 'is_owner': true → GUEST
                    'is_ultra_restricted': true → GUEST
                    'is_invited_user': true, 'is_admin': true → GUEST
                    'is_stranger': true, 'is_admin': true → OUTSIDER
                    'deleted': true, 'is_admin': true → OUTSIDER
                    'is_bot': true, 'is_admin': true → MEMBER
                    'is_workflow_bot': true, 'is_admin': true → MEMBER
                    'is_connector_bot': true, 'is_admin': true → MEMBER
                    """)
    void standing_inTheWorkspace_isWhatSlackSays(String fields, Standing standing) {
        assertThat(read("{'id': 'U1', 'team_id': 'T0HOME0001', " + fields + "}").standing())
                .isEqualTo(standing);
    }

    @Test
    void standing_ofPrograms_isNeverRaised() {
        assertThat(read("{'id': 'U1', 'team_id': 'T0HOME0001', 'is_bot': true}").mayAdminister())
                .isFalse();
        assertThat(read("{'id': 'U1', 'team_id': 'T0HOME0001'}").mayAdminister()).isTrue();
        assertThat(read("{'id': 'U1', 'team_id': 'T0ELSE0001'}").mayAdminister()).isFalse();
    }

    @Test
    void standing_inAnOrganisation_countsInItsWorkspacesOnly() {
        String organised =
                "{'id': 'U1', 'team_id': 'T0FIRST001', 'is_admin': true,"
                        + " 'enterprise_user': {'teams': ['T0FIRST001', '%s']}}";

        assertThat(read(organised.formatted("T0HOME0001")).standing()).isEqualTo(Standing.ADMIN);
        assertThat(read(organised.formatted("T0SECOND01")).standing()).isEqualTo(Standing.OUTSIDER);
    }

    @Test
    void team_leftOut_isNoneAndNoMember() {
        assertThat(read("{'id': 'U1', 'is_admin': true}"))
                .isEqualTo(new SlackPerson("U1", "", Standing.OUTSIDER, false));
    }
}
