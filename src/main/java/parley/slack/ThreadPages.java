package parley.slack;

import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.ThreadId;

/**
 * Reads a thread from its root on, page by page; Slack gives out the oldest first. Some apps may
 * ask for a page of fifteen once a minute only: what was read until Slack refuses counts. For one
 * thread.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/methods/conversations.replies">conversations.replies</a>
 */
final class ThreadPages {
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 5;
    private static final String TOO_LONG =
            "the thread is longer than the " + PAGE * MOST_PAGES + " messages that are read";

    private final SlackApi api;
    private final ThreadId thread;
    private final MessageId before;
    private final List<Message> messages = new ArrayList<>();
    private Optional<String> fault = Optional.empty();
    private String cursor = "";
    private String neededScope = "";

    ThreadPages(SlackApi api, ThreadId thread, MessageId before) {
        this.api = api;
        this.thread = thread;
        this.before = before;
    }

    /** As far as they were read, oldest first. */
    List<Message> messages() {
        return messages;
    }

    /** Why the rest was not read; empty when all was. */
    Optional<String> fault() {
        return fault;
    }

    void read() {
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (api.call(
                    methods ->
                            noting(
                                    methods.conversationsReplies(r ->
                                            r.channel(thread.channel().value())
                                                    .ts(thread.root())
                                                    .latest(before.value())
                                                    .inclusive(false)
                                                    .limit(PAGE)
                                                    .cursor(cursor.isEmpty() ? null : cursor))))) {
                case Outcome.Done<ConversationsRepliesResponse>(var response) -> add(response);
                case Outcome.Refused<ConversationsRepliesResponse>(String error) ->
                        fault = Optional.of(ReadFault.refused(error, neededScope));
                case Outcome.Limited<ConversationsRepliesResponse>(var pause) ->
                        fault = Optional.of(ReadFault.limited(pause));
                case Outcome.Lost<ConversationsRepliesResponse>(String reason) ->
                        fault = Optional.of(ReadFault.lost(reason));
            }
            if (fault.isPresent() || cursor.isEmpty()) {
                return;
            }
        }
        fault = Optional.of(TOO_LONG);
    }

    private ConversationsRepliesResponse noting(ConversationsRepliesResponse response) {
        neededScope = Optional.ofNullable(response.getNeeded()).orElse("");
        return response;
    }

    private void add(ConversationsRepliesResponse response) {
        BlockText.each(response.getMessages()).forEach(messages::add);
        cursor =
                Optional.ofNullable(response.getResponseMetadata())
                        .map(ResponseMetadata::getNextCursor)
                        .filter(_ -> response.isHasMore())
                        .orElse("");
    }
}
