package parley.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.MessageId;
import parley.chat.UserId;

/**
 * A question about a message, submitted in the window of {@link AskShortcut}. The thread is told
 * who asked what, by a message that stands for the question from then on; its acceptance by Slack
 * is also what shows that the bot may write there. Slack is acknowledged when the question is
 * stored; where it is not, the window says why. Safe for use by many threads.
 */
final class AskSubmission {
    private static final Logger LOG = LoggerFactory.getLogger(AskSubmission.class);
    private static final String FAILED =
            "Something went wrong on my side, and the question was not stored. Try again in a"
                    + " minute.";
    private static final String OFF =
            "I am switched off in this channel. Admins switch me on with /parley channel on.";
    private static final String BUSY =
            "Too many questions are waiting just now. Try again in a minute.";

    private final BotIdentity self;
    private final People people;
    private final Inbox inbox;
    private final AskNotice notice;
    private final InstantSource clock;

    AskSubmission(
            BotIdentity self, People people, Inbox inbox, AskNotice notice, InstantSource clock) {
        this.self = self;
        this.people = people;
        this.inbox = inbox;
        this.notice = notice;
        this.clock = clock;
    }

    Response handle(ViewSubmissionRequest request, ViewSubmissionContext context) {
        return refusal(request.getPayload())
                .map(words -> context.ackWithErrors(Map.of(AskModal.QUESTION, words)))
                .orElseGet(context::ack);
    }

    private Optional<String> refusal(ViewSubmissionPayload submitted) {
        Author author = people.author(new UserId(submitted.getUser().getId()));
        String question = AskModal.question(submitted.getView());
        String view = submitted.getView().getId();
        return AskedMessage.read(submitted.getView().getPrivateMetadata())
                .map(about -> ask(view, author, question, about))
                .orElse(Optional.of(FAILED));
    }

    private Optional<String> ask(String view, Author author, String question, AskedMessage about) {
        // Known before the line that tells who asked, after which nothing would come.
        if (!inbox.listens(about.thread(self.workspace()).channel())) {
            return Optional.of(OFF);
        }
        return switch (notice.post(view, author.name() + " asked Parley: " + question, about)) {
            case AskNotice.Forbidden(String why) -> Optional.of(why);
            case AskNotice.Posted(String ts) -> {
                Optional<String> refusal = accept(view, author, question, about, ts);
                refusal.ifPresent(_ -> notice.withdraw(view, about));
                yield refusal;
            }
            case AskNotice.Unposted _ ->
                    accept(view, author, question, about, timestamp(clock.instant()));
        };
    }

    private Optional<String> accept(
            String view, Author author, String question, AskedMessage about, String ts) {
        var asked =
                new Inbound.Mention(
                        new EventId("ask." + view),
                        about.thread(self.workspace()),
                        author,
                        SlackTime.instant(ts).orElseGet(clock::instant),
                        new MessageId(ts),
                        about.quotedUnder(question, name(about)),
                        List.of());
        try {
            return switch (inbox.acceptAwaited(asked)) {
                case OVERLOADED, REFUSED -> Optional.of(BUSY);
                case ACCEPTED, CONSIDERED, NOTED, DUPLICATE, IGNORED -> Optional.empty();
            };
        } catch (RuntimeException e) {
            LOG.error("A question about a message could not be stored", e);
            return Optional.of(FAILED);
        }
    }

    /** Programs bear their names already. */
    private String name(AskedMessage about) {
        boolean id = about.author().matches("[UW][A-Z0-9]+");
        return id ? people.author(new UserId(about.author())).name() : about.author();
    }

    /** As Slack would number a message of that moment: the thread is read up to there. */
    private static String timestamp(Instant moment) {
        return "%d.%06d".formatted(moment.getEpochSecond(), moment.getNano() / 1_000);
    }
}
