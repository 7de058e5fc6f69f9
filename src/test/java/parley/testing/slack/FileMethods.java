package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.testing.HttpAnswer;
import parley.testing.HttpRequest;
import parley.testing.Json;
import parley.testing.Multipart;

/** Files: files.info, the upload in three steps. */
final class FileMethods {
    static final String UPLOADS = "/upload/v1/";

    private final Workspace workspace;
    private final Events events;
    private final Map<String, Upload> tickets = new HashMap<>();

    /** A file on its way. */
    private record Upload(String id, String name, int length, Optional<byte[]> bytes) {
        Upload with(byte[] all) {
            return new Upload(id, name, length, Optional.of(all));
        }
    }

    FileMethods(Workspace workspace, Events events) {
        this.workspace = workspace;
        this.events = events;
    }

    List<ApiMethod> methods() {
        return List.of(
                ApiMethod.form(
                        "files.info",
                        Tier.FOUR,
                        "files:read",
                        "file* count cursor limit page",
                        this::info),
                ApiMethod.form(
                        "files.getUploadURLExternal",
                        Tier.FOUR,
                        "files:write",
                        "filename* length* snippet_type alt_txt",
                        this::address),
                ApiMethod.bot(
                        "files.completeUploadExternal",
                        Tier.FOUR,
                        "files:write",
                        "files* channel_id thread_ts channels initial_comment blocks username"
                                + " icon_url icon_emoji",
                        this::complete));
    }

    private ObjectNode info(Arguments arguments) {
        return Optional.ofNullable(workspace.files.get(arguments.need("file")))
                .map(file -> Json.object("file", file.whole()))
                .orElseThrow(() -> ApiError.refusal("file_not_found"));
    }

    private ObjectNode address(Arguments arguments) {
        int length = arguments.number("length", 0);
        if (length < 1) {
            throw ApiError.mistake("invalid_arguments", "length of at least 1");
        }
        Upload upload =
                new Upload(
                        workspace.ids.next("F"),
                        arguments.need("filename"),
                        length,
                        Optional.empty());
        String path = UPLOADS + workspace.ids.uuid();
        tickets.put(path, upload);
        return Json.object("upload_url", workspace.url() + path, "file_id", upload.id);
    }

    /** The bytes come: raw, or as the first part of a form. */
    HttpAnswer receive(HttpRequest request) {
        Upload upload = tickets.get(request.path());
        if (upload == null) {
            return HttpAnswer.text(404, "text/plain", "no such upload");
        }
        byte[] bytes =
                request.contentType().equals("multipart/form-data")
                        ? Multipart.parts(request).getFirst().bytes()
                        : request.body();
        if (bytes.length != upload.length) {
            workspace.violate(
                    "upload", "length_mismatch", bytes.length + " instead of " + upload.length);
            return HttpAnswer.text(400, "text/plain", "length mismatch");
        }
        tickets.put(request.path(), upload.with(bytes));
        return HttpAnswer.text(200, "text/plain", "OK - " + bytes.length);
    }

    private ObjectNode complete(Arguments arguments) {
        List<StoredFile> files = new ArrayList<>();
        JsonNode named = arguments.json("files", "invalid_arguments").orElseGet(Json::array);
        named.forEach(file -> files.add(finished(file)));
        if (files.isEmpty()) {
            throw ApiError.mistake("invalid_arguments", "no files");
        }
        Optional<Room> room = arguments.find("channel_id").map(workspace::writable);
        Optional<String> thread = arguments.find("thread_ts");
        room.ifPresent(where -> thread.ifPresent(ts -> workspace.root(where, ts)));
        files.forEach(file -> workspace.files.put(file.id(), file));
        room.ifPresent(
                where -> share(where, thread, files, arguments.find("initial_comment").orElse("")));
        return Json.object(
                "files",
                files.stream()
                        .map(file -> Json.object("id", file.id(), "title", file.title()))
                        .toList());
    }

    private StoredFile finished(JsonNode named) {
        String id = named.path("id").asText();
        Upload upload =
                tickets.values().stream()
                        .filter(one -> one.id.equals(id))
                        .findFirst()
                        .orElseThrow(() -> ApiError.mistake("file_not_found", id));
        byte[] bytes =
                upload.bytes.orElseThrow(
                        () -> ApiError.mistake("file_not_found", id + " was never uploaded"));
        return new StoredFile(
                id,
                upload.name,
                named.path("title").asText(upload.name),
                "text/plain",
                bytes,
                workspace.me.botUserId(),
                false,
                workspace.fileUrl(id, upload.name),
                workspace.clock.seconds());
    }

    private void share(Room room, Optional<String> thread, List<StoredFile> files, String text) {
        Post post = new Post(workspace.clock.nextTs(), room, thread, workspace.bot(), "");
        post.text = text;
        post.files.addAll(files);
        post.subtype = PostJson.subtype(files);
        workspace.posts.add(post);
        workspace.stage.clearStatus(room.id, post.root());
        events.posted(post);
    }
}
