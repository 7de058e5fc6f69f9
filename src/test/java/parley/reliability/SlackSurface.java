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
import parley.testing.Tap;
import parley.testing.slack.Delivery;
import parley.testing.slack.FakeFile;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;
import parley.testing.slack.ShownButton;

/** A loopback Slack with Slack's published limits and three channels. */
public final class SlackSurface implements Surface {
    private static final List<String> CHANNELS = List.of("C0LOAD0001", "C0LOAD0002", "C0LOAD0003");
    private static final String ADA = "U0ADA00001";

    /** What keeps mentions inert, and nobody sees. */
    private static final String JOINER = "\u2060";

    private static final Duration REDELIVERY = Duration.ofSeconds(1);

    private static final int ALWAYS = 1_000_000;

    private final FakeSlack slack = FakeSlack.start();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean died;

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
    public void died() {
        died = true;
    }

    @Override
    public void impatient() {
        slack.app().redeliverAfter(REDELIVERY, ALWAYS);
    }

    @Override
    public void tap(Tap tap) {
        slack.sockets().tap(tap);
        slack.faults()
                .otherwise(call ->
                        switch (tap.asked(call.method())) {
                            case PASSES -> Optional.empty();
                            case LOST -> Optional.of(new Fault.Hang());
                            case UNANSWERED -> Optional.of(new Fault.EffectThenHang());
                        });
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

    /** With files, in that channel. */
    String ask(Exchange exchange, String channel, FakeFile... files) {
        String message = slack.says(ADA, channel, words(exchange), files);
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
    public int toldAgain() {
        return slack.deliveries().stream().mapToInt(it -> Math.max(0, it.attempts() - 1)).sum();
    }

    /** Events that are not acknowledged are told again; presses and commands never are. */
    @Override
    public boolean calm() {
        return slack.deliveries().stream()
                .allMatch(it -> it.kind() != Delivery.Kind.EVENT || it.acknowledged());
    }

    @Override
    public void await(String what, Duration patience, BooleanSupplier condition) {
        slack.await(what, patience, condition);
    }

    @Override
    public List<String> overLimit() {
        return slack.rateLimited().stream().map(call -> call.method()).toList();
    }

    @Override
    public int pings() {
        return slack.notified().size();
    }

    /** Nothing but trying tells a new process whether a message is still a stream. */
    @Override
    public List<?> violations() {
        return slack.violations().stream()
                .filter(it -> !died || !it.rule().equals("streaming_state_conflict"))
                .toList();
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
