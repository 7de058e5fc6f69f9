package parley.bench;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;

/** Some channels of a loopback Slack, a person in each. */
final class SoakSlack implements SoakPlace {
    private static final String ANSWERED = "parley.retry";

    private final FakeSlack slack = FakeSlack.start();

    SoakSlack(int people) {
        for (int person = 0; person < people; person++) {
            slack.addUser(user(person), "Person " + person)
                    .addChannel(channel(person), "soak-" + person, Room.Kind.PUBLIC, user(person));
        }
    }

    private static String user(int person) {
        return "U0SOAK%04d".formatted(person);
    }

    private static String channel(int person) {
        return "C0SOAK%04d".formatted(person);
    }

    @Override
    public String name() {
        return "Slack";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "SLACK_BOT_TOKEN", slack.botToken(),
                "SLACK_APP_TOKEN", slack.appToken(),
                "SLACK_API_URL", slack.apiUrl());
    }

    @Override
    public void open(String address) {
        slack.await("a connection", () -> slack.sockets().open() > 0);
    }

    @Override
    public String ask(int person, String words) {
        String channel = channel(person);
        return channel + " " + slack.says(user(person), channel, slack.mention() + " " + words);
    }

    @Override
    public void follow(int person, String thread, String words) {
        slack.replies(user(person), channel(thread), root(thread), words);
    }

    private static String channel(String thread) {
        return thread.substring(0, thread.indexOf(' '));
    }

    private static String root(String thread) {
        return thread.substring(thread.indexOf(' ') + 1);
    }

    /** What the bot wrote since a person last did. */
    private List<Shown> newest(String thread) {
        List<Shown> all = slack.thread(channel(thread), root(thread));
        int begin = all.size();
        while (begin > 0 && !all.get(begin - 1).author().startsWith("U0SOAK")) {
            begin--;
        }
        return all.subList(begin, all.size());
    }

    @Override
    public boolean finished(String thread) {
        List<Shown> answer = newest(thread);
        return !answer.isEmpty()
                && answer.stream().noneMatch(Shown::streaming)
                && answer.getLast().buttons().stream()
                        .anyMatch(button -> button.actionId().equals(ANSWERED));
    }

    @Override
    public String text(String thread) {
        return newest(thread).stream().map(Shown::text).collect(Collectors.joining());
    }

    @Override
    public void retry(int person, String thread) {
        String last = newest(thread).getLast().ts();
        var _ = slack.presses(user(person), channel(thread), last, ANSWERED);
    }

    @Override
    public void command(int person) {
        var _ = slack.command(user(person), channel(person), "/parley", "status");
    }

    @Override
    public String disturb(RandomGenerator random) {
        int kind = random.nextInt(7);
        switch (kind) {
            case 0 -> slack.sockets().drop();
            case 1 -> slack.sockets().disconnect("refresh_requested");
            case 2 -> slack.faults().next("chat.postMessage", new Fault.EffectThenReset());
            case 3 -> slack.faults().next("chat.update", 2, new Fault.Status(503));
            case 4 -> slack.faults().next("chat.startStream", new Fault.EffectThenReset());
            case 5 -> slack.faults().next("chat.appendStream", new Fault.Reset());
            default -> slack.faults().next("chat.update", new Fault.RateLimited(2));
        }
        return "Slack " + kind;
    }

    @Override
    public int wrong() {
        return slack.violations().size() + slack.rateLimited().size() + slack.notified().size();
    }

    @Override
    public void close() {
        slack.close();
    }
}
