package parley.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges by what a surface shows: to every question exactly one whole answer which is what the
 * model wrote, no call beyond a limit, nobody woken, nothing that a correct bot never does.
 */
public final class Laws {
    private Laws() {}

    /**
     * What became of all that was asked.
     *
     * @param asked by the handles that the surface gave
     */
    public static Tally judge(Surface surface, Map<String, Exchange> asked) {
        Tally sum =
                new Tally(
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        surface.overLimit().size(),
                        surface.pings(),
                        surface.violations().size());
        for (Map.Entry<String, Exchange> one : asked.entrySet()) {
            sum = sum.plus(judge(surface.answers(one.getKey()), one.getValue()));
        }
        return sum;
    }

    private static Tally judge(List<Answer> answers, Exchange exchange) {
        boolean lost = answers.stream().noneMatch(Answer::settled);
        boolean doubled = answers.size() > 1;
        boolean unequal =
                !lost && answers.stream().noneMatch(it -> exchange.isAnsweredBy(it.text()));
        return new Tally(
                0,
                0,
                1,
                lost ? 1 : 0,
                doubled ? 1 : 0,
                unequal ? 1 : 0,
                exchange.requests(),
                0,
                0,
                0);
    }

    /** What is wrong, for people to read; empty when nothing is. */
    public static List<String> faults(Surface surface, Map<String, Exchange> asked) {
        List<String> faults = new ArrayList<>();
        asked.forEach((question, exchange) -> {
            List<Answer> answers = surface.answers(question);
            if (!judge(answers, exchange).clean()) {
                faults.add(question + " for " + exchange + " shows " + brief(answers));
            }
        });
        surface.overLimit().stream()
                .collect(Collectors.groupingBy(call -> call, TreeMap::new, Collectors.counting()))
                .forEach((call, times) -> faults.add(call + " over a limit: " + times));
        surface.violations().forEach(one -> faults.add(one.toString()));
        return faults;
    }

    private static List<String> brief(List<Answer> answers) {
        return answers.stream()
                .map(it ->
                        "%s… (%d characters, %s) %s"
                                .formatted(
                                        it.text().substring(0, Math.min(60, it.text().length())),
                                        it.text().length(),
                                        it.settled() ? "settled" : "not settled",
                                        it.notes()))
                .toList();
    }
}
