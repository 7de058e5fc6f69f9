package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.Message;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import parley.adapter.Errands;
import parley.chat.Actions;
import parley.chat.Button;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.Press;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * Presses of the buttons under answers. They are carried out before Slack is acknowledged, but for
 * the file, whose upload may take longer than Slack waits; whoever may not is told so privately. A
 * press that Slack tells of again is not carried out again. Safe for use by many threads.
 */
final class ButtonPresses {
    private static final int MOST_REMEMBERED = 10_000;

    private final WorkspaceId workspace;
    private final People people;
    private final Actions actions;
    private final Whisper whisper;
    private final Errands errands;
    private final InstantSource clock;
    private final Cache<EventId, Boolean> done =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    ButtonPresses(
            WorkspaceId workspace,
            People people,
            Actions actions,
            Whisper whisper,
            Errands errands,
            InstantSource clock) {
        this.workspace = workspace;
        this.people = people;
        this.actions = actions;
        this.whisper = whisper;
        this.errands = errands;
        this.clock = clock;
    }

    Response handle(BlockActionRequest request, ActionContext context) {
        BlockActionPayload payload = request.getPayload();
        thread(payload)
                .ifPresent(thread ->
                        payload.getActions().stream()
                                .flatMap(action -> press(payload, action, thread).stream())
                                .forEach(this::carryOut));
        return context.ack();
    }

    private void carryOut(Press press) {
        if (press.button() == Button.CODE_FILE) {
            errands.run("code file", () -> now(press));
        } else {
            now(press);
        }
    }

    /** Carries out a press of any origin. */
    void now(Press press) {
        if (done.getIfPresent(press.event()) != null) {
            return;
        }
        var presser =
                new Whisper.Listener(
                        press.thread().channel(),
                        Optional.of(press.thread().root()),
                        press.author().id());
        actions.press(press).ifPresent(refusal -> tell(presser, refusal));
        done.put(press.event(), true);
    }

    private void tell(Whisper.Listener presser, String refusal) {
        errands.run(
                "refusal",
                () -> {
                    boolean _ = whisper.say(presser, refusal);
                });
    }

    private Optional<Press> press(
            BlockActionPayload payload, BlockActionPayload.Action action, ThreadId thread) {
        UserId person = new UserId(payload.getUser().getId());
        String value = Optional.ofNullable(action.getValue()).orElse("");
        return SlackButtons.pressed(action.getActionId(), value)
                .map(pressed ->
                        new Press(
                                event(action, person),
                                thread,
                                people.author(person),
                                people.standing(person),
                                SlackTime.instant(action.getActionTs()).orElseGet(clock::instant),
                                pressed.button(),
                                pressed.turn()));
    }

    /** The same when Slack tells of the press again. */
    private static EventId event(BlockActionPayload.Action action, UserId person) {
        return new EventId(
                String.join(
                        ".", "press", person.value(), action.getActionId(), action.getActionTs()));
    }

    private Optional<ThreadId> thread(BlockActionPayload payload) {
        BlockActionPayload.Container place = payload.getContainer();
        Optional<String> root =
                Stream.of(
                                Optional.ofNullable(place.getThreadTs()),
                                Optional.ofNullable(payload.getMessage()).map(Message::getThreadTs),
                                Optional.ofNullable(place.getMessageTs()))
                        .flatMap(Optional::stream)
                        .findFirst();
        return root.filter(SlackIds::valid)
                .filter(_ -> SlackIds.valid(place.getChannelId()))
                .map(ts -> new ThreadId(new ChannelId(workspace, place.getChannelId()), ts));
    }
}
