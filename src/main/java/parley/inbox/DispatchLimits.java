package parley.inbox;

/**
 * The bounds of the dispatcher.
 *
 * @param turns how many turns run at once, at least 1
 * @param backlog how many accepted questions may wait, at least 1; those of a thread whose time has
 *     not come count as one
 */
public record DispatchLimits(int turns, int backlog) {
    public DispatchLimits {
        if (turns < 1 || backlog < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1: " + turns + ", " + backlog);
        }
    }

    /**
     * How many of the turns that run at once may be ones that came to no end before: a platform
     * that cannot be reached keeps the others' slots free.
     */
    int retries() {
        return Math.max(1, turns / 4);
    }
}
