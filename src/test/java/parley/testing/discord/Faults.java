package parley.testing.discord;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What goes wrong by script, oldest first. Safe for use by many threads. */
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

    /** The next call of the route, such as {@code "POST", "channels/{c}/messages"}. */
    public Faults next(String method, String template, Fault fault) {
        return next(method, template, 1, fault);
    }

    /** The next calls of the route. */
    public Faults next(String method, String template, int calls, Fault fault) {
        return when(call -> isOf(call, method, template), calls, fault);
    }

    /** Every call of the route, until {@link #clear}. */
    public Faults always(String method, String template, Fault fault) {
        return next(method, template, Integer.MAX_VALUE, fault);
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

    static boolean isOf(Call call, String method, String template) {
        return call.method().equals(method) && Router.same(call.template(), template);
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
