package parley.discord;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.chat.SendResult;
import parley.chat.SendResult.Ground;

/**
 * What Discord's refusals mean: the one table, from
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#json. Stateless.
 */
final class DiscordErrors {
    static final int NO_CHANNEL = 10003;
    static final int NO_MEMBER = 10007;
    static final int NO_MESSAGE = 10008;
    static final int NO_USER = 10013;
    static final int NO_MESSAGES_HERE = 50008;
    static final int SYSTEM_MESSAGE = 50021;
    static final int WRONG_KIND = 50024;
    static final int ARCHIVED = 50083;
    static final int NO_REPLY_WITHOUT_HISTORY = 160002;
    static final int HAS_THREAD = 160004;

    private static final String NO_RIGHT = "the bot lacks a permission there";
    private static final String TOO_LARGE = "the file is too large";
    private static final String NO_TOKEN = "Discord does not accept the bot token any more";
    private static final String FILTERED = "the server's AutoMod blocks it";
    private static final String FORM = "Discord does not know the message's form";
    private static final String NO_DIRECT = "the person takes no direct messages from the bot";
    private static final String KIND = "the channel is of a kind where that is not possible";

    private static final Map<Integer, String> REASONS =
            Map.ofEntries(
                    Map.entry(NO_CHANNEL, "the channel or thread is gone"),
                    Map.entry(NO_MESSAGE, "the message is gone"),
                    Map.entry(20009, "Discord takes it for explicit content"),
                    Map.entry(20022, "Discord's limit for announcements is reached"),
                    Map.entry(40001, NO_TOKEN),
                    Map.entry(40002, "the bot's account must be verified first"),
                    Map.entry(40005, TOO_LARGE),
                    Map.entry(50001, "the bot does not see the channel"),
                    Map.entry(50003, KIND),
                    Map.entry(50005, "the message is somebody else's"),
                    Map.entry(50006, "the message is empty"),
                    Map.entry(50007, NO_DIRECT),
                    Map.entry(NO_MESSAGES_HERE, KIND),
                    Map.entry(50013, NO_RIGHT),
                    Map.entry(50014, NO_TOKEN),
                    Map.entry(SYSTEM_MESSAGE, "it is a message of Discord's own"),
                    Map.entry(WRONG_KIND, KIND),
                    Map.entry(50035, FORM),
                    Map.entry(50045, TOO_LARGE),
                    Map.entry(ARCHIVED, "the thread is archived"),
                    Map.entry(50109, FORM),
                    Map.entry(50278, NO_DIRECT),
                    Map.entry(NO_REPLY_WITHOUT_HISTORY, NO_RIGHT),
                    Map.entry(HAS_THREAD, "the message has a thread already"),
                    Map.entry(160005, "the thread is locked"),
                    Map.entry(160006, "the server has as many threads as it may"),
                    Map.entry(200000, FILTERED),
                    Map.entry(200001, FILTERED),
                    Map.entry(240000, "Discord takes a link in it for harmful"));

    /** Without words of Discord's own, these are the request's fault all the same. */
    private static final Set<Integer> MALFORMED = Set.of(400, 413);

    /** These find fault with the message itself, so that another one may be taken. */
    private static final Set<Integer> CONTENT =
            Set.of(20009, 40005, 50006, 50035, 50045, 50109, 200000, 200001, 240000);

    private DiscordErrors() {}

    /** What the refusal says, in words, with Discord's code for those who search for it. */
    static String reason(Outcome.Refused<?> refused) {
        if (refused.status() == 401) {
            return NO_TOKEN;
        }
        String words = REASONS.get(refused.code());
        if (words != null) {
            return words + " (" + refused.code() + ")";
        }
        String known = refused.words().isBlank() ? "" : ": " + refused.words();
        return "Discord refused it (HTTP " + refused.status() + ", " + refused.code() + ")" + known;
    }

    /** Why something was not read: continues a sentence after a colon, without a full stop. */
    static String unread(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> throw new IllegalArgumentException("it was read");
            case Outcome.Refused<?> refused -> reason(refused);
            case Outcome.Limited<?>(Duration pause, boolean _) ->
                    "Discord limits how often messages can be read; it is possible again in "
                            + Math.max(1, pause.toSeconds())
                            + " s";
            case Outcome.Lost<?>(String reason) -> "Discord did not answer (" + reason + ")";
        };
    }

    /**
     * How a write that did not come to pass has ended.
     *
     * @param scope of the budget that a pause is about, unless it is about all
     */
    static SendResult result(Outcome<?> outcome, Optional<String> scope) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> throw new IllegalArgumentException("it came to pass");
            case Outcome.Refused<?> refused -> refused(refused);
            case Outcome.Limited<?>(var pause, boolean global) ->
                    new SendResult.RateLimited(
                            pause, global ? Optional.of(DiscordBudgets.ALL) : scope);
            case Outcome.Lost<?>(String reason) -> new SendResult.Unreachable(reason);
        };
    }

    /** A refusal that is not Discord's own is one of a proxy before it, and passes. */
    private static SendResult refused(Outcome.Refused<?> refused) {
        boolean own = refused.code() != 0 || !refused.words().isEmpty();
        return own || MALFORMED.contains(refused.status())
                ? new SendResult.Rejected(reason(refused), ground(refused))
                : new SendResult.Unreachable(
                        "Discord answered with HTTP status " + refused.status());
    }

    private static Ground ground(Outcome.Refused<?> refused) {
        if (CONTENT.contains(refused.code())) {
            return Ground.CONTENT;
        }
        boolean known = refused.status() == 401 || REASONS.containsKey(refused.code());
        return known ? Ground.PLACE : Ground.UNCLEAR;
    }
}
