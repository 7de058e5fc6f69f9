package parley.testing.slack;

import parley.testing.HttpAnswer;
import parley.testing.HttpDoor;
import parley.testing.HttpRequest;

/** All that Slack serves by HTTP: the Web API, response URLs, uploads, files. */
final class WebServer implements AutoCloseable {
    private final WebApi api;
    private final ResponseUrls responses;
    private final FileMethods uploads;
    private final FileDoor files;
    private final HttpDoor door;

    private WebServer(
            Workspace workspace, WebApi api, ResponseUrls responses, FileMethods uploads) {
        this.api = api;
        this.responses = responses;
        this.uploads = uploads;
        this.files = new FileDoor(workspace, api.tokens());
        this.door = HttpDoor.open(0, this::answer);
        workspace.url(door.url());
    }

    static WebServer open(
            Workspace workspace, WebApi api, ResponseUrls responses, FileMethods uploads) {
        return new WebServer(workspace, api, responses, uploads);
    }

    private HttpAnswer answer(HttpRequest request) {
        String path = request.path();
        if (path.startsWith(WebApi.PATH)) {
            return api.answer(request);
        }
        if (path.startsWith(ResponseUrls.PATH)) {
            return api.pass("response_url", request, (_, _) -> responses.answer(request));
        }
        if (path.startsWith(FileMethods.UPLOADS)) {
            return api.passBytes("upload", request, () -> uploads.receive(request));
        }
        if (path.startsWith(FileDoor.PATH)) {
            return api.passBytes("file_download", request, () -> files.answer(request));
        }
        return HttpAnswer.text(404, "text/plain", "not found");
    }

    @Override
    public void close() {
        door.close();
    }
}
