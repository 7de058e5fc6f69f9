package parley.command;

import java.util.Map;
import parley.prompt.EditOutcome;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;

/**
 * Takes back what chat made of a persona, so that its file answers again.
 *
 * @param seen the number of the version in use that the author knew
 */
record RestoreChange(PersonaTools tools, Origin origin, PersonaId persona, int seen)
        implements Change {
    static final String KIND = "persona reset";

    static RestoreChange read(PersonaTools tools, Origin origin, Map<String, String> data) {
        return new RestoreChange(
                tools,
                origin,
                new PersonaId(Stored.text(data, "persona")),
                Stored.number(data, "seen"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> data() {
        return Map.of("persona", persona.value(), "seen", Integer.toString(seen));
    }

    @Override
    public String target() {
        return persona.value();
    }

    @Override
    public String detail() {
        return "to its file from version " + seen;
    }

    @Override
    public String wish() {
        return "take back what was written in chat for **" + persona + "**";
    }

    @Override
    public Applied apply(Mandate mandate) {
        EditOutcome outcome =
                tools.editor()
                        .reset(
                                origin.workspace(),
                                persona,
                                seen,
                                origin.author(),
                                Outcomes.reason("", mandate));
        return switch (outcome) {
            case EditOutcome.Saved(PersonaVersion version) -> made(version.text().isEmpty());
            case EditOutcome.Unchanged _ -> made(false);
            case EditOutcome.Missing _ -> made(true);
            case EditOutcome.Conflict(PersonaVersion now) ->
                    new Applied.Unfit(
                            Outcomes.meanwhile(now, tools.clock().instant())
                                    + " Look at it, and decide again.");
            case EditOutcome.Faulty(var faults) -> new Applied.Unfit(Outcomes.faults(faults));
        };
    }

    private Applied made(boolean gone) {
        String now =
                gone
                        ? "it has no file, so it is gone"
                        : "the file `prompts/" + persona + ".md` is in use again";
        return new Applied.Made(
                "took back what was written in chat for **" + persona + "**: " + now,
                "Taken back for **" + persona + "**: " + now + ", from the next question on.");
    }
}
