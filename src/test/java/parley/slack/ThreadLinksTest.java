package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.ThreadId;

final class ThreadLinksTest {
    private static final ThreadId THREAD = ThreadId.parse("slack/T1/C1/1712345678.123456");

    @Test
    void to_workspaceKnown_isAPermalink() {
        var links = new ThreadLinks(Optional.of("https://acme.slack.com/"));

        assertThat(links.to(THREAD))
                .isEqualTo(
                        "https://acme.slack.com/archives/C1/p1712345678123456"
                                + "?thread_ts=1712345678.123456&cid=C1");
    }

    @Test
    void to_workspaceUnknown_opensTheBrowser() {
        assertThat(new ThreadLinks(Optional.empty()).to(THREAD))
                .isEqualTo("https://app.slack.com/client/T1/C1/thread/C1-1712345678.123456");
    }
}
