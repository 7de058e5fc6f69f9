package parley.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Excerpt;
import parley.chat.ChannelId;
import parley.chat.CommandReply;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * What a press comes to, shown: beside the message for the presser alone, or in its place. Best
 * effort: what cannot be shown is logged. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/interactivity/handling-user-interaction">Handling user
 *     interaction</a>
 */
final class ChoiceAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ChoiceAnswers.class);

    /** Of a markdown block: docs.slack.dev/reference/block-kit/blocks/markdown-block. */
    private static final int LONGEST = 12_000;

    private static final int LONGEST_FALLBACK = 300;

    private final WorkspaceId workspace;
    private final SlackApi api;
    private final Whisper whisper;

    ChoiceAnswers(WorkspaceId workspace, SlackApi api, Whisper whisper) {
        this.workspace = workspace;
        this.api = api;
        this.whisper = whisper;
    }

    void tell(
            PressedMessage message, UserId person, ActionContext context, CommandReply.Told told) {
        whisper.answer(
                words -> context.respond(beside(message, words)).getCode(),
                listener(message, person),
                told.text(),
                told.choices());
    }

    private static ActionResponse beside(PressedMessage message, PrivateMessage words) {
        return ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(false)
                .threadTs(message.thread().orElse(null))
                .text(words.fallback())
                .blocks(words.blocks())
                .build();
    }

    private Whisper.Listener listener(PressedMessage message, UserId person) {
        return new Whisper.Listener(
                new ChannelId(workspace, message.channel()), message.thread(), person);
    }

    /** The message says this from now on and has no buttons any more. */
    void settle(PressedMessage message, UserId person, ActionContext context, String text) {
        String words = Excerpt.of(Inert.of(text), LONGEST);
        boolean settled =
                message.ephemeral()
                        ? replace(context, words)
                        : update(message, words) || replace(context, words);
        if (!settled) {
            boolean _ = whisper.say(listener(message, person), words);
        }
    }

    private boolean update(PressedMessage message, String words) {
        Outcome<ChatUpdateResponse> outcome =
                api.call(methods ->
                        methods.chatUpdate(request ->
                                request.channel(message.channel())
                                        .ts(message.ts())
                                        .parse("none")
                                        .text(fallback(words))
                                        .blocks(blocks(words))));
        return outcome instanceof Outcome.Done<ChatUpdateResponse> || unsettled(outcome);
    }

    private static boolean replace(ActionContext context, String words) {
        var replacement =
                ActionResponse.builder()
                        .replaceOriginal(true)
                        .text(fallback(words))
                        .blocks(blocks(words))
                        .build();
        try {
            int status = context.respond(replacement).getCode();
            return status == 200 || unsettled("HTTP status " + status);
        } catch (IOException e) {
            return unsettled(e.getClass().getSimpleName());
        }
    }

    private static boolean unsettled(Object reason) {
        LOG.warn("A decided message could not be changed: {}", reason);
        return false;
    }

    private static List<LayoutBlock> blocks(String words) {
        return List.of(MarkdownBlock.builder().text(words).build());
    }

    private static String fallback(String words) {
        return Mrkdwn.escape(Excerpt.of(words, LONGEST_FALLBACK));
    }
}
