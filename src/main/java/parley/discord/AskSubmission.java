package parley.discord;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Errands;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Platform;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Whereabouts;

/**
 * A question about a message, submitted in the window of {@link AskMenu}. Discord is acknowledged
 * when the question is stored; then the place is told who asked what, and the asker where the
 * answer is going to stand. A window that is submitted again asks nothing again. Safe for use by
 * many threads.
 */
final class AskSubmission {
    private static final Logger LOG = LoggerFactory.getLogger(AskSubmission.class);
    private static final String UNKNOWN = "I do not know this window any more.";
    private static final String GONE =
            "I cannot find that message any more, so I did not take the question. Choose *"
                    + CommandCatalog.ASK_ABOUT
                    + "* in its menu once more.";

    private static final String LATER =
            "I have your question, and answer as soon as Discord lets me write there.";

    private final AskedMessages messages;
    private final Inbox inbox;
    private final Obstacles obstacles;
    private final Whereabouts whereabouts;
    private final Consumer<Inbound.Said> asked;
    private final Places places;
    private final AskNotice notice;
    private final Errands errands;

    /**
     * @param asked is told of each question that is new, after its place was
     * @param errands for what may take long
     */
    AskSubmission(
            AskedMessages messages,
            Inbox inbox,
            Whereabouts whereabouts,
            Consumer<Inbound.Said> asked,
            Places places,
            AskNotice notice,
            Errands errands) {
        this.messages = messages;
        this.inbox = inbox;
        this.obstacles = new Obstacles(inbox);
        this.whereabouts = whereabouts;
        this.asked = asked;
        this.places = places;
        this.notice = notice;
        this.errands = errands;
    }

    void handle(ModalInteractionEvent submitted) {
        AskModal.parse(submitted.getModalId())
                .ifPresentOrElse(
                        window -> answer(window, submitted), () -> Whisper.say(submitted, UNKNOWN));
    }

    private void answer(AskModal window, ModalInteractionEvent submitted) {
        messages.find(Scene.of(submitted), window.message())
                .ifPresentOrElse(
                        about -> ask(window, about, submitted), () -> Whisper.say(submitted, GONE));
    }

    private void ask(AskModal window, AskedMessage about, ModalInteractionEvent submitted) {
        String question = AskModal.question(typed(submitted));
        Inbound.Mention mention = mention(window, about, question, submitted);
        Optional<String> refusal =
                obstacles
                        .to(submitted)
                        .or(() -> {
                            announce(mention, about, question);
                            return accept(mention);
                        });
        if (refusal.isPresent()) {
            boolean _ = Whisper.say(submitted, refusal.get());
            return;
        }
        Optional<InteractionHook> promise = Whisper.promise(submitted);
        Supplier<Optional<String>> answer = () -> told(mention, window, question);
        errands.run("ask line", () -> fulfil(promise, answer));
    }

    /** The place is told also where the asker cannot be. */
    private static void fulfil(
            Optional<InteractionHook> promise, Supplier<Optional<String>> answer) {
        if (promise.isPresent()) {
            Whisper.fulfil(promise.get(), () -> answer.get().map(PrivateReply::of));
        } else {
            var _ = answer.get();
        }
    }

    private static String typed(ModalInteractionEvent submitted) {
        return Optional.ofNullable(submitted.getValue(AskModal.QUESTION))
                .map(ModalMapping::getAsString)
                .orElse("");
    }

    /**
     * Where no thread can be made, the answer refers to the message; a thread bears its subject.
     */
    private void announce(Inbound.Mention mention, AskedMessage about, String question) {
        places.heard(
                mention.thread(),
                DiscordIds.channelOf(mention.message()),
                about.id(),
                AskModal.isTyped(question) ? question : about.words());
    }

    private Optional<String> accept(Inbound.Mention mention) {
        return switch (inbox.acceptAwaited(mention)) {
            case ACCEPTED, CONSIDERED -> {
                asked.accept(mention);
                yield Optional.empty();
            }
            case NOTED, DUPLICATE -> Optional.empty();
            case IGNORED -> Optional.of(Obstacles.OFF);
            case OVERLOADED, REFUSED -> Optional.of(Whisper.BUSY);
        };
    }

    /** Where the answer comes, once the place knows who asked what. */
    private Optional<String> told(Inbound.Mention mention, AskModal window, String question) {
        return switch (places.open(mention.thread())) {
            case Place.Opening.Open(Place place) -> {
                notice.post(place, window, mention.author().name(), question);
                yield Optional.of(where(place, mention));
            }
            case Place.Opening.Closed(SendResult why) -> {
                LOG.warn("A question about a message has no place yet: {}", why);
                yield Optional.of(LATER);
            }
        };
    }

    private static String where(Place place, Inbound.Mention mention) {
        return place.channel() == DiscordIds.channelOf(mention.message())
                ? "I answer here."
                : "I answer in <#" + Long.toUnsignedString(place.channel()) + ">.";
    }

    private Inbound.Mention mention(
            AskModal window, AskedMessage about, String question, ModalInteractionEvent submitted) {
        Scene scene = Scene.of(submitted);
        Author author = Visitor.author(submitted);
        return new Inbound.Mention(
                new EventId("ask." + Long.toUnsignedString(window.window())),
                thread(scene, about),
                author,
                DiscordIds.madeAt(submitted.getIdLong()),
                DiscordIds.message(scene.at(), submitted.getIdLong()),
                about.quotedUnder(question),
                about.files());
    }

    /** An answer that stands in a channel belongs to its thread already. */
    private ThreadId thread(Scene scene, AskedMessage about) {
        return whereabouts
                .threadOf(Platform.DISCORD, DiscordIds.message(scene.at(), about.id()))
                .orElseGet(() -> scene.threadOf(about.id()));
    }
}
