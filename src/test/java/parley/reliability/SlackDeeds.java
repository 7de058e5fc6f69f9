package parley.reliability;

import java.time.Duration;
import java.util.Set;
import parley.testing.slack.Delivery;
import parley.testing.slack.FakeSlack;

/** In Slack, where a stream is stopped by Slack's own Stop. */
final class SlackDeeds implements Deeds {
    private static final String ADA = "U0ADA00001";
    private static final String BOB = "U0BOB00001";
    private static final String CHANNEL = "C0LOAD0001";
    private static final Duration REDELIVERY = Duration.ofSeconds(1);
    private static final Set<String> PROBES =
            Set.of("message_not_in_streaming_state", "streaming_state_conflict");
    private static final int ALWAYS = 1_000_000;

    /** A message holds 12,000 characters. */
    private static final int LONG = 520;

    private final SlackSurface surface;
    private final FakeSlack slack;

    SlackDeeds(SlackSurface surface) {
        this.surface = surface;
        this.slack = surface.slack();
        slack.addUser(BOB, "Bob");
    }

    @Override
    public void reach(FaultPlan plan) {
        SlackTroubles.reach(slack, plan);
    }

    @Override
    public void impatient() {
        slack.app().redeliverAfter(REDELIVERY, ALWAYS);
    }

    @Override
    public void restarted() {}

    /** Events that are not acknowledged are told again; presses and commands never are. */
    @Override
    public boolean calm() {
        return slack.deliveries().stream()
                .allMatch(it -> it.kind() != Delivery.Kind.EVENT || it.acknowledged());
    }

    /** Nothing but trying tells whether a message is still a stream. */
    @Override
    public int probes() {
        return (int) slack.violations().stream().filter(it -> PROBES.contains(it.rule())).count();
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public int longAnswer() {
        return LONG;
    }

    @Override
    public boolean stop(String question) {
        Spot spot = Spot.of(question);
        slack.stopsSession(ADA, spot.channel(), spot.root());
        return true;
    }

    @Override
    public void edit(String question, Exchange instead) {
        Spot spot = Spot.of(question);
        slack.edits(spot.channel(), spot.message(), slack.mention() + " " + instead.words());
    }

    @Override
    public void command() {
        slack.command(BOB, CHANNEL, "/parley", "help");
    }

    @Override
    public int commandsAnswered() {
        return slack.ephemerals(BOB).size();
    }

    @Override
    public String toString() {
        return surface.toString();
    }
}
