package parley;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import parley.claude.Circuits;
import parley.claude.Trouble;
import parley.web.Readiness;

/** Says how Claude is doing, as far as its answers tell. Safe for use by many threads. */
final class ModelHealth {
    private final Circuits circuits;

    ModelHealth(Circuits circuits) {
        this.circuits = circuits;
    }

    /**
     * Told, but no reason to be sent nothing: questions are taken, and are what finds out that
     * Claude answers again.
     */
    Readiness.Check check() {
        List<Trouble> troubles = circuits.troubles();
        return Readiness.Check.told(
                "model",
                troubles.isEmpty(),
                troubles.isEmpty()
                        ? "no faults"
                        : troubles.stream().map(Trouble::explain).collect(Collectors.joining(" ")));
    }

    /**
     * In short Markdown, beginning with a new line; empty when all is well.
     *
     * @param admin who is told what happened and what to do
     */
    String lines(boolean admin) {
        return circuits.troubles().stream()
                .map(trouble -> "\n" + line(trouble, admin))
                .collect(Collectors.joining());
    }

    private static String line(Trouble trouble, boolean admin) {
        String since = " For " + span(trouble.since()) + " now.";
        if (admin) {
            return trouble.explain() + since;
        }
        return trouble.what()
                + (trouble.lasting()
                        ? " cannot be asked until an admin has looked at it."
                        : " does not answer just now; waiting questions are asked again by"
                                + " themselves.")
                + since;
    }

    private static String span(Duration time) {
        return time.compareTo(Duration.ofMinutes(2)) < 0
                ? time.toSeconds() + " s"
                : time.toMinutes() + " min";
    }
}
