package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.junit.jupiter.api.Test;

final class RuleChoicesTest {
    @Test
    void values_ofARule_endWithTakingItBack() {
        assertThat(RuleChoices.values("follow-up", ""))
                .extracting(Choice::getAsString)
                .containsExactly("mention", "thread", "always", "reset");
    }

    @Test
    void values_whileTyping_areThoseThatBeginSo() {
        assertThat(RuleChoices.values("hour", " UN"))
                .extracting(Choice::getAsString)
                .containsExactly("unlimited");
        assertThat(RuleChoices.values("hour", "7")).isEmpty();
    }

    @Test
    void values_ofNoRule_areNone() {
        assertThat(RuleChoices.values("", "")).isEmpty();
        assertThat(RuleChoices.values("colour", "")).isEmpty();
    }
}
