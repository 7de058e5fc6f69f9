package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.adapter.Found;

/** Takes every message of a history, those with that in them as questions. */
final class TakenPast implements Recall {
    final List<JsonNode> found = new CopyOnWriteArrayList<>();
    final List<JsonNode> declined = new CopyOnWriteArrayList<>();
    final List<String> changed = new CopyOnWriteArrayList<>();
    final List<JsonNode> gone = new CopyOnWriteArrayList<>();
    private final String mention;

    TakenPast(String mention) {
        this.mention = mention;
    }

    List<String> said() {
        return found.stream().map(message -> message.path("content").asText()).toList();
    }

    @Override
    public Found take(JsonNode message) {
        found.add(message);
        return message.path("content").asText().contains(mention) ? Found.QUESTION : Found.NOTHING;
    }

    @Override
    public void changed(JsonNode message) {
        changed.add(message.path("content").asText());
    }

    @Override
    public boolean decline(JsonNode message) {
        declined.add(message);
        return true;
    }

    @Override
    public void gone(JsonNode deletion) {
        gone.add(deletion);
    }
}
