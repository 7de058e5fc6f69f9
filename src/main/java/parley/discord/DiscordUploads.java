package parley.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/**
 * Puts texts into conversations as files. The same file again within minutes is no second one. Safe
 * for use by many threads.
 *
 * @see <a href="https://discord.com/developers/docs/reference#uploading-files">Uploading files</a>
 */
final class DiscordUploads {
    /** What Discord takes without boosts of the server. */
    private static final int MOST_BYTES = 10 << 20;

    private final DiscordCalls calls;
    private final Places places;
    private final OwnMessages own;

    DiscordUploads(DiscordCalls calls, Places places, OwnMessages own) {
        this.calls = calls;
        this.places = places;
        this.own = own;
    }

    boolean mayStand(ThreadId thread, String name, Instant since) {
        return switch (places.open(thread)) {
            case Place.Opening.Open(Place place) -> mayStand(place, name, since);
            case Place.Opening.Closed _ -> true;
        };
    }

    private boolean mayStand(Place place, String name, Instant since) {
        Outcome<List<JsonNode>> outcome = own.since(place.channel(), since);
        return switch (outcome) {
            case Outcome.Done<List<JsonNode>>(var messages) ->
                    messages.stream()
                            .flatMap(message -> message.path("attachments").valueStream())
                            .anyMatch(file -> file.path("filename").asText().equals(name));
            case Outcome.Refused<List<JsonNode>> _ -> false;
            case Outcome.Limited<List<JsonNode>> _, Outcome.Lost<List<JsonNode>> _ -> true;
        };
    }

    SendResult share(ThreadId thread, String name, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length == 0) {
            return new SendResult.Rejected("the file is empty");
        }
        if (bytes.length > MOST_BYTES) {
            return new SendResult.Rejected("the file is larger than the 10 MB that Discord takes");
        }
        return switch (places.open(thread)) {
            case Place.Opening.Open(Place place) ->
                    share(place, name, bytes, thread + "/" + name + "/" + text);
            case Place.Opening.Closed(SendResult why) -> why;
        };
    }

    private SendResult share(Place place, String name, byte[] bytes, String file) {
        String nonce = DiscordMessages.nonce(file, 0);
        Outcome<JsonNode> outcome = post(place, name, bytes, place.replyTo(), nonce);
        if (outcome instanceof Outcome.Refused<JsonNode> refused
                && refused.code() == DiscordErrors.NO_REPLY_WITHOUT_HISTORY) {
            outcome = post(place, name, bytes, Optional.empty(), nonce);
        }
        return outcome instanceof Outcome.Done<JsonNode>(JsonNode made)
                ? new SendResult.Sent(DiscordIds.message(place.channel(), made.path("id").asLong()))
                : DiscordErrors.result(
                        outcome, Optional.of(CallKind.POST.in(place.channel()).name()));
    }

    private Outcome<JsonNode> post(
            Place place, String name, byte[] bytes, Optional<Long> replyTo, String nonce) {
        return calls.post(place.channel(), DiscordMessages.file(replyTo, nonce), name, bytes);
    }
}
