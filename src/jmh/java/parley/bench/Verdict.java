package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What became of the questions, as the threads themselves show it. */
record Verdict(int asked, int answered, int lost, int doubled, int unequal) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Verdict over(Collection<Question> questions, URI base, HttpClient client)
            throws IOException, InterruptedException {
        Verdict sum = new Verdict(0, 0, 0, 0, 0);
        for (Question question : questions) {
            sum = sum.plus(judge(question, thread(question, base, client)));
        }
        return sum;
    }

    static boolean settled(Question question, URI base, HttpClient client)
            throws IOException, InterruptedException {
        for (JsonNode message : thread(question, base, client).path("messages")) {
            if (byModel(message) && message.path("settled").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode thread(Question question, URI base, HttpClient client)
            throws IOException, InterruptedException {
        URI address = base.resolve("/api/channels/" + question.channel + "/threads/" + question.id);
        HttpRequest request = HttpRequest.newBuilder(address).build();
        return MAPPER.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private static Verdict judge(Question question, JsonNode thread) {
        Set<String> turns = new HashSet<>();
        StringBuilder text = new StringBuilder();
        boolean settled = true;
        for (JsonNode message : thread.path("messages")) {
            if (byModel(message)) {
                turns.add(message.path("turn").asText());
                text.append(message.path("text").asText());
                settled &= message.path("settled").asBoolean();
            }
        }
        boolean answered = !turns.isEmpty() && settled;
        boolean doubled = turns.size() > 1 || question.requests.get() > 1;
        boolean unequal = answered && !text.toString().equals(question.answer());
        return new Verdict(1, answered ? 1 : 0, answered ? 0 : 1, doubled ? 1 : 0, unequal ? 1 : 0);
    }

    private static boolean byModel(JsonNode message) {
        return message.path("author").asText().isEmpty();
    }

    private Verdict plus(Verdict other) {
        return new Verdict(
                asked + other.asked,
                answered + other.answered,
                lost + other.lost,
                doubled + other.doubled,
                unequal + other.unequal);
    }

    @Override
    public String toString() {
        return "%d asked, %d answered; %d lost, %d doubled, %d unequal"
                .formatted(asked, answered, lost, doubled, unequal);
    }
}
