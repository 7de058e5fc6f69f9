package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Button;
import parley.chat.ChatAdapter;
import parley.chat.Choice;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.Write;
import parley.contract.ChatAdapterContract;
import parley.testing.MemoryMessageLog;
import parley.testing.ScriptedBot;

final class PlaygroundAdapterTest extends ChatAdapterContract {
    private final MemoryMessageLog log = new MemoryMessageLog();
    private final PlaygroundAdapter adapter =
            new PlaygroundAdapter(log, InstantSource.fixed(Instant.EPOCH), List.of(), false);
    private final String root = TestingPlayground.id();

    PlaygroundAdapterTest() {
        new ScriptedBot(adapter).start();
        adapter.playground().say("general", new SayRequest(root, "ada", "Hello", ""));
    }

    @Override
    protected ChatAdapter adapter() {
        return adapter;
    }

    @Override
    protected ThreadId aThread() {
        return new ThreadId(Room.find("general").orElseThrow().channel(), root);
    }

    /** As the page is told. */
    @Override
    protected List<Shown> shown(ThreadId thread) {
        return adapter
                .playground()
                .thread(thread.channel().value(), thread.root())
                .messages()
                .stream()
                .filter(message -> message.author().isEmpty())
                .map(PlaygroundAdapterTest::shown)
                .toList();
    }

    private static Shown shown(MessageView message) {
        return new Shown(
                message.text(),
                Optional.of(message.note()).filter(note -> !note.isEmpty()),
                Optional.of(message.footer()).filter(footer -> !footer.isEmpty()),
                message.buttons().stream()
                        .map(name -> Button.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList());
    }

    private static Outgoing text(String text) {
        return new Outgoing(
                new Reference("T-1"),
                new UserId("U1"),
                0,
                text,
                text.length(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
    }

    @Test
    void post_logBroken_isUnreachable() {
        log.breakDown(true);

        assertThat(write(new Write.Post(text("Hello")))).isInstanceOf(SendResult.Unreachable.class);
    }

    @Test
    void post_textTooLong_isRejected() {
        assertThat(write(new Write.Post(text("x".repeat(12_001)))))
                .isInstanceOf(SendResult.Rejected.class);
    }

    @Test
    void delete_messageOfAPerson_isRejected() {
        assertThat(write(new Write.Delete(new MessageId(root))))
                .isInstanceOf(SendResult.Rejected.class);
    }

    private Notice notice(Optional<ThreadId> thread, String key, String text) {
        return new Notice(
                aThread().channel(),
                thread,
                key,
                text,
                List.of(new Choice("Approve", "approve:1", Choice.Style.PRIMARY)));
    }

    private List<MessageView> messages(String of) {
        return adapter.playground().thread("general", of).messages();
    }

    @Test
    void notice_inAThread_standsThereOnceAlsoAfterARestart() {
        SendResult first = adapter.post(notice(Optional.of(aThread()), "k/1", "Ada did it"));
        var again = new PlaygroundAdapter(log, InstantSource.system(), List.of(), false);

        assertThat(again.post(notice(Optional.of(aThread()), "k/1", "Again"))).isEqualTo(first);
        assertThat(messages(root)).hasSize(2);
        MessageView shown = messages(root).getLast();
        assertThat(shown.notice()).isTrue();
        assertThat(shown.text()).isEqualTo("Ada did it");
        assertThat(shown.choices()).extracting(Choice::action).containsExactly("approve:1");
    }

    @Test
    void notice_atTheTop_beginsAPlaceOfItsOwn() {
        var sent = (SendResult.Sent) adapter.post(notice(Optional.empty(), "k1", "Ada did it"));

        assertThat(messages(sent.message().value()))
                .singleElement()
                .satisfies(shown -> assertThat(shown.thread()).isEqualTo(shown.id()));
    }

    @Test
    void notice_isNoAnswer_soThatNoAnswerReplacesOrRemovesIt() {
        var sent =
                (SendResult.Sent) adapter.post(notice(Optional.of(aThread()), "k1", "Ada did it"));

        assertThat(write(new Write.Edit(sent.message(), text("Hello"))))
                .isInstanceOf(SendResult.Rejected.class);
        assertThat(write(new Write.Delete(sent.message()))).isInstanceOf(SendResult.Rejected.class);
    }

    @Test
    void notice_decisionInDirectMessages_isRejected() {
        Room direct = Room.find("dm-ada").orElseThrow();
        Notice notice = notice(Optional.empty(), "k1", "Set?");

        assertThat(
                        adapter.post(
                                new Notice(
                                        direct.channel(),
                                        Optional.empty(),
                                        "k1",
                                        "Set?",
                                        notice.choices())))
                .isEqualTo(new SendResult.Rejected("nobody else reads these direct messages"));
        assertThat(
                        adapter.post(
                                new Notice(
                                        direct.channel(),
                                        Optional.empty(),
                                        "k1",
                                        "Set.",
                                        List.of())))
                .isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void notice_thatCannotBeShown_isNotSent() {
        assertThat(adapter.post(notice(Optional.empty(), "k1", "x".repeat(12_001))))
                .isInstanceOf(SendResult.Rejected.class);
        log.breakDown(true);
        assertThat(adapter.post(notice(Optional.empty(), "k1", "x")))
                .isInstanceOf(SendResult.Unreachable.class);
    }

    @Test
    void status_isShownUntilCleared() {
        adapter.showStatus(aThread(), "Number 3 in the queue", Optional.of(new Reference("T-1")));
        assertThat(adapter.playground().thread("general", root).status())
                .isEqualTo("Number 3 in the queue");
        assertThat(adapter.playground().thread("general", root).statusTurn()).isEqualTo("T-1");

        adapter.clearStatus(aThread());
        assertThat(adapter.playground().thread("general", root).status()).isEmpty();
    }
}
