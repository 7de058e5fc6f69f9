package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlackAdminsTest {
    @Test
    void parse_ids_tellsPeopleFromGroups() {
        assertThat(SlackAdmins.parse(" U012AB3CD,W345,S0614TZR7 , "))
                .isEqualTo(new SlackAdmins(Set.of("U012AB3CD", "W345"), Set.of("S0614TZR7")));
        assertThat(SlackAdmins.parse("")).isEqualTo(SlackAdmins.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "@ada", "C012AB3CD", "u012ab3cd", "<@U012AB3CD>", "U012 W345"})
    void parse_whatIsNoId_isRefusedWithTheMend(String id) {
        assertThatThrownBy(() -> SlackAdmins.parse("U012AB3CD," + id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(id + " is no id")
                .hasMessageContaining("commas between");
    }
}
