package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;
import parley.discord.CallKind.Bucket;

/**
 * The calls that Parley makes about messages. What is known to be too much for Discord is not sent,
 * but limited here. Safe for use by many threads.
 */
final class DiscordCalls {
    private final DiscordRest rest;
    private final DiscordBudgets budgets;

    DiscordCalls(DiscordRest rest, DiscordBudgets budgets) {
        this.rest = rest;
        this.budgets = budgets;
    }

    Outcome<JsonNode> post(long channel, String body) {
        return counted(CallKind.POST.in(channel), () -> rest.send("POST", messages(channel), body));
    }

    /** A message with a file. */
    Outcome<JsonNode> post(long channel, String body, String fileName, byte[] file) {
        return counted(
                CallKind.POST.in(channel),
                () -> rest.upload(messages(channel), body, fileName, file));
    }

    /**
     * @param old whether the message was made more than an hour ago
     */
    Outcome<JsonNode> edit(long channel, long message, boolean old, String body) {
        Supplier<Outcome<JsonNode>> edit =
                () ->
                        counted(
                                CallKind.EDIT.in(channel),
                                () -> rest.send("PATCH", message(channel, message), body));
        return old ? counted(CallKind.OLD_EDIT.in(channel), edit) : edit.get();
    }

    Outcome<JsonNode> delete(long channel, long message) {
        return counted(
                CallKind.DELETE.in(channel),
                () -> rest.send("DELETE", message(channel, message), ""));
    }

    /** A thread that begins with the message. */
    Outcome<JsonNode> thread(long channel, long message, String body) {
        return counted(
                CallKind.THREAD.in(channel),
                () -> rest.send("POST", message(channel, message) + "/threads", body));
    }

    Outcome<JsonNode> typing(long channel) {
        return counted(
                CallKind.TYPING.in(channel),
                () -> rest.send("POST", channel(channel) + "/typing", ""));
    }

    /** The newest messages of the channel, newest first. */
    Outcome<JsonNode> newest(long channel, int most) {
        return history(channel, "", most);
    }

    /** Those that came next before a message, newest first. */
    Outcome<JsonNode> before(long channel, long message, int most) {
        return history(channel, "&before=" + Long.toUnsignedString(message), most);
    }

    /** Those that came next after a message, newest first all the same. */
    Outcome<JsonNode> after(long channel, long message, int most) {
        return history(channel, "&after=" + Long.toUnsignedString(message), most);
    }

    private Outcome<JsonNode> history(long channel, String where, int most) {
        return counted(
                CallKind.READ.in(channel),
                () -> rest.get(messages(channel) + "?limit=" + most + where));
    }

    Outcome<JsonNode> read(long channel, long message) {
        return counted(() -> rest.get(message(channel, message)));
    }

    Outcome<JsonNode> read(long channel) {
        return counted(() -> rest.get(channel(channel)));
    }

    private Outcome<JsonNode> unarchive(long thread) {
        return counted(() -> rest.send("PATCH", channel(thread), "{\"archived\":false}"));
    }

    /** Discord changes nothing in an archived thread, so that is opened again first. */
    Outcome<JsonNode> opened(long channel, Supplier<Outcome<JsonNode>> call) {
        Outcome<JsonNode> outcome = call.get();
        return outcome instanceof Outcome.Refused<JsonNode> no
                        && no.code() == DiscordErrors.ARCHIVED
                        && unarchive(channel) instanceof Outcome.Done<JsonNode>
                ? call.get()
                : outcome;
    }

    private Outcome<JsonNode> counted(Bucket bucket, Supplier<Outcome<JsonNode>> call) {
        Optional<DiscordBudgets.Shut> shut = budgets.begin(bucket);
        if (shut.isPresent()) {
            return limited(shut.get());
        }
        Outcome<JsonNode> outcome = new Outcome.Lost<>("the call was not made");
        try {
            outcome = call.get();
            return outcome;
        } finally {
            budgets.landed(bucket, outcome);
        }
    }

    /** Of its own kind there are few. */
    private Outcome<JsonNode> counted(Supplier<Outcome<JsonNode>> call) {
        Optional<DiscordBudgets.Shut> shut = budgets.begin();
        if (shut.isPresent()) {
            return limited(shut.get());
        }
        Outcome<JsonNode> outcome = call.get();
        budgets.landed(outcome);
        return outcome;
    }

    private static Outcome<JsonNode> limited(DiscordBudgets.Shut shut) {
        return new Outcome.Limited<>(shut.pause(), shut.global());
    }

    private static String channel(long channel) {
        return "channels/" + Long.toUnsignedString(channel);
    }

    private static String messages(long channel) {
        return channel(channel) + "/messages";
    }

    private static String message(long channel, long message) {
        return messages(channel) + "/" + Long.toUnsignedString(message);
    }
}
