package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.adapter.FileHosts;

final class SlackHostsTest {
    private static final FileHosts SLACK = SlackHosts.of(URI.create("https://slack.com/api/"));
    private static final FileHosts GOVERNMENT =
            SlackHosts.of(URI.create("https://slack-gov.com/api/"));
    private static final FileHosts LOOPBACK =
            SlackHosts.of(URI.create("http://127.0.0.1:8123/api/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.slack.com/files-pri/T1-F1/download/a.png",
                "https://slack.com/files/a",
                "https://team.enterprise.slack.com/a",
                "https://a.slack-edge.com/a",
                "https://slack-files.com/T1-F1-abc"
            })
    void trusts_slackItself(String address) {
        assertThat(SLACK.trusted(address)).isPresent();
        assertThat(LOOPBACK.trusted(address)).isPresent();
        assertThat(GOVERNMENT.trusted(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.slack.com/files-pri/T1-F1/a.png",
                "https://slack.com.evil.org/a",
                "https://evilslack.com/a",
                "https://files-slack.com/a",
                "https://files.slаck.com/a",
                "https://xn--slck-63d.com/a",
                "https://slack-gov.com/a",
                "https://files.slack-gov.com/a"
            })
    void trusts_nobodyElse(String address) {
        assertThat(SLACK.trusted(address)).isEmpty();
        assertThat(LOOPBACK.trusted(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://files.slack-gov.com/a", "https://slack-gov.com/a"})
    void trusts_governmentsSlack_whereTheApiIsThere(String address) {
        assertThat(GOVERNMENT.trusted(address)).isPresent();
        assertThat(GOVERNMENT.trusted("https://slack-gov.com.evil.org/a")).isEmpty();
        assertThat(GOVERNMENT.trusted("http://slack-gov.com/a")).isEmpty();
    }
}
