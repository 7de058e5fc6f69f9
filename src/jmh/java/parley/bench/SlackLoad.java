package parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;

/** A loopback Slack with Slack's published limits, for {@link ChatLoad}. */
public final class SlackLoad implements ChatPlatform {
    private static final List<String> CHANNELS = List.of("C0LOAD0001", "C0LOAD0002", "C0LOAD0003");
    private static final String ADA = "U0ADA00001";
    private static final String SEPARATOR = " ";

    private final FakeSlack slack = FakeSlack.start();

    private SlackLoad() {
        slack.addUser(ADA, "Ada");
        CHANNELS.forEach(id -> slack.addChannel(id, id, Room.Kind.PUBLIC, ADA));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ChatLoad.play(new SlackLoad());
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "SLACK_BOT_TOKEN", slack.botToken(),
                "SLACK_APP_TOKEN", slack.appToken(),
                "SLACK_API_URL", slack.apiUrl());
    }

    @Override
    public boolean isReady() {
        return slack.sockets().open() > 0;
    }

    @Override
    public int channels() {
        return CHANNELS.size();
    }

    @Override
    public String ask(int channel, String words) {
        String id = CHANNELS.get(channel);
        return id + SEPARATOR + slack.says(ADA, id, slack.mention() + " " + words);
    }

    private static String channel(String question) {
        return question.substring(0, question.indexOf(SEPARATOR));
    }

    private static String root(String question) {
        return question.substring(question.indexOf(SEPARATOR) + 1);
    }

    private List<Shown> answers(String question) {
        return slack.answers(channel(question), root(question));
    }

    @Override
    public boolean signed(String question) {
        return !slack.surfaces().status(channel(question), root(question)).isEmpty();
    }

    @Override
    public boolean begun(String question) {
        return !answers(question).isEmpty();
    }

    @Override
    public boolean finished(String question) {
        List<Shown> answer = answers(question);
        return answer.stream().noneMatch(Shown::streaming)
                && answer.getLast().buttons().stream()
                        .anyMatch(button -> button.actionId().equals("parley.retry"));
    }

    @Override
    public String text(String question) {
        return answers(question).stream().map(Shown::text).collect(Collectors.joining());
    }

    @Override
    public void await(BooleanSupplier condition) {
        slack.await("", condition);
    }

    @Override
    public int overLimit() {
        return slack.rateLimited().size();
    }

    @Override
    public List<?> wrong() {
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
