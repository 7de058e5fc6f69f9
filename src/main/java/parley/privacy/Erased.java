package parley.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * How much was taken away.
 *
 * @param messages of people
 * @param other rows that held something of them: events, feedback, names
 */
public record Erased(long threads, long messages, long answers, long files, long other) {
    public static final Erased NOTHING = new Erased(0, 0, 0, 0, 0);

    public Erased plus(Erased more) {
        return new Erased(
                threads + more.threads,
                messages + more.messages,
                answers + more.answers,
                files + more.files,
                other + more.other);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** In words, such as {@code 2 threads, 1 message, 3 answers, 0 files}. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (threads > 0) {
            parts.add(count(threads, "thread"));
        }
        parts.add(count(messages, "message"));
        parts.add(count(answers, "answer"));
        parts.add(count(files, "file"));
        return String.join(", ", parts);
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
