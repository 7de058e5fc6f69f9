package parley.reliability;

/**
 * What became of questions; adds up.
 *
 * @param faults operations that were made to fail
 * @param kills of the program
 * @param expected answers that there had to be
 * @param lost those that never came to their end
 * @param doubled questions with more than one answer
 * @param unequal answers that are not what the model wrote
 * @param requests how often the model was asked
 * @param overLimit calls beyond a budget of the platform
 * @param pings people whom the model's text woke
 * @param violations calls that a correct bot never makes
 */
public record Tally(
        int faults,
        int kills,
        int expected,
        int lost,
        int doubled,
        int unequal,
        int requests,
        int overLimit,
        int pings,
        int violations) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Tally faults(int count) {
        return new Tally(count, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Tally kills(int count) {
        return new Tally(0, count, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    public Tally plus(Tally more) {
        return new Tally(
                faults + more.faults,
                kills + more.kills,
                expected + more.expected,
                lost + more.lost,
                doubled + more.doubled,
                unequal + more.unequal,
                requests + more.requests,
                overLimit + more.overLimit,
                pings + more.pings,
                violations + more.violations);
    }

    /** Whether nothing is wrong. */
    public boolean clean() {
        return whole() && overLimit == 0;
    }

    /**
     * Whether nothing is wrong but that a limit was passed, as after a death: no process knows what
     * the one before it has used up.
     */
    public boolean whole() {
        return lost + doubled + unequal + pings + violations == 0;
    }

    @Override
    public String toString() {
        return ("%d operations failed, %d kills; %d answers expected, %d lost, %d doubled, %d unequal;"
                        + " the model was asked %d times; %d over a limit, %d pings, %d violations")
                .formatted(
                        faults,
                        kills,
                        expected,
                        lost,
                        doubled,
                        unequal,
                        requests,
                        overLimit,
                        pings,
                        violations);
    }
}
