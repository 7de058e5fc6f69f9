package parley.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import parley.chat.Attachment;

/** The files of a message within its event's payload; the field names never change. */
final class AttachmentJson {
    private static final String FILES = "files";

    private AttachmentJson() {}

    /** A message without files has no such field, as before there were any. */
    static void write(ObjectNode event, List<Attachment> files) {
        if (files.isEmpty()) {
            return;
        }
        ArrayNode array = event.putArray(FILES);
        for (Attachment file : files) {
            array.addObject()
                    .put("id", file.id())
                    .put("name", file.name())
                    .put("media_type", file.mediaType())
                    .put("size", file.size())
                    .put("location", file.location());
        }
    }

    static List<Attachment> read(JsonNode event) {
        List<Attachment> files = new ArrayList<>();
        for (JsonNode file : event.path(FILES)) {
            files.add(
                    new Attachment(
                            file.path("id").asText(""),
                            file.path("name").asText(""),
                            file.path("media_type").asText(""),
                            file.path("size").asLong(0),
                            file.path("location").asText("")));
        }
        return files;
    }

    static void remove(ObjectNode event) {
        event.remove(FILES);
    }
}
