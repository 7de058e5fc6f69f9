package parley.web;

import java.util.List;

/** Whether the program can do its work, and why not; immutable. */
public record Readiness(boolean ready, List<Check> checks) {
    public Readiness {
        checks = List.copyOf(checks);
    }

    /** Ready when every check is on which that depends. */
    public static Readiness of(List<Check> checks) {
        return new Readiness(
                checks.stream().allMatch(check -> check.ok() || !check.vital()), checks);
    }

    /**
     * One thing that was looked at; the detail is a plain sentence without secrets.
     *
     * @param vital whether nothing can be done without it
     */
    public record Check(String name, boolean ok, String detail, boolean vital) {
        public Check(String name, boolean ok, String detail) {
            this(name, ok, detail, true);
        }

        /** Something to know of, without which questions can still be taken. */
        public static Check told(String name, boolean ok, String detail) {
            return new Check(name, ok, detail, false);
        }
    }
}
