package parley.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import parley.claude.ModelId;

/** Checks a persona folder for people, as {@code prompts lint} does. */
public final class PromptLint {
    private final Path folder;
    private final Appendable out;
    private final LintWarnings warnings;

    /**
     * @param out gets one line per fault and warning, and a last line that counts them
     * @param known whether that model's name is one that the program or its server knows
     */
    public PromptLint(Path folder, Appendable out, Predicate<ModelId> known) {
        this.folder = folder;
        this.out = out;
        this.warnings = new LintWarnings(known);
    }

    /**
     * Reads every file and prints what is wrong as {@code path:line: message}.
     *
     * @return how many faults there are; warnings do not count
     * @throws UncheckedIOException when {@code out} failed
     */
    public int run() {
        PromptSnapshot snapshot = new PromptFolder(folder).read(PromptSnapshot.empty());
        List<PersonaFault> warned =
                snapshot.files().values().stream()
                        .flatMap(file -> file.good().stream())
                        .flatMap(file -> warnings.of(file).stream())
                        .toList();
        snapshot.faults().forEach(fault -> print(fault.in(folder)));
        warned.forEach(warning ->
                print(
                        new PersonaFault(
                                        warning.file(),
                                        warning.line(),
                                        "warning: " + warning.message())
                                .in(folder)));
        print(
                count(snapshot.personas().size(), "persona")
                        + ", "
                        + count(snapshot.faults().size(), "fault")
                        + ", "
                        + count(warned.size(), "warning"));
        return snapshot.faults().size();
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private void print(String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
