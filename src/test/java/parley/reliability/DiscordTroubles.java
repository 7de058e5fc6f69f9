package parley.reliability;

import parley.reliability.FaultKind.Outside;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;

/** Lets calls of Discord's REST API fail as a {@link FaultPlan} says. */
final class DiscordTroubles {
    private static final int NO_RIGHT = 50_013;
    private static final int AUTO_MOD = 200_000;
    private static final double SOON = 0.3;

    private DiscordTroubles() {}

    static void reach(FakeDiscord discord, FaultPlan plan) {
        discord.faults()
                .otherwise(call ->
                        plan.next(Outside.PLATFORM, call.method() + " " + call.template())
                                .map(DiscordTroubles::fault));
    }

    private static Fault fault(FaultKind kind) {
        return switch (kind) {
            case REFUSED -> new Fault.Refused(403, NO_RIGHT, "Missing Permissions");
            case UNWANTED -> new Fault.Refused(400, AUTO_MOD, "Not this.");
            case LIMITED -> new Fault.RateLimited(SOON);
            case TROUBLED -> new Fault.Status(503);
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
                    throw new IllegalArgumentException("no fault of Discord's: " + kind);
        };
    }
}
