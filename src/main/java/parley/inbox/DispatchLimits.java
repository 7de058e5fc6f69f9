package parley.inbox;

/**
 * The bounds of the dispatcher.
 *
 * @param turns how many turns run at once, at least 1
 * @param backlog how many accepted questions may wait, at least 1; a channel fills half of that at
 *     most, and those of a thread whose time has not come count as one
 */
public record DispatchLimits(int turns, int backlog) {
    public DispatchLimits {
        if (turns < 1 || backlog < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1: " + turns + ", " + backlog);
        }
    }
}
