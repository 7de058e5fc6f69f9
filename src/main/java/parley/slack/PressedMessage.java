package parley.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.Message;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The message that bears a pressed button.
 *
 * @param thread the root of the thread it stands in; empty at a channel's top
 * @param ephemeral whether one person alone sees it
 */
record PressedMessage(String channel, String ts, Optional<String> thread, boolean ephemeral) {

    /** Empty where the button stands in no message. */
    static Optional<PressedMessage> of(BlockActionPayload payload) {
        BlockActionPayload.Container place = payload.getContainer();
        if (!SlackIds.valid(place.getChannelId()) || !SlackIds.valid(place.getMessageTs())) {
            return Optional.empty();
        }
        Optional<String> thread =
                Stream.of(
                                Optional.ofNullable(place.getThreadTs()),
                                Optional.ofNullable(payload.getMessage()).map(Message::getThreadTs))
                        .flatMap(Optional::stream)
                        .filter(SlackIds::valid)
                        .findFirst();
        return Optional.of(
                new PressedMessage(
                        place.getChannelId(),
                        place.getMessageTs(),
                        thread.filter(root -> !root.equals(place.getMessageTs())),
                        place.isEphemeral()));
    }

    /** In that thread, where Slack does not tell. */
    PressedMessage orIn(Optional<String> root) {
        return new PressedMessage(channel, ts, thread.or(() -> root), ephemeral);
    }
}
