package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.testing.Json;

/** A file that Slack keeps, with the addresses at which it gives it out. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record StoredFile(
        String id,
        String name,
        String title,
        String mimeType,
        byte[] bytes,
        String user,
        boolean stub,
        String url,
        long created) {
    /** As in events: a stub of a shared channel names neither type nor address. */
    ObjectNode json() {
        return stub
                ? Json.object("id", id, "mode", "file_access", "file_access", "check_file_info")
                : whole();
    }

    /** As files.info tells it. */
    ObjectNode whole() {
        return Json.object(
                "id",
                id,
                "created",
                created,
                "timestamp",
                created,
                "name",
                name,
                "title",
                title,
                "mimetype",
                mimeType,
                "filetype",
                name.substring(name.lastIndexOf('.') + 1),
                "pretty_type",
                mimeType,
                "user",
                user,
                "editable",
                false,
                "size",
                bytes.length,
                "mode",
                mimeType.startsWith("text/") ? "snippet" : "hosted",
                "is_external",
                false,
                "is_public",
                true,
                "public_url_shared",
                false,
                "display_as_bot",
                false,
                "url_private",
                url,
                "url_private_download",
                url.replace("/files-pri/", "/files-pri/download/"),
                "has_rich_preview",
                false,
                "file_access",
                "visible");
    }
}
