package parley.web;

import java.util.List;

/** Whether the program can do its work, and why not; immutable. */
public record Readiness(boolean ready, List<Check> checks) {
    public Readiness {
        checks = List.copyOf(checks);
    }

    /** Ready when every check is. */
    public static Readiness of(List<Check> checks) {
        return new Readiness(checks.stream().allMatch(Check::ok), checks);
    }

    /** One thing that was looked at; the detail is a plain sentence without secrets. */
    public record Check(String name, boolean ok, String detail) {}
}
