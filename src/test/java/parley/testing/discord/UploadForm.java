package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.testing.Multipart;

/**
 * The files of a message: those that stay, and those that come with the request.
 *
 * @see <a href="https://discord.com/developers/docs/reference#uploading-files">Uploading files</a>
 */
final class UploadForm {
    private final JsonNode body;
    private final List<Multipart.Part> parts;

    UploadForm(JsonNode body, List<Multipart.Part> parts) {
        this.body = body;
        this.parts = parts;
    }

    void apply(Post post, Cdn cdn) {
        List<StoredFile> files = new ArrayList<>(kept(post));
        for (Multipart.Part part : parts) {
            files.add(cdn.keep(post.channel.id, name(part), part.contentType(), part.bytes()));
        }
        post.files = files;
    }

    /** An edit keeps the files that it names, or all when it names none. */
    private List<StoredFile> kept(Post post) {
        if (!body.hasNonNull("attachments")) {
            return post.files;
        }
        Set<String> ids = new HashSet<>();
        body.path("attachments").forEach(one -> ids.add(one.path("id").asText()));
        return post.files.stream().filter(one -> ids.contains(Long.toString(one.id()))).toList();
    }

    private String name(Multipart.Part part) {
        String number = part.name().orElse("").replaceAll("\\D", "");
        for (JsonNode attachment : body.path("attachments")) {
            if (attachment.path("id").asText().equals(number)
                    && attachment.hasNonNull("filename")) {
                return attachment.path("filename").asText();
            }
        }
        return part.fileName().orElse("unknown");
    }
}
