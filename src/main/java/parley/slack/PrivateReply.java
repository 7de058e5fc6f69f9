package parley.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Choice;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.UserId;

/**
 * Tells somebody something that is for nobody else: in a channel so that only they see it, in a
 * direct message in its thread. Best effort: what cannot be said is logged. Safe for use by many
 * threads.
 */
final class PrivateReply {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateReply.class);

    private final SlackApi api;
    private final Whisper whisper;

    PrivateReply(SlackApi api, Whisper whisper) {
        this.api = api;
        this.whisper = whisper;
    }

    /** Blocks until Slack answered. */
    void tell(Inbound.Said said, String markdown) {
        tell(said, markdown, List.of());
    }

    /** Likewise, with buttons below. */
    void tell(Inbound.Said said, String markdown, List<Choice> choices) {
        if (said instanceof Inbound.DirectMessage) {
            boolean _ =
                    post(
                            said.thread().channel().value(),
                            Optional.of(said.thread().root()),
                            PrivateMessage.all(markdown, choices, root(said)));
        } else {
            boolean _ = whisper.say(listener(said), markdown, choices);
        }
    }

    /** Likewise, in words that one message holds; how that ended. */
    SendResult tellOnce(Inbound.Said said, String words) {
        if (!(said instanceof Inbound.DirectMessage)) {
            return whisper.sayOnce(listener(said), words);
        }
        String channel = said.thread().channel().value();
        Outcome<ChatPostMessageResponse> outcome =
                call(channel, Optional.of(said.thread().root()), PrivateMessage.of(words));
        return outcome instanceof Outcome.Done<ChatPostMessageResponse>(var response)
                ? new SendResult.Sent(new MessageId(response.getTs()))
                : SlackErrors.result(outcome);
    }

    /**
     * Slack shows such messages in threads only where there is one already
     * (https://docs.slack.dev/reference/methods/chat.postEphemeral).
     */
    private static Whisper.Listener listener(Inbound.Said said) {
        return new Whisper.Listener(said.thread().channel(), root(said), said.author().id());
    }

    /** Of the thread that the message stands in; empty where it stands at the top. */
    private static Optional<String> root(Inbound.Said said) {
        return Optional.of(said.thread().root())
                .filter(root -> !root.equals(said.message().value()));
    }

    /** Where they are, or in their direct messages where the bot is not in that channel. */
    void tell(Whisper.Listener to, String markdown) {
        String channel = to.channel().value();
        boolean said =
                SlackIds.direct(channel)
                        ? post(channel, to.threadTs(), one(markdown))
                        : whisper.say(to, markdown);
        if (!said) {
            boolean _ = post(to.person(), one(markdown));
        }
    }

    private static List<PrivateMessage> one(String markdown) {
        return PrivateMessage.all(markdown, List.of(), Optional.empty());
    }

    /** The method's page: a person's id stands for their direct messages with the bot. */
    private boolean post(UserId person, List<PrivateMessage> messages) {
        return post(person.value(), Optional.empty(), messages);
    }

    private boolean post(String channel, Optional<String> root, List<PrivateMessage> messages) {
        return messages.stream().allMatch(message -> post(channel, root, message));
    }

    private boolean post(String channel, Optional<String> root, PrivateMessage message) {
        return call(channel, root, message) instanceof Outcome.Done<?>;
    }

    private Outcome<ChatPostMessageResponse> call(
            String channel, Optional<String> root, PrivateMessage message) {
        Outcome<ChatPostMessageResponse> outcome =
                api.call(methods ->
                        methods.chatPostMessage(request ->
                                request.channel(channel)
                                        .threadTs(root.orElse(null))
                                        .text(message.fallback())
                                        .blocks(message.blocks())));
        if (!(outcome instanceof Outcome.Done<?>)) {
            LOG.warn("Something could not be told in {}: {}", channel, outcome);
        }
        return outcome;
    }
}
