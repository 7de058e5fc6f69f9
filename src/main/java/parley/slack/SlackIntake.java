package parley.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.builtin.EventRequest;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import parley.adapter.Errands;
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

    private final SlackEvents events;
    private final SlackPeople people;
    private final PrivateReply replies;
    private final Errands errands;
    private final BiConsumer<Inbound.Said, Receipt> asked;
    private final Consumer<Inbound.Said> refused;
    private final Ticker ticker;

    /**
     * @param asked is told of each question that was taken, accepted or considered, and returns at
     *     once
     * @param refused is told of each one for which there is no room, and returns at once
     */
    SlackIntake(
            BotIdentity self,
            SlackPeople people,
            PrivateReply replies,
            Errands errands,
            BiConsumer<Inbound.Said, Receipt> asked,
            Consumer<Inbound.Said> refused,
            Ticker ticker) {
        this.events = new SlackEvents(self, people.known());
        this.people = people;
        this.replies = replies;
        this.errands = errands;
        this.asked = asked;
        this.refused = refused;
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
                hear(event.getRequestBodyAsString(), handlers.inbox(), commands);
                return event.getContext().ack();
            }
            return chain.next(request);
        });
    }

    private void hear(String body, Inbox inbox, MentionCommands commands) {
        Delivery delivery = Delivery.read(body);
        events.translate(delivery)
                .ifPresent(heard -> {
                    people.met(heard.author().id(), delivery.team());
                    if (heard instanceof Inbound.Said said) {
                        ask(said, inbox, commands);
                    } else {
                        inbox.accept(heard);
                    }
                });
    }

    private void ask(Inbound.Said said, Inbox inbox, MentionCommands commands) {
        if (commands.take(said)) {
            return;
        }
        Receipt receipt = inbox.accept(said);
        if (receipt == Receipt.ACCEPTED || receipt == Receipt.CONSIDERED) {
            asked.accept(said, receipt);
        }
        if (receipt == Receipt.OVERLOADED) {
            refused.accept(said);
        }
    }
}
