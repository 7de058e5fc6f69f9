package parley.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;
import parley.testing.slack.ShownButton;

/** A loopback Slack with Slack's published limits and three channels. */
public final class SlackSurface implements Surface {
    private static final List<String> CHANNELS = List.of("C0LOAD0001", "C0LOAD0002", "C0LOAD0003");
    private static final String ADA = "U0ADA00001";

    /** What keeps mentions inert, and nobody sees. */
    private static final String JOINER = "\u2060";

    private final FakeSlack slack = FakeSlack.start();
    private final AtomicInteger turn = new AtomicInteger();

    public SlackSurface() {
        slack.addUser(ADA, "Ada");
        CHANNELS.forEach(id -> slack.addChannel(id, id, Room.Kind.PUBLIC, ADA));
    }

    /** The platform itself, for what shall go wrong in it. */
    public FakeSlack slack() {
        return slack;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "SLACK_BOT_TOKEN", slack.botToken(),
                "SLACK_APP_TOKEN", slack.appToken(),
                "SLACK_API_URL", slack.apiUrl());
    }

    @Override
    public boolean ready() {
        return slack.sockets().open() > 0;
    }

    @Override
    public int channels() {
        return CHANNELS.size();
    }

    @Override
    public String ask(Exchange exchange) {
        String channel = CHANNELS.get(turn.getAndIncrement() % CHANNELS.size());
        String message = slack.says(ADA, channel, words(exchange));
        return new Spot(channel, message, message).handle();
    }

    @Override
    public String ask(Exchange exchange, String earlier) {
        Spot spot = Spot.of(earlier);
        return spot.then(slack.replies(ADA, spot.channel(), spot.root(), words(exchange))).handle();
    }

    private String words(Exchange exchange) {
        return slack.mention() + " " + exchange.words();
    }

    @Override
    public void press(String question, String button) {
        Shown last = shown(Spot.of(question)).getLast();
        ShownButton shown =
                last.buttons().stream()
                        .filter(it -> means(it, button))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + button + " in " + last));
        slack.presses(ADA, Spot.of(question).channel(), last.ts(), shown.actionId(), shown.value());
    }

    /** The two of feedback have one action and say which in their values. */
    private static boolean means(ShownButton shown, String button) {
        return shown.actionId().equals("parley." + button)
                || shown.value().startsWith(button + ":");
    }

    @Override
    public boolean signed(String question) {
        Spot spot = Spot.of(question);
        return !slack.surfaces().status(spot.channel(), spot.root()).isEmpty();
    }

    @Override
    public String status(String question) {
        Spot spot = Spot.of(question);
        return slack.surfaces().status(spot.channel(), spot.root());
    }

    @Override
    public List<Answer> answers(String question) {
        return Answer.of(shown(Spot.of(question)).stream().map(SlackSurface::part).toList());
    }

    /** The bot's messages between the question and the next one in its thread. */
    private List<Shown> shown(Spot spot) {
        List<Shown> found = new ArrayList<>();
        boolean after = false;
        for (Shown message : slack.thread(spot.channel(), spot.root())) {
            if (!message.author().equals(slack.botUserId())) {
                after = message.ts().equals(spot.message());
            } else if (after) {
                found.add(message);
            }
        }
        return found;
    }

    private static Answer.Part part(Shown message) {
        return new Answer.Part(
                message.metadata().flatMap(SlackSurface::nonce),
                message.text().replace(JOINER, ""),
                message.context(),
                message.streaming() || message.broken(),
                message.buttons().stream().anyMatch(it -> it.actionId().equals("parley.retry")));
    }

    private static Optional<String> nonce(JsonNode metadata) {
        return Optional.of(metadata.path("event_payload").path("nonce").asText())
                .filter(nonce -> nonce.contains("."));
    }

    @Override
    public void await(String what, Duration patience, BooleanSupplier condition) {
        slack.await(what, patience, condition);
    }

    @Override
    public int overLimit() {
        return slack.rateLimited().size();
    }

    @Override
    public int pings() {
        return slack.notified().size();
    }

    @Override
    public List<?> violations() {
        return slack.violations();
    }

    @Override
    public String calls() {
        return Stream.of(
                        "assistant.threads.setStatus",
                        "chat.startStream",
                        "chat.appendStream",
                        "chat.stopStream",
                        "chat.postMessage",
                        "chat.update")
                .map(method -> "%s %d".formatted(method, slack.calls(method).size()))
                .collect(Collectors.joining("  "));
    }

    /** Slack counts by the minute. */
    @Override
    public Duration window() {
        return Duration.ofSeconds(62);
    }

    @Override
    public void close() {
        slack.close();
    }
}
