package parley.slack;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Inbound;
import parley.responder.MessageSplitter;
import parley.responder.Part;

/**
 * Tells the author of a message something that is for nobody else: in a channel so that only they
 * see it, in a direct message in its thread. Best effort: what cannot be said is logged. Safe for
 * use by many threads.
 */
final class PrivateReply {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateReply.class);

    /** docs.slack.dev/reference/methods/chat.postMessage, markdown_text */
    private static final int LONGEST = 12_000;

    private final SlackApi api;
    private final Whisper whisper;

    PrivateReply(SlackApi api, Whisper whisper) {
        this.api = api;
        this.whisper = whisper;
    }

    /** Blocks until Slack answered. */
    void tell(Inbound.Said said, String markdown) {
        if (said instanceof Inbound.DirectMessage) {
            boolean _ =
                    new MessageSplitter(LONGEST)
                            .split(markdown).stream()
                                    .map(Part::shown)
                                    .allMatch(part -> post(said, part));
        } else {
            whisper.say(listener(said), markdown);
        }
    }

    /**
     * Slack shows such messages in threads only where there is one already
     * (https://docs.slack.dev/reference/methods/chat.postEphemeral).
     */
    private static Whisper.Listener listener(Inbound.Said said) {
        String root = said.thread().root();
        return new Whisper.Listener(
                said.thread().channel(),
                Optional.of(root).filter(it -> !it.equals(said.message().value())),
                said.author().id());
    }

    private boolean post(Inbound.Said said, String part) {
        var outcome =
                api.call(methods ->
                        methods.chatPostMessage(request ->
                                request.channel(said.thread().channel().value())
                                        .threadTs(said.thread().root())
                                        .markdownText(part)));
        if (!(outcome instanceof Outcome.Done<?>)) {
            LOG.warn("{} could not be told something: {}", said.author().id(), outcome);
        }
        return outcome instanceof Outcome.Done<?>;
    }
}
