package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.testing.HttpAnswer;
import parley.testing.HttpRequest;
import parley.testing.Json;

/**
 * Keeps attachments, and gives them out to everybody with an address that has not run out.
 *
 * @see <a href="https://discord.com/developers/docs/reference#signed-attachment-cdn-urls">Signed
 *     URLs</a>
 */
final class Cdn {
    static final String PATH = "/attachments/";
    private static final Duration LIFE = Duration.ofHours(24);

    private final World world;
    private final Map<String, StoredFile> files = new HashMap<>();

    Cdn(World world) {
        this.world = world;
    }

    StoredFile keep(long channel, String name, String type, byte[] bytes) {
        String plain = name.replaceAll("[^\\w.-]", "_");
        StoredFile file = new StoredFile(world.clock.next(), channel, plain, type, bytes);
        files.put(file.path(), file);
        return file;
    }

    /** As messages tell it, with an address that is good from now on for a day. */
    ObjectNode json(StoredFile file) {
        String address = signed(file.path());
        return Json.object(
                "id",
                Long.toString(file.id()),
                "filename",
                file.name(),
                "size",
                file.bytes().length,
                "content_type",
                file.type(),
                "content_scan_version",
                0,
                "url",
                address,
                "proxy_url",
                address);
    }

    private String signed(String path) {
        long now = world.clock.now().getEpochSecond();
        return "%s%s?ex=%x&is=%x&hm=%064x&"
                .formatted(world.url(), path, now + LIFE.toSeconds(), now, path.hashCode());
    }

    /** The same address, good from now on for a day; another's as it is. */
    String refreshed(String address) {
        String path = address.split("\\?", 2)[0].replace(world.url(), "");
        return path.startsWith(PATH) ? signed(path) : address;
    }

    /** Its message is gone. */
    void drop(StoredFile file) {
        files.remove(file.path());
    }

    HttpAnswer answer(HttpRequest request) {
        if (request.header("authorization").isPresent()) {
            world.violate("GET " + PATH, "token_to_cdn", "the CDN is shown a token");
        }
        String path = URLDecoder.decode(request.path(), StandardCharsets.UTF_8);
        StoredFile file = files.get(path);
        if (file == null || expired(request)) {
            return HttpAnswer.text(404, "text/plain", "This content is no longer available.");
        }
        return new HttpAnswer.Reply(200, Map.of("Content-Type", file.type()), file.bytes());
    }

    private boolean expired(HttpRequest request) {
        String until = request.query().getOrDefault("ex", List.of("0")).getFirst();
        return Long.parseLong(until, 16) < world.clock.now().getEpochSecond();
    }
}
