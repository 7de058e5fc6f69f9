package parley.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.prompt.EditOutcome;
import parley.prompt.PersonaFault;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;

/**
 * Lets an earlier version of a persona answer again.
 *
 * @param version the number of the earlier one
 * @param seen the number of the one in use, as the author knew it; 0 for none
 */
record RollbackChange(PersonaTools tools, Origin origin, PersonaId persona, int version, int seen)
        implements Change {
    static final String KIND = "persona rollback";

    static RollbackChange read(PersonaTools tools, Origin origin, Map<String, String> data) {
        return new RollbackChange(
                tools,
                origin,
                new PersonaId(Stored.text(data, "persona")),
                Stored.number(data, "version"),
                Stored.number(data, "seen"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> data() {
        return Map.of(
                "persona",
                persona.value(),
                "version",
                Integer.toString(version),
                "seen",
                Integer.toString(seen));
    }

    @Override
    public String target() {
        return persona.value();
    }

    @Override
    public String detail() {
        return "to version " + version + " from " + seen;
    }

    @Override
    public String wish() {
        return "roll **" + persona + "** back to version " + version;
    }

    @Override
    public String particulars() {
        return earlier()
                .flatMap(to ->
                        tools.version(origin.workspace(), persona, seen)
                                .flatMap(from -> Diffs.between(from, to)))
                .orElse("");
    }

    private Optional<PersonaVersion> earlier() {
        return tools.version(origin.workspace(), persona, version);
    }

    @Override
    public Applied apply(Mandate mandate) {
        EditOutcome outcome =
                tools.editor()
                        .rollback(
                                origin.workspace(),
                                persona,
                                version,
                                seen,
                                origin.author(),
                                Outcomes.reason("version " + version + " again", mandate));
        return switch (outcome) {
            case EditOutcome.Saved(PersonaVersion now) -> made(now);
            case EditOutcome.Unchanged(PersonaVersion now) -> made(now);
            case EditOutcome.Conflict(PersonaVersion now) -> conflict(now);
            case EditOutcome.Missing _ ->
                    new Applied.Unfit(
                            "There is no version " + version + " of **" + persona + "** any more.");
            case EditOutcome.Faulty(List<PersonaFault> faults) ->
                    new Applied.Unfit(
                            "Version "
                                    + version
                                    + " is of an earlier time and cannot be used any more:\n"
                                    + Outcomes.faults(faults));
        };
    }

    /** Stored before a crash, what is in use is what was wanted. */
    private Applied conflict(PersonaVersion now) {
        boolean same = earlier().filter(to -> to.text().equals(now.text())).isPresent();
        return same
                ? made(now)
                : new Applied.Unfit(
                        Outcomes.meanwhile(now, tools.clock().instant())
                                + " Look at it, and decide again.");
    }

    private Applied made(PersonaVersion now) {
        String how =
                now.text().isEmpty()
                        ? ": it is gone"
                        : now.overrides()
                                ? " (now version " + now.number() + ")"
                                : ", which is its file";
        return new Applied.Made(
                "rolled **" + persona + "** back to version " + version + how,
                "**"
                        + persona
                        + "** is as in version "
                        + version
                        + " again"
                        + how
                        + ". It counts from the next question on.");
    }
}
