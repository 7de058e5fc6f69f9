package parley.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.Noticeboard;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Posts notices, each key once: where it is not known whether a notice stands there, it is looked
 * for. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
 */
final class SlackNotices implements Noticeboard {
    /** In place of a root where a notice stands at a channel's top. */
    private static final String TOP = "top";

    private final SlackApi api;
    private final NoticeFinder finder;
    private final PostPace pace;
    private final PostBook posts;

    private SlackNotices(SlackApi api, BotIdentity self, PostPace pace, PostBook posts) {
        this.api = api;
        this.finder = new NoticeFinder(api, self);
        this.pace = pace;
        this.posts = posts;
    }

    SlackNotices(
            SlackApi api, BotIdentity self, PostPace pace, Ticker ticker, InstantSource clock) {
        // Any channel may hold what an earlier process could not write down.
        this(api, self, pace, new PostBook(ticker, clock, _ -> Optional.of(Instant.EPOCH)));
    }

    /** For notices with keys of this process: no history is read for those of earlier ones. */
    static SlackNotices ofThisProcess(
            SlackApi api, BotIdentity self, PostPace pace, Ticker ticker, InstantSource clock) {
        return new SlackNotices(
                api, self, pace, new PostBook(ticker, clock, _ -> Optional.empty()));
    }

    @Override
    public SendResult post(Notice notice) {
        if (!notice.choices().isEmpty() && SlackIds.direct(notice.channel().value())) {
            return new SendResult.Rejected("nobody else reads these direct messages");
        }
        Optional<Duration> late = pace.pass(notice.channel(), PostPace.Kind.NOTICE);
        if (late.isPresent()) {
            return new SendResult.RateLimited(late.get());
        }
        try {
            return once(notice);
        } finally {
            pace.landed(notice.channel(), PostPace.Kind.NOTICE);
        }
    }

    private SendResult once(Notice notice) {
        return switch (posts.standing(place(notice), notice.key())) {
            case PostBook.Standing.Placed(MessageId message) -> new SendResult.Sent(message);
            case PostBook.Standing.Absent _ -> now(notice);
            case PostBook.Standing.Doubted(Instant since, boolean inherited) ->
                    look(notice, since, inherited);
        };
    }

    private SendResult look(Notice notice, Instant since, boolean inherited) {
        return switch (finder.find(notice, since)) {
            case NoticeFinder.Finding.There(MessageId message) -> {
                posts.placed(place(notice), notice.key(), message);
                yield new SendResult.Sent(message);
            }
            case NoticeFinder.Finding.NotThere _ -> now(notice);
            case NoticeFinder.Finding.Unknown(SendResult result) ->
                    inherited ? now(notice) : result;
        };
    }

    private SendResult now(Notice notice) {
        Instant begun = posts.now();
        Outcome<ChatPostMessageResponse> outcome =
                api.call(methods ->
                        methods.chatPostMessage(request ->
                                request.channel(notice.channel().value())
                                        .threadTs(notice.thread().map(ThreadId::root).orElse(null))
                                        .text(NoticeBlocks.fallback(notice))
                                        .blocks(NoticeBlocks.of(notice))
                                        .metadata(NoticeBlocks.metadata(notice))
                                        .unfurlLinks(false)
                                        .unfurlMedia(false)));
        if (outcome instanceof Outcome.Done<ChatPostMessageResponse>(var response)) {
            MessageId message = new MessageId(response.getTs());
            posts.placed(place(notice), notice.key(), message);
            return new SendResult.Sent(message);
        }
        SendResult result = SlackErrors.result(outcome);
        if (result instanceof SendResult.Unreachable) {
            posts.doubt(place(notice), notice.key(), begun);
        }
        return result;
    }

    private static ThreadId place(Notice notice) {
        return notice.thread().orElseGet(() -> new ThreadId(notice.channel(), TOP));
    }
}
