package parley.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.prompt.EditOutcome;
import parley.prompt.PersonaFault;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;

/**
 * Gives a persona another text, or makes one.
 *
 * @param text the whole file
 * @param seen the number of the version that the author began from; 0 for none
 * @param reason in the author's words; empty for none
 */
record EditChange(
        PersonaTools tools, Origin origin, PersonaId persona, String text, int seen, String reason)
        implements Change {
    static final String KIND = "persona edit";

    static EditChange read(PersonaTools tools, Origin origin, Map<String, String> data) {
        return new EditChange(
                tools,
                origin,
                new PersonaId(Stored.text(data, "persona")),
                Stored.text(data, "text"),
                Stored.number(data, "seen"),
                Stored.text(data, "reason"));
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
                "text",
                text,
                "seen",
                Integer.toString(seen),
                "reason",
                reason);
    }

    @Override
    public String target() {
        return persona.value();
    }

    @Override
    public String detail() {
        return seen == 0 ? "a new persona" : "from version " + seen;
    }

    @Override
    public String wish() {
        return (seen == 0 ? "make the persona **" : "edit **") + persona + "**" + why();
    }

    private String why() {
        return reason.isEmpty() ? "" : " – " + Markdown.code(reason);
    }

    @Override
    public String particulars() {
        return tools.version(origin.workspace(), persona, seen)
                .flatMap(from ->
                        Diffs.between(
                                from,
                                "as " + Markdown.plain(origin.author().name()) + " wants it",
                                text))
                .orElseGet(() -> Markdown.block(text));
    }

    @Override
    public Applied apply(Mandate mandate) {
        EditOutcome outcome =
                tools.editor()
                        .edit(
                                origin.workspace(),
                                persona,
                                text,
                                seen,
                                origin.author(),
                                Outcomes.reason(reason, mandate));
        return switch (outcome) {
            case EditOutcome.Saved(PersonaVersion version) -> made(version);
            case EditOutcome.Unchanged(PersonaVersion now) -> made(now);
            // Stored before a crash, or by somebody with the same text: what was wanted is so.
            case EditOutcome.Conflict(PersonaVersion now) when now.text().equals(text) -> made(now);
            case EditOutcome.Conflict(PersonaVersion now) -> unfit(Optional.of(now), mandate);
            case EditOutcome.Missing _ -> unfit(Optional.empty(), mandate);
            case EditOutcome.Faulty(List<PersonaFault> faults) ->
                    new Applied.Unfit("The text is no persona:\n" + Outcomes.faults(faults));
        };
    }

    private Applied made(PersonaVersion version) {
        String now =
                version.source() == PersonaVersion.Source.RESET
                        ? "this is the text of its file, which is in use again"
                        : "now version " + version.number();
        return new Applied.Made(
                (seen == 0 ? "made the persona **" : "edited **")
                        + persona
                        + "** ("
                        + now
                        + ")"
                        + why(),
                "**" + persona + "**: " + now + ". It counts from the next question on.");
    }

    /** What an approval comes to is read by all, who have no use for the author's text. */
    private Applied unfit(Optional<PersonaVersion> now, Mandate mandate) {
        return new Applied.Unfit(
                mandate.approver().isPresent()
                        ? meanwhile(now) + " Look at it, and decide again."
                        : conflict(now));
    }

    private String meanwhile(Optional<PersonaVersion> now) {
        return now.map(it -> Outcomes.meanwhile(it, tools.clock().instant()))
                .orElseGet(() -> "**" + persona + "** is gone in the meantime.");
    }

    /** Who was quicker, what they changed, and the author's own text to go on with. */
    String conflict(Optional<PersonaVersion> now) {
        String changed =
                now.flatMap(it ->
                                tools.version(origin.workspace(), persona, seen)
                                        .flatMap(from -> Diffs.between(from, it)))
                        .map(diff -> "\n\nWhat changed since you began:\n" + diff)
                        .orElse("");
        return meanwhile(now)
                + " Nothing of yours was stored. Open the window again to go on from there."
                + changed
                + "\n\nYour text:\n"
                + Markdown.block(text);
    }
}
