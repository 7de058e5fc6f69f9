package parley.command;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import parley.chat.Author;
import parley.prompt.PersonaFault;
import parley.prompt.PersonaVersion;

/** Says what came of changes to the text of a persona. */
final class Outcomes {
    private Outcomes() {}

    /** The author's reason, and on whose word besides it was done. */
    static String reason(String reason, Mandate mandate) {
        return mandate.approver()
                .map(approver -> (reason + " (approved by " + approver.name() + ")").strip())
                .orElse(reason);
    }

    /** Who changed it since somebody looked. */
    static String meanwhile(PersonaVersion now, Instant time) {
        return by(now)
                + " "
                + did(now)
                + " **"
                + now.persona()
                + "** in the meantime (version "
                + now.number()
                + ", "
                + Moments.near(now.at(), time)
                + (now.reason().isEmpty() ? "" : ", " + Markdown.code(now.reason()))
                + ").";
    }

    private static String by(PersonaVersion version) {
        return version.author()
                .map(Author::name)
                .map(Markdown::bold)
                .orElseGet(() -> "The file `prompts/" + version.persona() + ".md`");
    }

    private static String did(PersonaVersion version) {
        return switch (version.source()) {
            case FILE -> "changed";
            case EDIT -> "edited";
            case ROLLBACK -> "rolled back";
            case RESET -> "took back what was written in chat for";
        };
    }

    /** Where a version came from, as lists say it. */
    static String source(PersonaVersion version) {
        return switch (version.source()) {
            case FILE -> "file";
            case EDIT -> "edit";
            case ROLLBACK -> "rollback";
            case RESET -> "reset";
        };
    }

    /** A version in one line: {@code **5** edit by …}. */
    static String line(PersonaVersion version) {
        return "**"
                + version.number()
                + "** "
                + source(version)
                + version.author().map(author -> " by " + Markdown.code(author.name())).orElse("")
                + " on "
                + Moments.of(version.at())
                + ", "
                + Markdown.code(version.hash())
                + (version.reason().isEmpty() ? "" : " – " + Markdown.plain(version.reason()));
    }

    static String faults(List<PersonaFault> faults) {
        return faults.stream()
                .map(fault -> "- line " + fault.line() + ": " + fault.message())
                .collect(Collectors.joining("\n"));
    }
}
