package parley.discord;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IDeferrableCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.interactions.InteractionCallbackAction;
import net.dv8tion.jda.api.utils.messages.MessageEditRequest;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Excerpt;

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

    private Whisper() {}

    /**
     * The first answer.
     *
     * @param words at most 2,000 characters
     * @return whether Discord took it
     */
    static boolean say(IReplyCallback to, String words) {
        return say(to, PrivateReply.of(words));
    }

    /** The first answer, and what follows from it. */
    static boolean say(IReplyCallback to, PrivateReply reply) {
        return sent("an answer", dressed(to.deferReply(true), reply.first()))
                && follow(hook(to), reply.rest());
    }

    /** Shows that an answer comes; empty when Discord did not take that, as when it is too late. */
    static Optional<InteractionHook> promise(IReplyCallback to) {
        return sent("the promise of an answer", to.deferReply(true))
                ? Optional.of(hook(to))
                : Optional.empty();
    }

    /** By which more can be said once there was a first answer. */
    static InteractionHook hook(IDeferrableCallback answered) {
        return InteractionHook.from(answered.getJDA(), answered.getToken());
    }

    /**
     * Makes and says what was promised, or takes the promise back where nothing is to be said. An
     * answer that cannot be made is apologised for, and what was thrown is passed on.
     */
    static void fulfil(InteractionHook promise, Supplier<Optional<PrivateReply>> answer) {
        Optional<PrivateReply> reply;
        try {
            reply = answer.get();
        } catch (RuntimeException e) {
            tell(promise, PrivateReply.of(FAILED));
            throw e;
        }
        reply.ifPresentOrElse(words -> tell(promise, words), () -> withdraw(promise));
    }

    private static void tell(InteractionHook promise, PrivateReply reply) {
        boolean _ =
                sentInTurn(
                                "an answer",
                                dressed(promise.editOriginal(reply.first().words()), reply.first()))
                        && follow(promise, reply.rest());
    }

    private static void withdraw(InteractionHook promise) {
        boolean _ = sentInTurn("the end of a promise", promise.deleteOriginal());
    }

    /** Says more after a first answer of whatever kind. */
    static boolean follow(InteractionHook answered, List<PrivateReply.Sheet> sheets) {
        return sheets.stream()
                .allMatch(sheet ->
                        sentInTurn(
                                "a further answer",
                                dressed(answered.sendMessage(sheet.words()), sheet)
                                        .setEphemeral(true)));
    }

    /** The message under which a button was pressed says this from now on, without buttons. */
    static <R extends MessageEditRequest<R>> R settled(R change, String words) {
        return quiet(change.setContent(Excerpt.of(words, DiscordMessages.MOST_CHARACTERS)))
                .setComponents(List.of());
    }

    /** Changes that message, after the press was acknowledged. */
    static boolean settle(InteractionHook pressed, String words) {
        return sentInTurn("the end of a choice", settled(pressed.editOriginal(words), words));
    }

    private static <R extends MessageRequest<R>> R dressed(R message, PrivateReply.Sheet sheet) {
        R dressed = quiet(message.setContent(sheet.words()));
        if (!sheet.rows().isEmpty()) {
            dressed.setComponents(sheet.rows());
        }
        if (!sheet.files().isEmpty()) {
            dressed.setFiles(sheet.files().stream().map(PrivateReply.TextFile::upload).toList());
        }
        return dressed;
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
