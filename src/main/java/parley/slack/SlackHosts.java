package parley.slack;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import parley.adapter.FileHosts;

/** Which servers may see the bot token when a file is downloaded. Pure. */
final class SlackHosts {
    private static final List<String> SLACK =
            List.of("slack.com", "slack-edge.com", "slack-files.com");

    /** Slack for governments, which hands out its files itself. */
    private static final String GOVERNMENT = "slack-gov.com";

    private SlackHosts() {}

    static FileHosts of(URI api) {
        boolean government =
                Optional.ofNullable(HttpUrl.parse(api.toString()))
                        .filter(url -> FileHosts.within(GOVERNMENT, url.host()))
                        .isPresent();
        List<String> domains =
                government ? Stream.concat(SLACK.stream(), Stream.of(GOVERNMENT)).toList() : SLACK;
        return new FileHosts(domains, List.of(), api);
    }
}
