package parley.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.reliability.FaultKind.Outside;

/**
 * Counts the operations between the program and what lies outside of it, those that can fail in one
 * way, and lets the n-th and some that follow fail so. Safe for use by many threads.
 */
final class FaultPlan {
    private final FaultKind kind;
    private final int first;
    private final int many;
    private final List<String> victims = new ArrayList<>();
    private boolean counting;
    private int count;

    /**
     * @param first which operation fails, from 1
     * @param many how many fail one after the other, from 1
     */
    FaultPlan(FaultKind kind, int first, int many) {
        this.kind = kind;
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
        if (!counting || !kind.befalls(outside)) {
            return Optional.empty();
        }
        count++;
        if (count < first || count >= first + many) {
            return Optional.empty();
        }
        victims.add(what);
        return Optional.of(kind);
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
