package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.testing.slack.Fault;

final class IntroductionTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void start_knowsTheBot() {
        BotIdentity self = rig.adapter().self().orElseThrow();

        assertThat(self.workspace().value()).isEqualTo(rig.slack.teamId());
        assertThat(self.user().value()).isEqualTo(rig.slack.botUserId());
        assertThat(self.bot()).isEqualTo(rig.slack.botId());
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_auth, does not know SLACK_BOT_TOKEN",
        "not_authed, does not know SLACK_BOT_TOKEN",
        "account_inactive, no longer valid",
        "token_revoked, no longer valid",
        "token_expired, no longer valid",
        "not_allowed_token_type, a token of another kind",
        "ekm_access_denied, the workspace's settings forbid it",
    })
    void start_tokenRefused_saysWhatToChange(String error, String says) {
        rig.slack.faults().next("auth.test", new Fault.Refused(error));

        assertThatThrownBy(rig::restart)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(says)
                .hasMessageContaining(error)
                .hasMessageNotContaining("xoxb-1");
    }

    @Test
    void start_slackOutOfReach_isRedAndComesOnLineLater() {
        rig.slack
                .faults()
                .next("auth.test", new Fault.Status(503))
                .next("auth.test", new Fault.RateLimited(1));

        rig.restart();
        assertThat(rig.adapter().fault()).isPresent();
        rig.slack.await("on line", () -> rig.adapter().fault().isEmpty());

        assertThat(rig.adapter().self()).isPresent();
    }
}
