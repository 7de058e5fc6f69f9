package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
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
    void start_slackOutOfReach_saysWhatToCheck() {
        var settings =
                new SlackSettings(
                        "xoxb-none",
                        Optional.of("xapp-none"),
                        Optional.empty(),
                        URI.create("http://127.0.0.1:1/api/"));
        try (var adapter = new SlackAdapter(settings, rig.ticker(), InstantSource.system())) {
            assertThatThrownBy(() -> adapter.start(WriterRig.handlers()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("SLACK_API_URL");
        }
    }

    @Test
    void start_limited_saysWhen() {
        rig.slack.faults().next("auth.test", new Fault.RateLimited(9));

        assertThatThrownBy(rig::restart).hasMessageContaining("9 s");
    }
}
