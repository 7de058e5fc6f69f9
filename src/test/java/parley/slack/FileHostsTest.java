package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileHostsTest {
    private static final FileHosts SLACK = new FileHosts(URI.create("https://slack.com/api/"));
    private static final FileHosts GOVERNMENT =
            new FileHosts(URI.create("https://slack-gov.com/api/"));
    private static final FileHosts LOOPBACK =
            new FileHosts(URI.create("http://127.0.0.1:8123/api/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.slack.com/files-pri/T1-F1/download/a.png",
                "https://FILES.Slack.com:443/files-pri/T1-F1/a.png?x=1",
                "https://slack.com/files/a",
                "https://team.enterprise.slack.com/a",
                "https://a.slack-edge.com/a",
                "https://slack-files.com/T1-F1-abc"
            })
    void trusts_slackItself(String address) {
        assertThat(SLACK.trusted(address)).isPresent();
        assertThat(LOOPBACK.trusted(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.slack.com/files-pri/T1-F1/a.png",
                "https://files.slack.com:8443/a",
                "https://files.slack.com:80/a",
                "https://slack.com.evil.org/a",
                "https://evilslack.com/a",
                "https://files-slack.com/a",
                "https://slack.com.:443/a",
                "https://files.slack.com./a",
                "https://files.slack.com@evil.org/a",
                "https://files.slack.com:x@evil.org/a",
                "https://me@files.slack.com/a",
                "https://me:secret@files.slack.com/a",
                "https://evil.org/https://files.slack.com/a",
                "https://evil.org#@files.slack.com/a",
                "https://evil.org?files.slack.com",
                "https://evil.org\\@files.slack.com/a",
                "https://evil.org%2ffiles.slack.com/a",
                "https://files.slack.com%00.evil.org/a",
                "https://files.slаck.com/a",
                "https://xn--slck-63d.com/a",
                "https://1.2.3.4/a",
                "https://[::1]/a",
                "https://0x7f000001/a",
                "https://localhost/a",
                "https://slack-gov.com/a",
                "https://files.slack-gov.com/a",
                "http://127.0.0.1:8123/a",
                "ftp://files.slack.com/a",
                "file:///etc/passwd",
                "//files.slack.com/a",
                "files.slack.com/a",
                "javascript:alert(1)",
                "https://",
                ""
            })
    void trusts_nobodyElse(String address) {
        assertThat(SLACK.trusted(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8124/a",
                "https://127.0.0.1:8123/a",
                "http://localhost:8123/a",
                "http://127.0.0.2:8123/a",
                "http://x@127.0.0.1:8123/a",
                "http://127.0.0.1:8123@evil.org/a",
                "https://files.slack-gov.com/a"
            })
    void trusts_theVeryServerOfTheApiOnly(String address) {
        assertThat(LOOPBACK.trusted("http://127.0.0.1:8123/files-pri/a")).isPresent();
        assertThat(LOOPBACK.trusted(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://files.slack-gov.com/a", "https://files.slack.com/a"})
    void trusts_governmentsSlack_whereTheApiIsThere(String address) {
        assertThat(GOVERNMENT.trusted(address)).isPresent();
        assertThat(GOVERNMENT.trusted("https://slack-gov.com.evil.org/a")).isEmpty();
        assertThat(GOVERNMENT.trusted("http://slack-gov.com/a")).isEmpty();
    }
}
