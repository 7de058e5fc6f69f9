package parley.reliability;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One question, known by its words again wherever they turn up, and what the model answers to it:
 * another text each time, the second half as long as the first, the third as long again, and so on.
 * Safe for use by many threads.
 */
public final class Exchange {
    private static final String MARK = "question-";
    private static final int ID_LENGTH = 36;
    private static final int DELTA_LENGTH = 25;

    private final String id = UUID.randomUUID().toString();
    private final AtomicInteger requests = new AtomicInteger();
    private final int length;

    /**
     * @param length of the answer in deltas of 25 characters
     */
    public Exchange(int length) {
        this.length = length;
    }

    private List<String> deltas(int attempt) {
        int count = attempt % 2 == 0 ? Math.max(1, length / 2) : length;
        return IntStream.range(0, count).mapToObj(number -> delta(number, attempt)).toList();
    }

    /** Of every answer's own, so that one in the wrong thread, or made of two, is noticed. */
    private String delta(int number, int attempt) {
        String text = "%s word %d of %d, ".formatted(id.substring(0, 5), number, attempt);
        String line = "%-25s".formatted(text).substring(0, DELTA_LENGTH - 1);
        return line + (number % 10 == 9 ? "\n" : " ");
    }

    /** Whose question a request to the model ends with. */
    public static Optional<String> idIn(String body) {
        int at = body.lastIndexOf(MARK) + MARK.length();
        return at < MARK.length() || body.length() < at + ID_LENGTH
                ? Optional.empty()
                : Optional.of(body.substring(at, at + ID_LENGTH));
    }

    public String id() {
        return id;
    }

    /** What people write. */
    public String words() {
        return "Please answer " + MARK + id + ".";
    }

    /** What the model writes when it is asked now, piece by piece. */
    public List<String> deltas() {
        return deltas(Math.max(1, requests()));
    }

    /** The model is asked this. */
    public void asked() {
        requests.incrementAndGet();
    }

    /** How often the model was asked. */
    public int requests() {
        return requests.get();
    }

    /** Whether a text says what the model wrote once; platforms trim where a message ends. */
    public boolean isAnsweredBy(String text) {
        String shown = plain(text);
        return answers().anyMatch(shown::equals);
    }

    /** Whether a text is the beginning of what the model wrote once, or nothing at all. */
    boolean isBegunBy(String text) {
        String shown = plain(text);
        return answers().anyMatch(answer -> answer.startsWith(shown));
    }

    private Stream<String> answers() {
        return IntStream.rangeClosed(1, Math.max(1, requests()))
                .mapToObj(attempt -> plain(String.join("", deltas(attempt))));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    @Override
    public String toString() {
        return id;
    }
}
