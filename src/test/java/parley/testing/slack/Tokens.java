package parley.testing.slack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.testing.HttpRequest;

/** Which tokens are good, and for what. Guarded by the watch. */
final class Tokens {
    /** All that the app could ask for. */
    static final List<String> ALL_SCOPES =
            List.of(
                    "app_mentions:read",
                    "assistant:write",
                    "channels:history",
                    "channels:read",
                    "chat:write",
                    "commands",
                    "files:read",
                    "files:write",
                    "groups:history",
                    "groups:read",
                    "im:history",
                    "im:read",
                    "im:write",
                    "mpim:history",
                    "mpim:read",
                    "reactions:write",
                    "team:read",
                    "usergroups:read",
                    "users:read");

    private final Identity me;
    private Set<String> scopes = new LinkedHashSet<>(ALL_SCOPES);
    private Optional<String> revoked = Optional.empty();

    Tokens(Identity me) {
        this.me = me;
    }

    void scopes(List<String> granted) {
        scopes = new LinkedHashSet<>(granted);
    }

    List<String> scopes() {
        return List.copyOf(scopes);
    }

    /** The bot token is refused from now on with such an error. */
    void revoke(String error) {
        revoked = Optional.of(error);
    }

    Optional<String> revoked() {
        return revoked;
    }

    TokenKind kind(HttpRequest request) {
        return request.bearer().map(this::kind).orElse(TokenKind.NONE);
    }

    TokenKind kind(String token) {
        if (token.equals(me.botToken())) {
            return TokenKind.BOT;
        }
        if (token.equals(me.appToken())) {
            return TokenKind.APP;
        }
        return token.equals(me.configToken()) ? TokenKind.CONFIG : TokenKind.UNKNOWN;
    }

    boolean granted(String scope) {
        return scopes.contains(scope);
    }

    String provided() {
        return String.join(",", scopes);
    }

    /** Those that tell the scopes of the token. */
    Map<String, String> headers(HttpRequest request) {
        return switch (kind(request)) {
            case BOT -> Map.of("x-oauth-scopes", provided());
            case APP -> Map.of("x-oauth-scopes", "connections:write");
            case CONFIG, NONE, UNKNOWN -> Map.of();
        };
    }
}
