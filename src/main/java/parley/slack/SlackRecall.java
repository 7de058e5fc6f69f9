package parley.slack;

import com.slack.api.model.Message;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import parley.adapter.Found;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Receipt;
import parley.chat.Whereabouts;

/**
 * Takes what Slack keeps on the way of what is heard. A message that is known under the event by
 * which it came is known by its place too; that it was edited is told under the time of the edit,
 * once.
 */
final class SlackRecall implements Recall {
    private final SlackEvents events;
    private final Predicate<Inbound.Said> command;
    private final BiConsumer<Inbound, Delivery> met;
    private final BiFunction<Inbound.Said, Inbox, Receipt> taken;
    private final Consumer<Inbound.Said> passedOver;
    private final Inbox inbox;
    private final InstantSource clock;

    /**
     * @param command whether it is a command, which may have been carried out when it was said
     * @param met is told of who says something
     * @param taken takes what was said, as if it were heard
     * @param passedOver is told of each question that is one too many
     */
    SlackRecall(
            SlackEvents events,
            Predicate<Inbound.Said> command,
            BiConsumer<Inbound, Delivery> met,
            BiFunction<Inbound.Said, Inbox, Receipt> taken,
            Consumer<Inbound.Said> passedOver,
            Handlers handlers,
            InstantSource clock) {
        this.events = events;
        this.command = command;
        this.met = met;
        this.taken = taken;
        this.passedOver = passedOver;
        this.inbox = handlers.inbox();
        this.clock = clock;
    }

    @Override
    public Found take(String channel, Message message) {
        Receipt receipt =
                said(channel, message)
                        .map(said -> taken.apply(said, inbox))
                        .orElse(Receipt.IGNORED);
        return switch (receipt) {
            case ACCEPTED, CONSIDERED -> Found.QUESTION;
            case DUPLICATE, REFUSED -> Found.KNOWN;
            case OVERLOADED, NOTED, IGNORED -> Found.NOTHING;
        };
    }

    private Optional<Inbound.Said> said(String channel, Message message) {
        Delivery delivery = Delivery.past(channel, message);
        return events.translate(delivery)
                .filter(Inbound.Said.class::isInstance)
                .map(Inbound.Said.class::cast)
                .filter(said -> !command.test(said))
                .map(said -> {
                    met.accept(said, delivery);
                    return said;
                });
    }

    @Override
    public void changed(String channel, Message message) {
        Delivery.pastEdit(channel, message)
                .flatMap(events::translate)
                .ifPresent(edit -> {
                    Receipt _ = inbox.accept(edit);
                });
    }

    @Override
    public boolean decline(String channel, Message message) {
        Optional<Inbound.Said> question = said(channel, message).filter(inbox::decline);
        question.ifPresent(passedOver);
        return question.isPresent();
    }

    @Override
    public void gone(Whereabouts.Known message) {
        Receipt _ = inbox.accept(SlackEvents.gone(message, clock.instant()));
    }
}
