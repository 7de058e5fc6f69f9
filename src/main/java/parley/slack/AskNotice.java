package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Excerpt;

/**
 * The small line that tells the people of a thread what somebody asked there through the window.
 * One line a window, also when Slack submits it again. Safe for use by many threads.
 */
final class AskNotice {
    private static final Logger LOG = LoggerFactory.getLogger(AskNotice.class);
    private static final int LONGEST = 300;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final int MOST_REMEMBERED = 1_000;

    private final SlackApi api;
    private final Cache<String, String> lines =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    AskNotice(SlackApi api) {
        this.api = api;
    }

    /** What came of posting it. */
    sealed interface Result {}

    /** It stands there. */
    record Posted(String ts) implements Result {}

    /** The bot cannot write there; a sentence for whoever asks. */
    record Forbidden(String why) implements Result {}

    /** Slack is busy or was not reached; the answer may still get through. */
    record Unposted() implements Result {}

    /**
     * @param view the window's id
     * @param words plain text of people, in which nobody is pinged
     */
    Result post(String view, String words, AskedMessage about) {
        Optional<String> standing = Optional.ofNullable(lines.getIfPresent(view));
        return standing.<Result>map(Posted::new)
                .orElseGet(() ->
                        post(
                                view,
                                Excerpt.of(SPACE.matcher(words).replaceAll(" "), LONGEST),
                                about,
                                api));
    }

    private Result post(String view, String line, AskedMessage about, SlackApi api) {
        Outcome<ChatPostMessageResponse> outcome =
                api.call(slack ->
                        slack.chatPostMessage(request ->
                                request.channel(about.channel())
                                        .threadTs(about.root())
                                        .text(Mrkdwn.escape(line))
                                        .blocks(List.of(small(line)))));
        return switch (outcome) {
            case Outcome.Done<ChatPostMessageResponse>(var posted) -> {
                lines.put(view, posted.getTs());
                yield new Posted(posted.getTs());
            }
            case Outcome.Refused<?>(String error) -> new Forbidden(explain(error, about));
            case Outcome.Limited<?> _, Outcome.Lost<?> _ -> {
                LOG.warn("A question goes on without its line in the thread: {}", outcome);
                yield new Unposted();
            }
        };
    }

    private static LayoutBlock small(String line) {
        var words = PlainTextObject.builder().text(line).build();
        return ContextBlock.builder().elements(List.of(words)).build();
    }

    /** The question was not stored after all. Best effort. */
    void withdraw(String view, AskedMessage about) {
        Optional.ofNullable(lines.asMap().remove(view))
                .map(ts ->
                        api.call(slack -> slack.chatDelete(r -> r.channel(about.channel()).ts(ts))))
                .filter(outcome -> !(outcome instanceof Outcome.Done<?>))
                .ifPresent(outcome -> LOG.warn("A line could not be taken back: {}", outcome));
    }

    /** docs.slack.dev/reference/methods/chat.postMessage lists the errors. */
    private static String explain(String error, AskedMessage about) {
        return switch (error) {
            case "not_in_channel", "channel_not_found" -> absent(about);
            case "is_archived" -> "This channel is archived, so I cannot answer there.";
            default -> "Slack does not let me write there (" + error + ").";
        };
    }

    private static String absent(AskedMessage about) {
        if (SlackIds.direct(about.channel())) {
            return "I cannot join direct messages between people. Send me the message directly.";
        }
        String place = about.place().isEmpty() ? "this channel" : "#" + about.place();
        return "I am not in " + place + ". Invite me there first: /invite @Parley";
    }
}
