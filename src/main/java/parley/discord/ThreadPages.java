package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import parley.chat.Ticker;

/** Reads a thread backwards from a message, page by page, until there is enough. For one thread. */
final class ThreadPages {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 3;

    /** No page is asked for later than that. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final String TOO_LONG =
            "the thread is longer than the " + PAGE * MOST_PAGES + " messages that are read";
    private static final String TOO_SLOW = "Discord takes too long to answer";

    private final DiscordCalls calls;
    private final long thread;
    private final Predicate<MessageJson> counts;
    private final Ticker ticker;
    private final List<MessageJson> messages = new ArrayList<>();
    private Optional<String> fault = Optional.empty();
    private boolean whole;

    /**
     * @param counts whether a message is one of those that are wanted
     */
    ThreadPages(DiscordCalls calls, long thread, Predicate<MessageJson> counts, Ticker ticker) {
        this.calls = calls;
        this.thread = thread;
        this.counts = counts;
        this.ticker = ticker;
    }

    /** As far as they were read, oldest first. */
    List<MessageJson> messages() {
        return messages;
    }

    /** Whether the thread has none before them. */
    boolean isWhole() {
        return whole;
    }

    /** Why fewer were read than are wanted and there; empty when all is well. */
    Optional<String> fault() {
        return fault;
    }

    /**
     * @param most how many are wanted
     */
    void read(long before, int most) {
        long begun = ticker.nanos();
        for (int page = 0; page < MOST_PAGES; page++) {
            if (ticker.nanos() - begun > LONGEST.toNanos()) {
                fault = Optional.of(TOO_SLOW);
                return;
            }
            add(calls.before(thread, messages.isEmpty() ? before : messages.getFirst().id(), PAGE));
            if (whole || fault.isPresent() || messages.stream().filter(counts).count() >= most) {
                return;
            }
        }
        fault = Optional.of(TOO_LONG);
    }

    private void add(Outcome<JsonNode> outcome) {
        if (outcome instanceof Outcome.Done<JsonNode>(JsonNode page)) {
            List<MessageJson> read = new ArrayList<>();
            page.forEach(message -> read.add(new MessageJson(message)));
            read.sort(Comparator.comparingLong(MessageJson::id));
            messages.addAll(0, read);
            whole = page.size() < PAGE;
        } else {
            fault = Optional.of(DiscordErrors.unread(outcome));
        }
    }
}
