package parley.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.audit.AuditEntry.Result;
import parley.chat.FormReply;
import parley.chat.Submission;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;

/** Takes what was written in the window of a persona. */
final class PersonaSubmission implements FormHandler {
    private static final Pattern ID = Pattern.compile("([a-z0-9][a-z0-9-]{0,39}):(\\d{1,9})");

    private static final int LONGEST_FAULT = 150;
    private static final int MOST_FAULTS = 20;

    private final PersonaTools tools;
    private final ChangeDesk desk;
    private final AuditTrail audit;

    PersonaSubmission(PersonaTools tools, ChangeDesk desk, AuditTrail audit) {
        this.tools = tools;
        this.desk = desk;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return PersonaWindow.KIND;
    }

    @Override
    public FormReply submit(Submission submission, String rest) {
        Matcher id = ID.matcher(rest);
        if (!submission.admin()) {
            return refused(
                    submission,
                    id.matches() ? id.group(1) : "",
                    AuditTrail.NOT_ADMIN,
                    "Only admins can change personas, so nothing was stored.");
        }
        return id.matches()
                ? submit(submission, new PersonaId(id.group(1)), Integer.parseInt(id.group(2)))
                : refused(submission, "", "a forged window", ChatCommands.STALE_FORM);
    }

    private FormReply submit(Submission submission, PersonaId persona, int seen) {
        Origin origin = Origin.of(submission);
        var sheet =
                new PersonaSheet(
                        value(submission, PersonaSheet.SETTINGS),
                        value(submission, PersonaSheet.PROMPT));
        String text = sheet.file(persona);
        var change = new EditChange(tools, origin, persona, text, seen, reason(submission));
        Optional<PersonaVersion> now = tools.personas().version(origin.workspace(), persona);
        if (now.filter(it -> PersonaSheet.of(it.text()).equals(sheet)).isPresent()) {
            return new FormReply.Done(
                    "**"
                            + persona
                            + "** has this text already: version "
                            + now.get().number()
                            + ".");
        }
        if (now.map(PersonaVersion::number).orElse(0) != seen) {
            return refused(submission, persona.value(), "changed meanwhile", change.conflict(now));
        }
        List<PersonaSheet.Fault> faults = faults(sheet, persona);
        return faults.isEmpty() ? propose(origin, change) : faulty(faults, seen);
    }

    private static String value(Submission submission, String field) {
        return submission.values().getOrDefault(field, "");
    }

    private static String reason(Submission submission) {
        String line =
                value(submission, PersonaWindow.REASON).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(line.length(), PersonaWindow.LONGEST_REASON));
    }

    private List<PersonaSheet.Fault> faults(PersonaSheet sheet, PersonaId persona) {
        List<PersonaSheet.Fault> own = sheet.ownFaults();
        return own.isEmpty()
                ? tools.editor().check(persona, sheet.file(persona)).stream()
                        .map(sheet::placed)
                        .toList()
                : own;
    }

    private FormReply propose(Origin origin, EditChange change) {
        return switch (desk.propose(origin, change)) {
            case Proposed.Made(String text) -> new FormReply.Done(text);
            case Proposed.Requested(String text) -> new FormReply.Done(text);
            case Proposed.Unfit(String text) -> new FormReply.Refused(Map.of(), text);
        };
    }

    private static FormReply faulty(List<PersonaSheet.Fault> faults, int seen) {
        Map<String, List<PersonaSheet.Fault>> byField =
                faults.stream()
                        .collect(
                                Collectors.groupingBy(
                                        PersonaSheet.Fault::field,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Map<String, String> sentences = new LinkedHashMap<>();
        byField.forEach((field, all) -> sentences.put(field, sentence(all)));
        List<String> lines = new ArrayList<>();
        lines.add("Nothing was stored" + (seen == 0 ? "." : "; what was in use stays so."));
        faults.stream().limit(MOST_FAULTS).forEach(fault -> lines.add("- " + fault));
        if (faults.size() > MOST_FAULTS) {
            lines.add("… and " + (faults.size() - MOST_FAULTS) + " more");
        }
        return new FormReply.Refused(sentences, String.join("\n", lines));
    }

    /** The first fault of a field, and how many more there are. */
    private static String sentence(List<PersonaSheet.Fault> faults) {
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        String first = faults.getFirst().toString();
        int room = LONGEST_FAULT - more.length();
        return (first.length() <= room ? first : first.substring(0, room - 1) + "…") + more;
    }

    private FormReply refused(Submission submission, String target, String reason, String text) {
        audit.add(Origin.of(submission), EditChange.KIND, target, Result.REFUSED, reason);
        return new FormReply.Refused(Map.of(), text);
    }
}
