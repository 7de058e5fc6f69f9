package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionNamesTest {
    @ParameterizedTest
    @CsvSource({
        "channel, channel",
        "channel hour, channel rule:hour",
        "channel hour 10, channel rule:hour value:10",
        "channel hour reset, channel rule:hour value:reset",
        "channel on, channel rule:answers value:on",
        "about, about",
        "about T-7KQ2M9XA, about reference:T-7KQ2M9XA",
        "persona, persona",
        "persona list, persona list",
        "persona reset engineer, persona reset name:engineer",
        "forget me, forget what:me",
    })
    void words_areNamedAsDiscordShowsThem(String words, String shown) {
        assertThat(OptionNames.in(words)).isEqualTo(shown);
    }
}
