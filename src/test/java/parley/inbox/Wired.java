package parley.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Receipt;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;

/** A dispatcher with the inbox before it. */
final class Wired {
    private static final Author ADA = new Author(new UserId("ada"), "Ada");

    final Map<ThreadId, Integer> places = new ConcurrentHashMap<>();
    final Dispatcher dispatcher;
    final DurableInbox inbox;

    Wired(Journal journal, TurnHandler turns, DispatchLimits limits) {
        dispatcher = new Dispatcher(journal, turns, limits, places::put, System::nanoTime);
        inbox = new DurableInbox(event -> Verdict.ANSWER, journal, dispatcher, turns, (_, _) -> {});
    }

    Receipt press(String place) {
        return inbox.accept(
                new Inbound.Retry(
                        new EventId("retry." + place.replace('/', '-')),
                        thread(place),
                        ADA,
                        Instant.EPOCH,
                        new Reference("T-1")));
    }

    Receipt ask(String place, String text) {
        return inbox.accept(question(place, text));
    }

    static Inbound.Said question(String place, String text) {
        String id = place.replace('/', '-') + "-" + text.replace(' ', '-');
        return new Inbound.Mention(
                new EventId(id),
                thread(place),
                ADA,
                Instant.EPOCH,
                new MessageId(id),
                text,
                List.of());
    }

    static ThreadId thread(String place) {
        return ThreadId.parse("web/parley/" + place);
    }
}
