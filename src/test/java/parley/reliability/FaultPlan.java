package parley.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.reliability.FaultKind.Outside;

/**
 * Counts the operations between the program and what lies outside of it, those that can fail in one
 * of the given ways, and lets the n-th and some that follow fail. Which way that is goes round with
 * n where there are several. Safe for use by many threads.
 */
final class FaultPlan {
    private final List<FaultKind> kinds;
    private final int first;
    private final int many;
    private final List<String> victims = new ArrayList<>();
    private boolean counting;
    private int count;

    /**
     * @param first which operation fails, from 1
     * @param many how many fail one after the other, from 1
     */
    FaultPlan(List<FaultKind> kinds, int first, int many) {
        this.kinds = List.copyOf(kinds);
        this.first = first;
        this.many = many;
    }

    /** From now on operations count. */
    synchronized void begin() {
        counting = true;
    }

    /** From now on nothing fails. */
    synchronized void end() {
        counting = false;
    }

    /**
     * How the operation fails that is about to be done; empty when it does not.
     *
     * @param what for people to read
     */
    synchronized Optional<FaultKind> next(Outside outside, String what) {
        List<FaultKind> ways = kinds.stream().filter(it -> it.befalls(outside)).toList();
        if (!counting || ways.isEmpty()) {
            return Optional.empty();
        }
        count++;
        if (count < first || count >= first + many) {
            return Optional.empty();
        }
        FaultKind way = ways.get(first % ways.size());
        victims.add(what + " " + way);
        return Optional.of(way);
    }

    /** Whether anything has failed. */
    synchronized boolean struck() {
        return !victims.isEmpty();
    }

    /** What has failed, in order. */
    synchronized List<String> victims() {
        return List.copyOf(victims);
    }
}
