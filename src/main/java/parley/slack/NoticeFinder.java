package parley.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/**
 * Looks whether a notice stands there already of which that is not known. Blocks for a call of the
 * Web API; safe for use by many threads.
 */
final class NoticeFinder {
    /** How far this machine's clock and Slack's may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int MOST = 100;

    private final SlackApi api;
    private final BotIdentity self;

    NoticeFinder(SlackApi api, BotIdentity self) {
        this.api = api;
        this.self = self;
    }

    /** What came of looking. */
    sealed interface Finding {
        record There(MessageId message) implements Finding {}

        /** Or Slack does not let the bot look, and there is nothing but to post it. */
        record NotThere() implements Finding {}

        /** Slack did not say. */
        record Unknown(SendResult result) implements Finding {}
    }

    /**
     * @param since when it can have been posted at the earliest
     */
    Finding find(Notice notice, Instant since) {
        String oldest = SlackTime.of(since.minus(SKEW));
        return notice.thread()
                .map(thread -> inThread(notice, thread, oldest))
                .orElseGet(() -> inChannel(notice, oldest));
    }

    private Finding inThread(Notice notice, ThreadId thread, String oldest) {
        Outcome<ConversationsRepliesResponse> outcome =
                api.call(methods ->
                        methods.conversationsReplies(request ->
                                request.channel(notice.channel().value())
                                        .ts(thread.root())
                                        .oldest(oldest)
                                        .includeAllMetadata(true)
                                        .limit(MOST)));
        return outcome instanceof Outcome.Done<ConversationsRepliesResponse>(var response)
                ? among(response.getMessages(), notice)
                : unseen(outcome);
    }

    private Finding inChannel(Notice notice, String oldest) {
        Outcome<ConversationsHistoryResponse> outcome =
                api.call(methods ->
                        methods.conversationsHistory(request ->
                                request.channel(notice.channel().value())
                                        .oldest(oldest)
                                        .includeAllMetadata(true)
                                        .limit(MOST)));
        return outcome instanceof Outcome.Done<ConversationsHistoryResponse>(var response)
                ? among(response.getMessages(), notice)
                : unseen(outcome);
    }

    private static Finding unseen(Outcome<?> outcome) {
        boolean forGood =
                outcome instanceof Outcome.Refused<?>(String error) && !SlackErrors.passing(error);
        return forGood ? new Finding.NotThere() : new Finding.Unknown(SlackErrors.result(outcome));
    }

    private Finding among(@Nullable List<Message> messages, Notice notice) {
        return Optional.ofNullable(messages).orElse(List.of()).stream()
                .filter(self::wrote)
                .filter(message -> NoticeBlocks.key(message).equals(Optional.of(notice.key())))
                .findFirst()
                .<Finding>map(message -> new Finding.There(new MessageId(message.getTs())))
                .orElseGet(Finding.NotThere::new);
    }
}
