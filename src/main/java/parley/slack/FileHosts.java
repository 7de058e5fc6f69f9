package parley.slack;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Which addresses may see the bot token when a file is downloaded: Slack's own over HTTPS, and
 * where the Web API is somebody else's (a proxy, a test server), that very server. Pure.
 *
 * <p>An address is judged in the form in which it is asked, so that no two readings of it differ.
 */
final class FileHosts {
    private static final List<String> SLACK =
            List.of("slack.com", "slack-edge.com", "slack-files.com");

    /** Slack for governments, which hands out its files itself. */
    private static final String GOVERNMENT = "slack-gov.com";

    private static final int HTTPS_PORT = 443;

    private final List<String> domains = new ArrayList<>(SLACK);
    private final Optional<HttpUrl> other;

    FileHosts(URI api) {
        Optional<HttpUrl> server = Optional.ofNullable(HttpUrl.parse(api.toString()));
        if (server.filter(url -> within(GOVERNMENT, url.host())).isPresent()) {
            domains.add(GOVERNMENT);
        }
        other = server.filter(url -> !ofSlack(url));
    }

    /** The address, where it may be asked with the token. */
    Optional<HttpUrl> trusted(String address) {
        return Optional.ofNullable(HttpUrl.parse(address)).filter(this::trusts);
    }

    boolean trusts(HttpUrl url) {
        boolean plain = url.encodedUsername().isEmpty() && url.encodedPassword().isEmpty();
        return plain && (ofSlack(url) || other.filter(server -> same(server, url)).isPresent());
    }

    private boolean ofSlack(HttpUrl url) {
        return url.isHttps()
                && url.port() == HTTPS_PORT
                && domains.stream().anyMatch(domain -> within(domain, url.host()));
    }

    private static boolean within(String domain, String host) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean same(HttpUrl one, HttpUrl two) {
        return one.scheme().equals(two.scheme())
                && one.host().equals(two.host())
                && one.port() == two.port();
    }
}
