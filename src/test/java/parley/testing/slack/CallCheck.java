package parley.testing.slack;

import java.util.List;
import parley.testing.HttpRequest;
import parley.testing.Json;

/** Whether a call may be made so: token, scope, arguments. */
final class CallCheck {
    private final Workspace workspace;
    private final Tokens tokens;

    CallCheck(Workspace workspace, Tokens tokens) {
        this.workspace = workspace;
        this.tokens = tokens;
    }

    void check(ApiMethod method, HttpRequest request, Arguments arguments) {
        token(method, request, arguments);
        scope(method);
        form(method, request, arguments);
        arguments(method, arguments);
    }

    private void token(ApiMethod method, HttpRequest request, Arguments arguments) {
        if (arguments.has("token")) {
            workspace.violate(method.name(), "token_in_body", "tokens belong in the header");
        }
        TokenKind kind = tokens.kind(request);
        if (kind == TokenKind.NONE) {
            throw ApiError.mistake("not_authed", "no token in the Authorization header");
        }
        if (kind == TokenKind.UNKNOWN) {
            throw ApiError.refusal("invalid_auth");
        }
        boolean any = method.name().equals("auth.test") && kind == TokenKind.APP;
        if (kind != method.token() && !any) {
            throw ApiError.mistake("not_allowed_token_type", "called with the token of " + kind);
        }
        if (kind == TokenKind.BOT) {
            tokens.revoked()
                    .ifPresent(error -> {
                        throw ApiError.refusal(error);
                    });
        }
    }

    private void scope(ApiMethod method) {
        List<String> scopes = method.scopes();
        if (!scopes.isEmpty() && scopes.stream().noneMatch(tokens::granted)) {
            throw ApiError.refusal(
                    "missing_scope",
                    Json.object("needed", String.join(",", scopes), "provided", tokens.provided()));
        }
    }

    private void form(ApiMethod method, HttpRequest request, Arguments arguments) {
        if (!method.json() && request.contentType().equals("application/json")) {
            throw ApiError.mistake("invalid_arguments", method.name() + " reads no JSON");
        }
        if (request.contentType().equals("application/json")
                && Json.parse(request.text()).filter(node -> node.isObject()).isEmpty()) {
            throw ApiError.mistake("invalid_json", "the body is no JSON object");
        }
        for (String name : arguments.contradicted()) {
            workspace.violate(method.name(), "contradiction", name + " came with two values");
        }
    }

    private void arguments(ApiMethod method, Arguments arguments) {
        for (String name : arguments.names()) {
            if (!method.arguments().contains(name) && !name.equals("token")) {
                workspace.violate(method.name(), "unknown_argument", name);
            }
        }
        List<String> missing =
                method.required().stream().filter(name -> !arguments.has(name)).toList();
        if (!missing.isEmpty()) {
            throw ApiError.mistake(
                    "invalid_arguments",
                    missing.stream()
                            .map(name -> "[ERROR] missing required field: " + name)
                            .toList());
        }
    }
}
