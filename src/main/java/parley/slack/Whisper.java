package parley.slack;

import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChannelId;
import parley.chat.Choice;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.UserId;

/**
 * Says Markdown to one person only, in as many messages as it takes. Best effort: what cannot be
 * said is logged. Safe for use by many threads.
 */
final class Whisper {
    private static final Logger LOG = LoggerFactory.getLogger(Whisper.class);

    /** docs.slack.dev/interactivity/handling-user-interaction: within half an hour. */
    private static final int USES_OF_A_URL = 5;

    private static final String NOT_ALL =
            "That is not all, but Slack lets me show no more of it here. Ask me in a direct message,"
                    + " or invite me to this channel with `/invite`.";

    private final SlackApi api;

    Whisper(SlackApi api) {
        this.api = api;
    }

    /** The URL that comes with a command or a press; each use shows one message to its author. */
    @FunctionalInterface
    interface Answers {
        /** The HTTP status. */
        int send(PrivateMessage message) throws IOException;
    }

    /** Where, and to whom. */
    record Listener(ChannelId channel, Optional<String> threadTs, UserId person) {}

    /** Needs the bot to be in the channel; whether all of it was said. */
    boolean say(Listener to, String markdown) {
        return say(to, markdown, List.of());
    }

    /** Likewise, with buttons below. */
    boolean say(Listener to, String markdown, List<Choice> choices) {
        return PrivateMessage.all(markdown, choices, to.threadTs).stream()
                .allMatch(message -> post(to, message));
    }

    /** Reaches any channel with the first messages; more than those need the bot to be there. */
    void answer(Answers url, Listener to, String markdown, List<Choice> choices) {
        List<PrivateMessage> messages = PrivateMessage.all(markdown, choices, to.threadTs);
        int byUrl = messages.size() <= USES_OF_A_URL ? messages.size() : USES_OF_A_URL - 1;
        for (int i = 0; i < messages.size(); i++) {
            boolean said = (i < byUrl && send(url, messages.get(i))) || post(to, messages.get(i));
            if (!said) {
                boolean _ = i >= byUrl && send(url, PrivateMessage.of(NOT_ALL));
                return;
            }
        }
    }

    /** Likewise, in words that one message holds; how that ended. */
    SendResult sayOnce(Listener to, String words) {
        Outcome<ChatPostEphemeralResponse> outcome = call(to, PrivateMessage.of(words));
        return outcome instanceof Outcome.Done<ChatPostEphemeralResponse>(var response)
                ? new SendResult.Sent(new MessageId(response.getMessageTs()))
                : SlackErrors.result(outcome);
    }

    private boolean post(Listener to, PrivateMessage message) {
        return call(to, message) instanceof Outcome.Done<?>;
    }

    private Outcome<ChatPostEphemeralResponse> call(Listener to, PrivateMessage message) {
        Outcome<ChatPostEphemeralResponse> outcome =
                api.call(slack ->
                        slack.chatPostEphemeral(request ->
                                request.channel(to.channel.value())
                                        .threadTs(to.threadTs.orElse(null))
                                        .user(to.person.value())
                                        .text(message.fallback())
                                        .blocks(message.blocks())));
        if (!(outcome instanceof Outcome.Done<?>)) {
            LOG.warn("{} could not be told something in {}: {}", to.person, to.channel, outcome);
        }
        return outcome;
    }

    private static boolean send(Answers url, PrivateMessage message) {
        try {
            int status = url.send(message);
            return status == 200 || unsaid("HTTP status " + status);
        } catch (IOException e) {
            return unsaid(e.getClass().getSimpleName());
        }
    }

    private static boolean unsaid(String reason) {
        LOG.warn("Slack did not take the answer to a command: {}", reason);
        return false;
    }
}
