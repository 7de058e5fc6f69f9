package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.User;
import com.slack.api.util.json.GsonFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void admin_ofWorkspaceInOrganisation_countsThere() {
        String organised =
                "{'id': 'U1', 'team_id': 'T0FIRST001', 'is_admin': true,"
                        + " 'enterprise_user': {'teams': ['T0FIRST001', '%s']}}";

        assertThat(read(organised.formatted("T0HOME0001")).admin()).isTrue();
        assertThat(read(organised.formatted("T0SECOND01")).admin()).isFalse();
    }

    @Test
    void team_leftOut_isNone() {
        assertThat(read("{'id': 'U1', 'is_admin': true}"))
                .isEqualTo(new SlackPerson("U1", "", false));
    }
}
