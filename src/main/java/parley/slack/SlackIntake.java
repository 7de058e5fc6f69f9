package parley.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.builtin.EventRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import parley.adapter.Errands;
import parley.adapter.Owed;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Receipt;
import parley.chat.Ticker;

/**
 * Hears of messages: each event is in the inbox before Bolt acknowledges it, and nothing is asked
 * of Slack until then. Safe for use by many threads.
 */
final class SlackIntake {
    private static final Set<String> HEARD = Set.of("app_mention", "message");
    private static final String REPEATED = "X-Slack-Retry-Num";

    private final SlackEvents events;
    private final SlackPeople people;
    private final PrivateReply replies;
    private final Errands errands;
    private final BiConsumer<Inbound.Said, Receipt> asked;
    private final Consumer<Inbound.Said> refused;
    private final Ticker ticker;
    private final Owed owed;
    private final Optional<Outages> outages;

    /**
     * @param asked is told of each question that was taken, accepted or considered, and returns at
     *     once
     * @param refused is told of each one for which there is no room, and returns at once
     * @param owed what could not be stored
     * @param outages where nothing else tells that Slack could not deliver
     */
    SlackIntake(
            BotIdentity self,
            SlackPeople people,
            PrivateReply replies,
            Errands errands,
            BiConsumer<Inbound.Said, Receipt> asked,
            Consumer<Inbound.Said> refused,
            Owed owed,
            Optional<Outages> outages,
            Ticker ticker) {
        this.events = new SlackEvents(self, people.known());
        this.people = people;
        this.replies = replies;
        this.errands = errands;
        this.asked = asked;
        this.refused = refused;
        this.owed = owed;
        this.outages = outages;
        this.ticker = ticker;
    }

    /**
     * Takes over all events about messages. What the inbox throws comes out of {@link App#run}:
     * then nothing is stored, and Slack must not be acknowledged.
     *
     * <p>A middleware, since Bolt's handlers do not get what Slack sent: its models of the subtypes
     * each lack fields, and which model it reads an event into is decided by one table for all apps
     * of the process.
     *
     * @throws IllegalArgumentException when Slack does not accept the bot token, which Bolt asks
     *     when the first middleware is added
     */
    void register(App app, Handlers handlers) {
        var commands = new MentionCommands(handlers.commands(), people, replies, errands, ticker);
        app.use((request, response, chain) -> {
            if (request instanceof EventRequest event && HEARD.contains(event.getEventType())) {
                hear(event, handlers.inbox(), commands);
                return event.getContext().ack();
            }
            return chain.next(request);
        });
    }

    /**
     * Takes what Slack keeps the same way, except that commands are for whoever hears them live.
     *
     * @param passedOver is told of each question that is one too many, and returns at once
     */
    Recall recall(Handlers handlers, Consumer<Inbound.Said> passedOver, InstantSource clock) {
        var commands = new MentionCommands(handlers.commands(), people, replies, errands, ticker);
        return new SlackRecall(
                events,
                commands::understands,
                this::known,
                this::take,
                passedOver,
                handlers,
                clock);
    }

    private void hear(EventRequest event, Inbox inbox, MentionCommands commands) {
        Delivery delivery = Delivery.read(event.getRequestBodyAsString());
        Optional<Instant> at = SlackTime.instant(delivery.eventTs());
        boolean repeated = event.getHeaders().getFirstValue(REPEATED) != null;
        outages.ifPresent(watch -> {
            if (repeated) {
                at.ifPresent(watch::repeated);
            } else {
                watch.heard();
            }
        });
        try {
            events.translate(delivery).ifPresent(heard -> hear(heard, delivery, inbox, commands));
        } catch (RuntimeException e) {
            at.ifPresent(owed::owe);
            throw e;
        }
    }

    private void hear(Inbound heard, Delivery delivery, Inbox inbox, MentionCommands commands) {
        known(heard, delivery);
        if (!(heard instanceof Inbound.Said said)) {
            stored(inbox.accept(heard));
        } else if (!commands.take(said)) {
            Receipt _ = take(said, inbox);
        }
    }

    private void known(Inbound heard, Delivery delivery) {
        people.met(heard.author().id(), delivery.team());
    }

    private Receipt take(Inbound.Said said, Inbox inbox) {
        Receipt receipt = inbox.accept(said);
        stored(receipt);
        if (receipt == Receipt.ACCEPTED || receipt == Receipt.CONSIDERED) {
            asked.accept(said, receipt);
        }
        if (receipt == Receipt.OVERLOADED) {
            refused.accept(said);
        }
        return receipt;
    }

    /** What is ignored may not have met the store, and says nothing of it. */
    private void stored(Receipt receipt) {
        if (receipt != Receipt.IGNORED) {
            owed.settle();
        }
    }
}
