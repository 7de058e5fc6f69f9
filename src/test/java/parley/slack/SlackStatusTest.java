package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.Write;
import parley.testing.slack.Fault;

final class SlackStatusTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void show(String words) {
        rig.adapter().showStatus(rig.thread, words, Optional.of(WriterRig.TURN));
    }

    private String status() {
        return rig.slack.surfaces().status(WriterRig.CHANNEL, rig.thread.root());
    }

    private void await(String what, String status) {
        rig.slack.await(what, () -> status().equals(status));
    }

    @Test
    void show_thinking_readsAsSlacksOwn() {
        show("Thinking");

        await("thinking", "is thinking…");
        rig.assertLawful();
    }

    @Test
    void show_anythingElse_saysWhatIsWaitedFor() {
        show("Number 3 in the queue");

        await("the place", "is waiting: Number 3 in the queue…");
        rig.assertLawful();
    }

    @Test
    void clear_takesItAway() {
        show("Thinking");
        await("thinking", "is thinking…");
        rig.adapter().clearStatus(rig.thread);

        await("nothing", "");
        rig.assertLawful();
    }

    @Test
    void post_takesItAway_andItCanBeShownAgain() {
        show("Thinking");
        await("thinking", "is thinking…");
        rig.posted(WriterRig.growing("One"));
        rig.adapter().clearStatus(rig.thread);

        assertThat(status()).isEmpty();
        show("Thinking");
        await("thinking again", "is thinking…");
        assertThat(rig.slack.surfaces().statuses(WriterRig.CHANNEL, rig.thread.root()))
                .filteredOn(status -> !status.isEmpty())
                .containsExactly("is thinking…", "is thinking…");
        rig.assertLawful();
    }

    @Test
    void refusals_areNobodysTrouble() {
        rig.slack.faults().next("assistant.threads.setStatus", new Fault.Refused("no_permission"));
        show("Thinking");
        rig.slack.await("a call", () -> !rig.slack.calls("assistant.threads.setStatus").isEmpty());
        show("Next in the queue");

        await("the newer one", "is waiting: Next in the queue…");
    }

    @Test
    void close_showsNothingMore() {
        rig.adapter().close();
        show("Thinking");

        assertThat(rig.slack.calls("assistant.threads.setStatus")).isEmpty();
    }

    @Test
    void turn_isKnownFromTheStatusUntilTheAnswerEnds() {
        LiveThreads live = rig.adapter().liveThreads();
        assertThat(live.turnIn(rig.thread)).isEmpty();
        show("Thinking");
        assertThat(live.turnIn(rig.thread)).contains(WriterRig.TURN);

        rig.adapter().clearStatus(rig.thread);
        MessageId id = rig.posted(WriterRig.growing("One"));
        rig.edit(id, WriterRig.part(0, "One."));
        assertThat(live.turnIn(rig.thread)).contains(WriterRig.TURN);

        rig.write(new Write.Edit(id, WriterRig.whole("One.")));
        assertThat(live.turnIn(rig.thread)).isEmpty();
    }

    @Test
    void turn_isKnownFromTheTextAlone() {
        rig.posted(WriterRig.growing("One"));

        assertThat(rig.adapter().liveThreads().turnIn(rig.thread)).contains(WriterRig.TURN);
    }
}
