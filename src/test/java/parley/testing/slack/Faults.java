package parley.testing.slack;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What goes wrong by script, oldest first. Methods are those of the Web API, and {@code
 * response_url}, {@code upload} and {@code file_download}. Safe for use by many threads.
 */
public final class Faults {
    private final List<Rule> rules = new ArrayList<>();
    private Function<Call, Optional<Fault>> otherwise = _ -> Optional.empty();

    private static final class Rule {
        private final Predicate<Call> which;
        private final Fault fault;
        private int left;

        private Rule(Predicate<Call> which, int left, Fault fault) {
            this.which = which;
            this.left = left;
            this.fault = fault;
        }
    }

    Faults() {}

    /** The next call of the method. */
    public Faults next(String method, Fault fault) {
        return next(method, 1, fault);
    }

    /** The next calls of the method. */
    public Faults next(String method, int calls, Fault fault) {
        return when(call -> call.method().equals(method), calls, fault);
    }

    /** Every call of the method, until {@link #clear}. */
    public Faults always(String method, Fault fault) {
        return next(method, Integer.MAX_VALUE, fault);
    }

    /** The next calls that match. */
    public synchronized Faults when(Predicate<Call> which, int calls, Fault fault) {
        rules.add(new Rule(which, calls, fault));
        return this;
    }

    /** What calls meet for which there is nothing else; asked once for each. */
    public synchronized Faults otherwise(Function<Call, Optional<Fault>> script) {
        otherwise = script;
        return this;
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        rules.clear();
        otherwise = _ -> Optional.empty();
    }

    synchronized Optional<Fault> take(Call call) {
        for (Iterator<Rule> all = rules.iterator(); all.hasNext(); ) {
            Rule rule = all.next();
            if (rule.which.test(call)) {
                rule.left--;
                if (rule.left == 0) {
                    all.remove();
                }
                return Optional.of(rule.fault);
            }
        }
        return otherwise.apply(call);
    }
}
