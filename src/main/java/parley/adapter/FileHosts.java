package parley.adapter;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Which addresses a platform's files may be fetched from: its own over HTTPS, and where its API is
 * somebody else's (a proxy, a test server), that very server. Pure.
 *
 * <p>An address is judged in the form in which it is asked, so that no two readings of it differ.
 */
public final class FileHosts {
    private static final int HTTPS_PORT = 443;

    private final List<String> files;
    private final Optional<HttpUrl> other;

    /**
     * @param files domains that files come from, each with what lies below it
     * @param others domains that are the platform's too, but give out no files
     * @param api the address of the API
     */
    public FileHosts(List<String> files, List<String> others, URI api) {
        this.files = List.copyOf(files);
        List<String> own = Stream.concat(files.stream(), others.stream()).toList();
        this.other =
                Optional.ofNullable(HttpUrl.parse(api.toString())).filter(url -> !of(own, url));
    }

    /** The address, where a file may be fetched from it. */
    public Optional<HttpUrl> trusted(String address) {
        return Optional.ofNullable(HttpUrl.parse(address)).filter(this::trusts);
    }

    boolean trusts(HttpUrl url) {
        boolean plain = url.encodedUsername().isEmpty() && url.encodedPassword().isEmpty();
        return plain && (of(files, url) || other.filter(server -> same(server, url)).isPresent());
    }

    private static boolean of(List<String> domains, HttpUrl url) {
        return url.isHttps()
                && url.port() == HTTPS_PORT
                && domains.stream().anyMatch(domain -> within(domain, url.host()));
    }

    /** Whether the host is the domain or lies below it. */
    public static boolean within(String domain, String host) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean same(HttpUrl one, HttpUrl two) {
        return one.scheme().equals(two.scheme())
                && one.host().equals(two.host())
                && one.port() == two.port();
    }
}
