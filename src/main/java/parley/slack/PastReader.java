package parley.slack;

import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.adapter.PatientCalls;
import parley.chat.Ticker;

/**
 * Reads what Slack keeps, for a search that nobody waits for: slower than Slack grants, and after a
 * pause where Slack asks for one. For one search at a time, but for {@link #close}.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/methods/conversations.history">conversations.history</a>
 */
final class PastReader implements AutoCloseable {
    /** Slack's page says 100 to 200 at a time are best. */
    static final int PAGE = 200;

    /** A thousand messages of one room; whoever floods it must not hide the others. */
    private static final int MOST_PAGES = 5;

    /** Of the fifty and more a minute of Slack's tier 3; answers call the second one too. */
    private static final int HISTORIES = 40;

    static final int REPLIES = 20;

    private static final int LISTS = 20;

    private static final int LIST_PAGE = 999;
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(2);

    private static final String NO_THREAD = "thread_not_found";

    private final SlackApi api;
    private final PatientCalls patience;
    private final ReadPace histories;
    private final ReadPace replies;
    private final ReadPace lists;

    PastReader(SlackApi api, Ticker ticker) {
        this(api, ticker, UnaryOperator.identity());
    }

    /**
     * @param waiting how long a pause takes by the machine's clock, where the ticker does not go
     *     with it
     */
    PastReader(SlackApi api, Ticker ticker, UnaryOperator<Duration> waiting) {
        this.api = api;
        patience = new PatientCalls(LONGEST_ASKED, waiting);
        histories = new ReadPace(HISTORIES, ticker);
        replies = new ReadPace(REPLIES, ticker);
        lists = new ReadPace(LISTS, ticker);
    }

    /** One page, as far as it matters here. */
    private record Page<T>(List<T> items, String next) {}

    /** One call for a page. */
    @FunctionalInterface
    private interface Pager<T> {
        Outcome<Page<T>> page(@Nullable String cursor);
    }

    /**
     * The messages at the top of a conversation, the newest first, back to that moment; where they
     * do not fill a page, earlier ones too, back to {@code earliest}.
     *
     * @param latest later than any of them: with an earliest moment alone, Slack is free to begin
     *     at that end
     */
    PastPages roots(String channel, Instant earliest, Instant from, Instant latest) {
        String oldest = SlackTime.of(earliest);
        String end = SlackTime.of(latest);
        String start = SlackTime.of(from);
        return read(
                cursor ->
                        call(
                                histories,
                                methods ->
                                        methods.conversationsHistory(r ->
                                                r.channel(channel)
                                                        .oldest(oldest)
                                                        .latest(end)
                                                        .limit(PAGE)
                                                        .cursor(cursor)),
                                PastReader::page),
                page -> page.stream().anyMatch(message -> before(message, start)));
    }

    private static boolean before(Message message, String start) {
        return message.getTs() != null && message.getTs().compareTo(start) < 0;
    }

    /** The root of a thread and what was said in it from that moment on. */
    PastPages thread(String channel, String root, Instant from) {
        String oldest = SlackTime.of(from);
        return read(
                cursor ->
                        call(
                                replies,
                                methods ->
                                        methods.conversationsReplies(r ->
                                                r.channel(channel)
                                                        .ts(root)
                                                        .oldest(oldest)
                                                        .limit(PAGE)
                                                        .cursor(cursor)),
                                PastReader::page),
                _ -> false);
    }

    private static PastPages read(Pager<Message> pager, Function<List<Message>, Boolean> enough) {
        List<Message> all = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (pager.page(cursor)) {
                case Outcome.Done<Page<Message>>(Page<Message>(var messages, String next)) -> {
                    all.addAll(messages);
                    if (next.isEmpty() || enough.apply(messages)) {
                        return new PastPages(all, PastPages.How.WHOLE);
                    }
                    cursor = next;
                }
                case Outcome.Refused<Page<Message>>(String error) -> {
                    return broken(all, page, refusal(error));
                }
                case Outcome.Limited<Page<Message>> _, Outcome.Lost<Page<Message>> _ -> {
                    return broken(all, page, PastPages.How.LOST);
                }
            }
        }
        return new PastPages(all, PastPages.How.PART);
    }

    private static PastPages.How refusal(String error) {
        return error.equals(NO_THREAD) ? PastPages.How.GONE : PastPages.How.REFUSED;
    }

    private static PastPages broken(List<Message> all, int pages, PastPages.How how) {
        return new PastPages(all, pages == 0 ? how : PastPages.How.PART);
    }

    /** The ids of the conversations of that kind that the bot is in: all that matter, or none. */
    Outcome<List<String>> conversations(ConversationType kind) {
        List<String> all = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (listed(kind, cursor)) {
                case Outcome.Done<Page<String>>(Page<String>(var ids, String next)) -> {
                    all.addAll(ids);
                    if (next.isEmpty()) {
                        return new Outcome.Done<>(all);
                    }
                    cursor = next;
                }
                case Outcome.Refused<Page<String>>(String error) -> {
                    return new Outcome.Refused<>(error);
                }
                case Outcome.Limited<Page<String>>(Duration pause) -> {
                    return new Outcome.Limited<>(pause);
                }
                case Outcome.Lost<Page<String>>(String reason) -> {
                    return new Outcome.Lost<>(reason);
                }
            }
        }
        return new Outcome.Done<>(all);
    }

    private Outcome<Page<String>> listed(ConversationType kind, @Nullable String cursor) {
        return call(
                lists,
                methods ->
                        methods.usersConversations(r ->
                                r.types(List.of(kind))
                                        .excludeArchived(true)
                                        .limit(LIST_PAGE)
                                        .cursor(cursor)),
                PastReader::page);
    }

    private <R extends SlackApiTextResponse, T> Outcome<Page<T>> call(
            ReadPace pace, SlackApi.Call<R> call, Function<R, Page<T>> read) {
        return patience.call(pace::pause, () -> counted(pace, call), PastReader::again)
                .map(outcome -> page(outcome, read, pace))
                .orElseGet(() -> new Outcome.Lost<>("nothing is read any more"));
    }

    private <R extends SlackApiTextResponse> Outcome<R> counted(
            ReadPace pace, SlackApi.Call<R> call) {
        pace.begins();
        Outcome<R> outcome = api.call(call);
        pace.ends();
        if (outcome instanceof Outcome.Limited<R>) {
            pace.refused();
        }
        return outcome;
    }

    private static <R> Optional<Duration> again(Outcome<R> outcome) {
        return switch (outcome) {
            case Outcome.Done<R> _, Outcome.Refused<R> _ -> Optional.empty();
            case Outcome.Lost<R> _ -> Optional.of(Duration.ZERO);
            case Outcome.Limited<R>(Duration asked) -> Optional.of(asked);
        };
    }

    private static <R, T> Outcome<Page<T>> page(
            Outcome<R> outcome, Function<R, Page<T>> read, ReadPace pace) {
        return switch (outcome) {
            case Outcome.Done<R>(R response) -> {
                Page<T> page = read.apply(response);
                pace.read(page.items.size(), !page.next.isEmpty());
                yield new Outcome.Done<>(page);
            }
            case Outcome.Refused<R>(String error) -> new Outcome.Refused<>(error);
            case Outcome.Limited<R>(Duration pause) -> new Outcome.Limited<>(pause);
            case Outcome.Lost<R>(String reason) -> new Outcome.Lost<>(reason);
        };
    }

    private static Page<Message> page(ConversationsHistoryResponse told) {
        return new Page<>(
                BlockText.each(told.getMessages()).toList(),
                next(told.getResponseMetadata(), told.isHasMore()));
    }

    private static Page<Message> page(ConversationsRepliesResponse told) {
        return new Page<>(
                BlockText.each(told.getMessages()).toList(),
                next(told.getResponseMetadata(), told.isHasMore()));
    }

    private static Page<String> page(UsersConversationsResponse told) {
        return new Page<>(
                BlockText.each(told.getChannels())
                        .map(Conversation::getId)
                        .filter(SlackIds::valid)
                        .sorted(Comparator.naturalOrder())
                        .toList(),
                next(told.getResponseMetadata(), true));
    }

    private static String next(@Nullable ResponseMetadata metadata, boolean more) {
        return Optional.ofNullable(metadata)
                .map(ResponseMetadata::getNextCursor)
                .filter(_ -> more)
                .orElse("");
    }

    boolean isClosed() {
        return patience.isClosed();
    }

    /** Reads nothing more; what waits goes on at once. */
    @Override
    public void close() {
        patience.close();
    }
}
