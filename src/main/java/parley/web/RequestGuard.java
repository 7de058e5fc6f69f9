package parley.web;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides by its headers whether a request comes from where it may. The host must be a loopback
 * name or the one that the server is bound to, with its port, so that no foreign name can be
 * pointed here (DNS rebinding). Bound to every address, it may also be the address, in digits, at
 * which the request arrived. No page of another origin may read or change anything.
 */
final class RequestGuard {
    private static final Pattern WILDCARD = Pattern.compile("0\\.0\\.0\\.0|::|0:0:0:0:0:0:0:0");
    private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    private final boolean everywhere;
    private final int port;

    RequestGuard(String host, int port) {
        this.port = port;
        this.everywhere = WILDCARD.matcher(host).matches();
        names.add(name(host));
    }

    private static String name(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.indexOf(':') >= 0 && !lower.startsWith("[") ? "[" + lower + "]" : lower;
    }

    /** What is wrong with the request, or empty when it may go on. */
    Optional<Refusal> judge(Headers headers) {
        if (!knownHost(headers)) {
            return forbidden("This address is not one that Parley answers at.");
        }
        if (headers.origin().filter(origin -> !sameOrigin(headers, origin)).isPresent()) {
            return forbidden("Requests from other sites are refused.");
        }
        if (headers.api() && headers.site().filter(site -> !near(site)).isPresent()) {
            return forbidden("Requests from other sites are refused.");
        }
        return headers.changing() ? judgeChange(headers) : Optional.empty();
    }

    private static Optional<Refusal> judgeChange(Headers headers) {
        if (!headers.contentType().toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            return Optional.of(Refusal.unsupported("Requests must be application/json."));
        }
        return headers.origin().isPresent() || headers.site().isPresent()
                ? Optional.empty()
                : forbidden("The request does not say which site it comes from.");
    }

    private static Optional<Refusal> forbidden(String sentence) {
        return Optional.of(Refusal.forbidden(sentence));
    }

    private boolean knownHost(Headers headers) {
        String host = headers.host().toLowerCase(Locale.ROOT);
        String suffix = ":" + port;
        if (port == 80 && !host.endsWith(suffix)) {
            return knownName(host, headers);
        }
        return host.endsWith(suffix)
                && knownName(host.substring(0, host.length() - suffix.length()), headers);
    }

    private boolean knownName(String name, Headers headers) {
        return names.contains(name) || (everywhere && name.equals(name(headers.arrivedAt())));
    }

    private static boolean sameOrigin(Headers headers, String origin) {
        return origin.equalsIgnoreCase("http://" + headers.host());
    }

    private static boolean near(String site) {
        return site.equals("same-origin") || site.equals("none");
    }

    /**
     * What of a request decides.
     *
     * @param arrivedAt the server's address on this connection, in digits
     * @param site the header {@code Sec-Fetch-Site}, which browsers set and scripts cannot
     * @param api whether it asks for data and not for a page
     * @param changing whether the method is one that changes something
     */
    record Headers(
            String host,
            String arrivedAt,
            Optional<String> origin,
            Optional<String> site,
            String contentType,
            boolean api,
            boolean changing) {}
}
