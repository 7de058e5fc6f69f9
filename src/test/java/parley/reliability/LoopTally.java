package parley.reliability;

/**
 * What became of many runs; adds up.
 *
 * @param failed operations that were made to fail
 * @param told answers that ended with a sentence about what went wrong, and came whole after Retry
 * @param unshown answers that the platform refused for good, each with its line in the log; the
 *     tally counts them as lost
 * @param probes tries to find out what had become of a lost call; the tally counts them as
 *     violations
 * @param twice answers to slash commands that came more than once
 */
record LoopTally(int runs, int failed, int told, int unshown, int probes, int twice, Tally tally) {
    static final LoopTally NOTHING = new LoopTally(0, 0, 0, 0, 0, 0, Tally.NOTHING);

    LoopTally plus(LoopTally more) {
        return new LoopTally(
                runs + more.runs,
                failed + more.failed,
                told + more.told,
                unshown + more.unshown,
                probes + more.probes,
                twice + more.twice,
                tally.plus(more.tally));
    }

    private int lost() {
        return tally.lost() - unshown;
    }

    private int doubled() {
        return tally.doubled() + twice;
    }

    private int violations() {
        return tally.violations() - probes;
    }

    /** Whether nothing is wrong. */
    boolean clean() {
        return lost()
                        + doubled()
                        + tally.unequal()
                        + tally.overLimit()
                        + tally.pings()
                        + violations()
                == 0;
    }

    @Override
    public String toString() {
        return ("%d runs, %d operations failed; %d answers expected, %d told of and whole after"
                        + " Retry, %d refused by the platform and logged; %d lost, %d doubled,"
                        + " %d text unequal; %d over a limit, %d pings, %d violations")
                .formatted(
                        runs,
                        failed,
                        tally.expected(),
                        told,
                        unshown,
                        lost(),
                        doubled(),
                        tally.unequal(),
                        tally.overLimit(),
                        tally.pings(),
                        violations());
    }
}
