package parley.web;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import parley.chat.Limits;
import parley.chat.RateScope;
import parley.chat.Route;
import parley.chat.ThreadId;
import parley.chat.Write;

/** The playground's limits: messages as long as Slack's, and as many writes as a page can draw. */
record WebLimits() implements Limits {
    private static final int LONGEST = 12_000;
    private static final int WRITES_PER_SECOND = 30;

    @Override
    public int messageLength() {
        return LONGEST;
    }

    /** Messages can be changed for as long as anyone likes. */
    @Override
    public Duration growth() {
        return ChronoUnit.FOREVER.getDuration();
    }

    @Override
    public List<Route> routes(ThreadId thread, Write write) {
        var scope = new RateScope("web/" + thread, WRITES_PER_SECOND, Duration.ofSeconds(1));
        return List.of(new Route("page", List.of(scope)));
    }
}
