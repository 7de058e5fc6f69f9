package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/** Events as Slack sends them, with the names taken out. */
final class Recordings {
    static final WorkspaceId HOME = new WorkspaceId(Platform.SLACK, "T0HOME0001");
    static final BotIdentity SELF =
            new BotIdentity(HOME, new UserId("U0PARLEY01"), "B0PARLEY01", "Parley");

    private Recordings() {}

    static String body(String name) {
        try (InputStream file =
                Recordings.class.getResourceAsStream("/recordings/slack/" + name + ".json")) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recording with other fields in its event; JSON null takes one out. */
    static String with(String name, Map<String, JsonElement> fields) {
        JsonObject body = JsonParser.parseString(body(name)).getAsJsonObject();
        fields.forEach((field, value) -> {
            JsonObject event = body.getAsJsonObject("event");
            if (value.isJsonNull()) {
                event.remove(field);
            } else {
                event.add(field, value);
            }
        });
        return body.toString();
    }

    static ThreadId thread(String channel, String root) {
        return new ThreadId(new ChannelId(HOME, channel), root);
    }
}
