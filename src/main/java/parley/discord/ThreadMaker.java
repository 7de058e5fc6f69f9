package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Throttle;
import parley.chat.SendResult;
import parley.chat.Ticker;
import parley.chat.Title;

/**
 * Makes threads out of questions. Safe for use by many threads.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/resources/channel#start-thread-from-message">Start
 *     thread from message</a>
 */
final class ThreadMaker {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadMaker.class);

    /** Minutes without a message after which Discord puts the thread out of sight. */
    private static final int A_DAY = 1_440;

    private static final Duration QUIET = Duration.ofHours(1);
    private static final Pattern MENTION = Pattern.compile("<@[!&]?\\d+>");

    /** So Discord answers too where the question began a thread of its own, as in a forum. */
    private static final Set<Integer> MAY_BE_A_THREAD =
            Set.of(
                    DiscordErrors.NO_MESSAGE,
                    DiscordErrors.WRONG_KIND,
                    DiscordErrors.SYSTEM_MESSAGE);

    private static final SendResult GONE =
            new SendResult.Rejected("the question, or the thread in which it was, is gone");

    private final DiscordCalls calls;
    private final OwnMessages own;
    private final Throttle logged;

    ThreadMaker(DiscordCalls calls, OwnMessages own, Ticker ticker) {
        this.calls = calls;
        this.own = own;
        this.logged = new Throttle(QUIET, ticker);
    }

    /** What came of it. */
    sealed interface Made {
        /** There is a thread, made now or earlier. */
        record Thread(long channel) implements Made {}

        /** There will be none. */
        record Impossible() implements Made {}

        /**
         * There is neither such a message nor a thread that the bot sees: it may have been a
         * private one, whose answers are not for the channel.
         */
        record Gone(SendResult why) implements Made {}

        /** Not known; to be tried again. */
        record Unknown(SendResult why) implements Made {}
    }

    /** As {@link #make}, where there may be a thread already. */
    Made find(long channel, long message, Optional<String> question) {
        return find(message, () -> make(channel, message, question));
    }

    /**
     * As {@link #find}, where an earlier process may also have begun to answer in the channel, as
     * it does while Discord bears no more threads: a thread that came later would stay empty.
     */
    Made resume(long channel, long message, Optional<String> question) {
        return find(message, () -> resumeOutside(channel, message, question));
    }

    private Made find(long message, Supplier<Made> otherwise) {
        Outcome<JsonNode> found = calls.read(message);
        return switch (found) {
            case Outcome.Done<JsonNode> done when isThread(done.response()) ->
                    new Made.Thread(message);
            case Outcome.Refused<JsonNode> refused when isHidden(refused) -> new Made.Gone(GONE);
            case Outcome.Done<JsonNode> _, Outcome.Refused<JsonNode> _ -> otherwise.get();
            case Outcome.Limited<JsonNode> _, Outcome.Lost<JsonNode> _ -> unknown(found);
        };
    }

    private Made resumeOutside(long channel, long message, Optional<String> question) {
        Outcome<List<JsonNode>> answers = own.since(channel, DiscordIds.madeAt(message));
        return switch (answers) {
            case Outcome.Done<List<JsonNode>>(var found)
                    when found.stream().anyMatch(one -> Shown.repliesTo(one) == message) ->
                    new Made.Impossible();
            // Without the right to read there is nothing but to make one.
            case Outcome.Done<List<JsonNode>> _, Outcome.Refused<List<JsonNode>> _ ->
                    make(channel, message, question);
            case Outcome.Limited<List<JsonNode>> _, Outcome.Lost<List<JsonNode>> _ ->
                    unknown(answers);
        };
    }

    /** What is no thread is no channel at all. */
    private static boolean isHidden(Outcome.Refused<JsonNode> refused) {
        return refused.code() != DiscordErrors.NO_CHANNEL;
    }

    /**
     * Makes a thread out of the message, waiting for nothing but Discord's answer: where too many
     * threads were made lately, Discord may ask for a pause of minutes.
     *
     * @param question the message's text, where it is known
     */
    Made make(long channel, long message, Optional<String> question) {
        if (question.isPresent()) {
            return make(channel, message, question.get());
        }
        Outcome<JsonNode> root = calls.read(channel, message);
        return root instanceof Outcome.Refused<JsonNode> refused
                        && MAY_BE_A_THREAD.contains(refused.code())
                ? thread(channel, message, refused)
                : make(channel, message, words(root));
    }

    private Made make(long channel, long message, String question) {
        String name = Title.of(question);
        String body =
                DataObject.empty().put("name", name).put("auto_archive_duration", A_DAY).toString();
        Outcome<JsonNode> outcome = calls.thread(channel, message, body);
        return switch (outcome) {
            case Outcome.Done<JsonNode>(JsonNode made) ->
                    new Made.Thread(made.path("id").asLong(message));
            case Outcome.Refused<JsonNode> refused -> refused(channel, message, refused);
            case Outcome.Limited<JsonNode>(Duration pause, boolean global) -> {
                if (!global) {
                    log(channel, "Discord asks for a pause of " + pause.toSeconds() + " s");
                }
                yield global ? unknown(outcome) : new Made.Impossible();
            }
            case Outcome.Lost<JsonNode> _ -> unknown(outcome);
        };
    }

    /** A pause that is not for all calls is no budget of the write's own, so that only waits. */
    private static Made unknown(Outcome<?> outcome) {
        return outcome instanceof Outcome.Limited<?>(Duration _, boolean global) && !global
                ? new Made.Unknown(new SendResult.Unreachable("Discord asks for a pause"))
                : new Made.Unknown(DiscordErrors.result(outcome, Optional.empty()));
    }

    private Made refused(long channel, long message, Outcome.Refused<JsonNode> refused) {
        if (refused.code() == DiscordErrors.HAS_THREAD) {
            return new Made.Thread(message);
        }
        if (MAY_BE_A_THREAD.contains(refused.code())) {
            return thread(channel, message, refused);
        }
        return impossible(channel, refused);
    }

    private Made thread(long channel, long message, Outcome.Refused<JsonNode> refused) {
        Outcome<JsonNode> found = calls.read(message);
        return switch (found) {
            case Outcome.Done<JsonNode> done when isThread(done.response()) ->
                    new Made.Thread(message);
            case Outcome.Refused<JsonNode> hidden when isHidden(hidden) -> new Made.Gone(GONE);
            case Outcome.Done<JsonNode> _, Outcome.Refused<JsonNode> _ ->
                    refused.code() == DiscordErrors.NO_MESSAGE
                            ? new Made.Gone(GONE)
                            : impossible(channel, refused);
            case Outcome.Limited<JsonNode> _, Outcome.Lost<JsonNode> _ -> unknown(found);
        };
    }

    private Made impossible(long channel, Outcome.Refused<JsonNode> refused) {
        log(channel, DiscordErrors.reason(refused));
        return new Made.Impossible();
    }

    private static boolean isThread(JsonNode channel) {
        return ChannelFacts.of(channel).isThread();
    }

    private static String words(Outcome<JsonNode> message) {
        return message instanceof Outcome.Done<JsonNode>(JsonNode found)
                ? MENTION.matcher(found.path("content").asText()).replaceAll("")
                : "";
    }

    private void log(long channel, String why) {
        if (logged.pass(channel + why)) {
            LOG.info("Answers stay in channel {}, without a thread: {}", channel, why);
        }
    }
}
