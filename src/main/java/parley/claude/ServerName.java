package parley.claude;

import java.net.URI;

/** What may be printed of a server's address: a URL can carry a password. */
final class ServerName {
    private ServerName() {}

    static String of(String url) {
        try {
            URI uri = URI.create(url);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getHost() == null ? "the server" : uri.getHost() + port;
        } catch (IllegalArgumentException e) {
            return "the server";
        }
    }
}
