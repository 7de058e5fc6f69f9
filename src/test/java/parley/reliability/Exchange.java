package parley.reliability;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * One question, known by its words again wherever they turn up, and the one text that the model
 * answers to it, however often it is asked. Safe for use by many threads.
 */
public final class Exchange {
    private static final String MARK = "question-";
    private static final int ID_LENGTH = 36;
    private static final int DELTA_LENGTH = 25;

    private final String id = UUID.randomUUID().toString();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> deltas;

    /**
     * @param length of the answer in deltas of 25 characters
     */
    public Exchange(int length) {
        deltas = IntStream.range(0, length).mapToObj(this::delta).toList();
    }

    /** Of every answer's own, so that an answer in the wrong thread is noticed. */
    private String delta(int number) {
        String text = "%s word %d of them, ".formatted(id.substring(0, 5), number);
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

    /** What the model writes, piece by piece. */
    public List<String> deltas() {
        return deltas;
    }

    /** What the model writes in the end. */
    public String answer() {
        return String.join("", deltas);
    }

    /** The model is asked this. */
    public void asked() {
        requests.incrementAndGet();
    }

    /** How often the model was asked. */
    public int requests() {
        return requests.get();
    }

    /** Whether a text says what the model wrote; platforms trim where a message ends. */
    boolean isAnsweredBy(String text) {
        return plain(text).equals(plain(answer()));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    @Override
    public String toString() {
        return id;
    }
}
