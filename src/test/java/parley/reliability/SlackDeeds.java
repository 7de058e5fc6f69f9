package parley.reliability;

import java.util.Set;
import parley.testing.slack.FakeSlack;

/** In Slack, where a stream is stopped by Slack's own Stop. */
final class SlackDeeds implements Deeds {
    private static final String ADA = "U0ADA00001";
    private static final String BOB = "U0BOB00001";
    private static final String CHANNEL = "C0LOAD0001";
    private static final Set<String> PROBES =
            Set.of("message_not_in_streaming_state", "streaming_state_conflict");

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
    public void restarted() {}

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
