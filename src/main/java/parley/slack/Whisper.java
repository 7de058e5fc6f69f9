package parley.slack;

import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.model.block.MarkdownBlock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChannelId;
import parley.chat.UserId;
import parley.responder.MessageSplitter;
import parley.responder.Part;

/**
 * Says Markdown to one person only, in as many messages as it takes. Best effort: what cannot be
 * said is logged. Safe for use by many threads.
 */
final class Whisper {
    private static final Logger LOG = LoggerFactory.getLogger(Whisper.class);

    /**
     * Of all markdown blocks of a message:
     * docs.slack.dev/reference/block-kit/blocks/markdown-block.
     */
    private static final int LONGEST = 12_000;

    /** docs.slack.dev/interactivity/handling-user-interaction: within half an hour. */
    private static final int USES_OF_A_URL = 5;

    private static final int LONGEST_FALLBACK = 300;
    private static final String NOT_ALL =
            "That is not all, but Slack lets me show no more of it here. Ask me in a direct message,"
                    + " or invite me to this channel with `/invite`.";

    private final SlackApi api;

    Whisper(SlackApi api) {
        this.api = api;
    }

    /** The URL that comes with a command; each use shows one message to whoever typed it. */
    @FunctionalInterface
    interface Answers {
        /** The HTTP status. */
        int send(SlashCommandResponse message) throws IOException;
    }

    /** Where, and to whom. */
    record Listener(ChannelId channel, Optional<String> threadTs, UserId person) {}

    /** Needs the bot to be in the channel. */
    void say(Listener to, String markdown) {
        boolean _ = parts(markdown).stream().allMatch(part -> post(to, part));
    }

    /** Reaches any channel with the first messages; more than those need the bot to be there. */
    void answer(Answers url, Listener to, String markdown) {
        List<String> parts = parts(markdown);
        int byUrl = parts.size() <= USES_OF_A_URL ? parts.size() : USES_OF_A_URL - 1;
        for (int i = 0; i < parts.size(); i++) {
            boolean said = (i < byUrl && send(url, parts.get(i))) || post(to, parts.get(i));
            if (!said) {
                boolean _ = i >= byUrl && send(url, NOT_ALL);
                return;
            }
        }
    }

    private static List<String> parts(String markdown) {
        return new MessageSplitter(LONGEST).split(markdown).stream().map(Part::shown).toList();
    }

    private boolean post(Listener to, String part) {
        var outcome =
                api.call(slack ->
                        slack.chatPostEphemeral(request ->
                                request.channel(to.channel.value())
                                        .threadTs(to.threadTs.orElse(null))
                                        .user(to.person.value())
                                        .markdownText(part)));
        if (!(outcome instanceof Outcome.Done<?>)) {
            LOG.warn("{} could not be told something in {}: {}", to.person, to.channel, outcome);
        }
        return outcome instanceof Outcome.Done<?>;
    }

    private static boolean send(Answers url, String part) {
        try {
            int status =
                    url.send(
                            SlashCommandResponse.builder()
                                    .responseType("ephemeral")
                                    .text(fallback(part))
                                    .blocks(List.of(MarkdownBlock.builder().text(part).build()))
                                    .build());
            return status == 200 || unsaid("HTTP status " + status);
        } catch (IOException e) {
            return unsaid(e.getClass().getSimpleName());
        }
    }

    private static boolean unsaid(String reason) {
        LOG.warn("Slack did not take the answer to a command: {}", reason);
        return false;
    }

    /** For notifications and where blocks are not shown. */
    private static String fallback(String part) {
        return Mrkdwn.escape(part.substring(0, Math.min(part.length(), LONGEST_FALLBACK)));
    }
}
