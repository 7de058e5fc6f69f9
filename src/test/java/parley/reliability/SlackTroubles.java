package parley.reliability;

import parley.reliability.FaultKind.Outside;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;

/** Lets calls of Slack's Web API fail as a {@link FaultPlan} says. */
final class SlackTroubles {
    private SlackTroubles() {}

    static void reach(FakeSlack slack, FaultPlan plan) {
        slack.faults()
                .otherwise(call ->
                        plan.next(Outside.PLATFORM, call.method()).map(SlackTroubles::fault));
    }

    private static Fault fault(FaultKind kind) {
        return switch (kind) {
            case REFUSED -> new Fault.Refused("channel_not_found");
            case UNWANTED -> new Fault.Refused("invalid_blocks");
            case LIMITED -> new Fault.RateLimited(1);
            case TROUBLED -> new Fault.Refused("internal_error");
            case MALFORMED -> new Fault.Malformed();
            case TIMED_OUT -> new Fault.Hang();
            case TIMED_OUT_AFTER -> new Fault.EffectThenHang();
            case RESET -> new Fault.Reset();
            case RESET_AFTER -> new Fault.EffectThenReset();
            case BROKEN_OFF,
                    BROKEN_AT_ONCE,
                    ERROR_EVENT,
                    UNFINISHED,
                    COMMIT_FAILS,
                    COMMIT_SEEMS_TO_FAIL ->
                    throw new IllegalArgumentException("no fault of Slack's: " + kind);
        };
    }
}
