package parley.discord;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.interactions.InteractionCallbackAction;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.responder.MessageSplitter;
import parley.responder.Part;

/**
 * Answers interactions, for whoever caused them only and without pinging anybody. Best effort: what
 * cannot be said is logged. Each call blocks until Discord answered. Stateless.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding">Receiving
 *     and responding</a>
 */
final class Whisper {
    static final String FAILED =
            "Something went wrong on my side. Try again in a minute; the log has the details.";
    static final String BUSY = "Too many questions are waiting just now. Try again in a minute.";

    private static final Logger LOG = LoggerFactory.getLogger(Whisper.class);

    private static final MessageSplitter SPLITTER =
            new MessageSplitter(DiscordMessages.MOST_CHARACTERS);

    /** More than these is a file. */
    private static final int MOST_MESSAGES = 8;

    private static final String REST = "The whole of it is in this file.";
    private static final String NOTHING = "Done.";

    private Whisper() {}

    /**
     * The first answer.
     *
     * @param words at most 2,000 characters
     * @return whether Discord took it
     */
    static boolean say(IReplyCallback to, String words) {
        return sent("an answer", quiet(to.reply(words)).setEphemeral(true));
    }

    /** Shows that an answer comes; empty when Discord did not take that, as when it is too late. */
    static Optional<InteractionHook> promise(IReplyCallback to) {
        return sent("the promise of an answer", to.deferReply(true))
                ? Optional.of(InteractionHook.from(to.getJDA(), to.getToken()))
                : Optional.empty();
    }

    /**
     * Makes and says what was promised, or takes the promise back where nothing is to be said. An
     * answer that cannot be made is apologised for, and what was thrown is passed on.
     */
    static void fulfil(InteractionHook promise, Supplier<Optional<String>> answer) {
        Optional<String> markdown;
        try {
            markdown = answer.get();
        } catch (RuntimeException e) {
            tell(promise, FAILED);
            throw e;
        }
        markdown.ifPresentOrElse(words -> tell(promise, words), () -> withdraw(promise));
    }

    private static void tell(InteractionHook promise, String markdown) {
        List<String> parts =
                SPLITTER.split(markdown).stream()
                        .map(Part::shown)
                        .limit(MOST_MESSAGES + 1)
                        .toList();
        boolean file = parts.size() > MOST_MESSAGES;
        boolean said = edit(promise, parts.isEmpty() ? NOTHING : parts.getFirst());
        for (String part : parts.subList(Math.min(1, parts.size()), file ? 1 : parts.size())) {
            said = said && follow(promise, part);
        }
        if (file && said) {
            attach(promise, markdown);
        }
    }

    private static void withdraw(InteractionHook promise) {
        boolean _ = sentInTurn("the end of a promise", promise.deleteOriginal());
    }

    private static boolean edit(InteractionHook promise, String words) {
        return sentInTurn("an answer", quiet(promise.editOriginal(words)));
    }

    private static boolean follow(InteractionHook answered, String words) {
        return sentInTurn(
                "a further answer", quiet(answered.sendMessage(words)).setEphemeral(true));
    }

    private static void attach(InteractionHook answered, String markdown) {
        byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
        boolean _ =
                sentInTurn(
                        "a file",
                        quiet(answered.sendMessage(REST))
                                .addFiles(FileUpload.fromData(bytes, "answer.md"))
                                .setEphemeral(true));
    }

    /** The same message, in which nobody is pinged. */
    static <R extends MessageRequest<R>> R quiet(R message) {
        return message.setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .mentionRepliedUser(false);
    }

    /**
     * The first answer to an interaction, at once, for Discord waits only 3 s; whether it was
     * taken. One that was taken before was ours, and its receipt was lost.
     *
     * @param what for the log
     */
    static boolean sent(String what, InteractionCallbackAction<?> answer) {
        return done(what, answer, false);
    }

    /** What comes after the first, as fast as Discord's budget for it lets through. */
    private static boolean sentInTurn(String what, RestAction<?> answer) {
        return done(what, answer, true);
    }

    /** Addresses of interactions bear a token, so that no exception's message reaches the log. */
    private static boolean done(String what, RestAction<?> answer, boolean inTurn) {
        try {
            var _ = answer.complete(inTurn);
            return true;
        } catch (ErrorResponseException e) {
            return e.getErrorResponse() == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED
                    || refused(what, e);
        } catch (RateLimitedException e) {
            LOG.warn("Discord did not take {}: too many, for {} ms", what, e.getRetryAfter());
        } catch (RuntimeException e) {
            LOG.warn("Discord did not take {}: {}", what, e.getClass().getSimpleName());
        }
        return false;
    }

    private static boolean refused(String what, ErrorResponseException e) {
        LOG.warn("Discord did not take {}: {} {}", what, e.getErrorCode(), e.getErrorResponse());
        return false;
    }
}
