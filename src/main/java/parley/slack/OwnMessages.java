package parley.slack;

import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.chat.ThreadId;

/**
 * What the bot itself wrote in a thread since some moment. Blocks for calls of the Web API; safe
 * for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/conversations.replies">
 *     conversations.replies</a>
 */
final class OwnMessages {
    /** How far this machine's clock and Slack's may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Slack recommends no more than 200 on a page. */
    private static final int PAGE = 200;

    /** Nobody writes a thousand messages between a question and the restart after it. */
    private static final int MOST_PAGES = 5;

    private final SlackApi api;
    private final Supplier<Optional<BotIdentity>> self;

    OwnMessages(SlackApi api, Supplier<Optional<BotIdentity>> self) {
        this.api = api;
        this.self = self;
    }

    /** Oldest first. */
    Outcome<List<Message>> since(ThreadId thread, Instant moment) {
        List<Message> own = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        for (int page = 0; page < MOST_PAGES && cursor.isPresent(); page++) {
            Outcome<ConversationsRepliesResponse> outcome = page(thread, moment, cursor.get());
            if (!(outcome instanceof Outcome.Done<ConversationsRepliesResponse>(var response))) {
                return failed(outcome);
            }
            Optional.ofNullable(response.getMessages()).orElse(List.of()).stream()
                    .filter(this::isOwn)
                    .forEach(own::add);
            cursor =
                    Optional.ofNullable(response.getResponseMetadata())
                            .map(ResponseMetadata::getNextCursor)
                            .filter(next -> !next.isEmpty());
        }
        return new Outcome.Done<>(own);
    }

    private Outcome<ConversationsRepliesResponse> page(
            ThreadId thread, Instant moment, String cursor) {
        return api.call(methods ->
                methods.conversationsReplies(request ->
                        request.channel(thread.channel().value())
                                .ts(thread.root())
                                .oldest(SlackTime.of(moment.minus(SKEW)))
                                .cursor(cursor.isEmpty() ? null : cursor)
                                .includeAllMetadata(true)
                                .limit(PAGE)));
    }

    private static Outcome<List<Message>> failed(Outcome<ConversationsRepliesResponse> outcome) {
        return switch (outcome) {
            case Outcome.Done<ConversationsRepliesResponse> _ ->
                    throw new IllegalArgumentException("that is no failure");
            case Outcome.Refused<ConversationsRepliesResponse>(String error) ->
                    new Outcome.Refused<>(error);
            case Outcome.Limited<ConversationsRepliesResponse>(Duration pause) ->
                    new Outcome.Limited<>(pause);
            case Outcome.Lost<ConversationsRepliesResponse>(String reason) ->
                    new Outcome.Lost<>(reason);
        };
    }

    private boolean isOwn(Message message) {
        return self.get()
                .map(bot -> bot.wrote(message))
                .orElseGet(() -> message.getBotId() != null);
    }
}
