package parley.testing.slack;

import java.util.Map;
import parley.testing.HttpAnswer;
import parley.testing.HttpRequest;

/** Gives out files to who shows a token that may read them, and everybody else a login page. */
final class FileDoor {
    static final String PATH = "/files-pri/";

    private final Workspace workspace;
    private final Tokens tokens;

    FileDoor(Workspace workspace, Tokens tokens) {
        this.workspace = workspace;
        this.tokens = tokens;
    }

    HttpAnswer answer(HttpRequest request) {
        boolean known = tokens.kind(request) == TokenKind.BOT;
        if (!known) {
            workspace.violate("file_download", "not_authed", "no bot token: " + request.path());
        }
        if (!known || !tokens.granted("files:read") || tokens.revoked().isPresent()) {
            return login();
        }
        String path = request.path().replace(PATH + "download/", PATH);
        return workspace.files.values().stream()
                .filter(file -> file.url().endsWith(path))
                .findFirst()
                .<HttpAnswer>map(file ->
                        new HttpAnswer.Reply(
                                200, Map.of("Content-Type", file.mimeType()), file.bytes()))
                .orElseGet(() -> HttpAnswer.text(404, "text/html", "<html>Not found</html>"));
    }

    /** What comes without permission, with status 200. */
    private static HttpAnswer login() {
        return HttpAnswer.text(
                200,
                "text/html",
                "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head>"
                        + "<body>Sign in to your workspace</body></html>");
    }
}
