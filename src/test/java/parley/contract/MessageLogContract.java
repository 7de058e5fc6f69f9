package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.Button;
import parley.chat.ChannelId;
import parley.chat.ChatMessage;
import parley.chat.Choice;
import parley.chat.MessageId;
import parley.chat.MessageLog;
import parley.chat.MessageLog.ThreadSummary;
import parley.chat.Outgoing;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/** What every {@link MessageLog} must do. */
public abstract class MessageLogContract {
    private static final ChannelId CHANNEL =
            new ChannelId(new WorkspaceId(Platform.WEB, "local"), "general");
    private static final ChannelId RANDOM =
            new ChannelId(new WorkspaceId(Platform.WEB, "local"), "random");

    /** A log over an empty store, the same for the whole test. */
    protected abstract MessageLog log();

    private static ThreadId thread(String root) {
        return new ThreadId(CHANNEL, root);
    }

    private static ChatMessage said(ThreadId thread, String id, String text) {
        return message(thread, id, Optional.of(ANN), text, Optional.empty());
    }

    private static ChatMessage message(
            ThreadId thread,
            String id,
            Optional<Author> author,
            String text,
            Optional<Outgoing> outgoing) {
        return new ChatMessage(new MessageId(id), thread, author, NOON, text, outgoing, false);
    }

    private ChatMessage add(ChatMessage message) {
        return log().add("n-" + message.id(), message);
    }

    private static ChatMessage answer(ThreadId thread, String id, Outgoing outgoing) {
        return message(thread, id, Optional.empty(), outgoing.text(), Optional.of(outgoing));
    }

    private static Outgoing outgoing(String text, boolean settled) {
        return new Outgoing(
                new Reference("T-1"),
                new UserId("U1"),
                2,
                text,
                text.length(),
                settled ? Optional.of("note 🐙") : Optional.empty(),
                settled ? Optional.of("footer") : Optional.empty(),
                settled ? List.of(Button.RETRY, Button.LIKE) : List.of(),
                settled);
    }

    @Test
    void add_severalMessages_standInOrder() {
        ChatMessage first = add(said(thread("1"), "1", "hello"));
        ChatMessage other = add(said(thread("2"), "2", "elsewhere"));
        ChatMessage second = add(answer(thread("1"), "3", outgoing("hi", false)));
        ChatMessage third = add(answer(thread("1"), "4", outgoing("whole", true)));

        assertThat(log().thread(thread("1"))).containsExactly(first, second, third);
        assertThat(log().thread(thread("2"))).containsExactly(other);
        assertThat(log().find(thread("1"), second.id()))
                .contains(answer(thread("1"), "3", outgoing("hi", false)));
        assertThat(log().find(thread("2"), second.id())).isEmpty();
    }

    @Test
    void add_sameNonce_findsTheFirst() {
        ChatMessage first = log().add("n", said(thread("1"), "1", "hello"));

        assertThat(log().add("n", said(thread("2"), "2", "hello"))).isEqualTo(first);
        assertThat(log().thread(thread("2"))).isEmpty();
        var elsewhere = said(new ThreadId(RANDOM, "1"), "1", "hello");
        assertThat(log().add("n", elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    void replace_message_changesAllButItsPlace() {
        ChatMessage first = add(said(thread("1"), "1", "hello"));
        add(answer(thread("1"), "2", outgoing("h", false)));
        ChatMessage whole = answer(thread("1"), "2", outgoing("hello you", true));

        assertThat(log().replace(whole)).isTrue();
        assertThat(log().thread(thread("1"))).containsExactly(first, whole);
        assertThat(log().replace(said(thread("1"), "9", "x"))).isFalse();
        assertThat(log().replace(said(thread("2"), "1", "x"))).isFalse();
    }

    @Test
    void notice_keepsItsButtonsUntilItIsReplaced() {
        var choice = new Choice("Approve", "approve:1", Choice.Style.PRIMARY);
        ChatMessage notice = add(notice("Ann asks for **pirate** 🐙", List.of(choice)));
        assertThat(notice.isNotice()).isTrue();
        assertThat(log().thread(thread("1"))).containsExactly(notice);

        ChatMessage settled = notice("Approved", List.of());
        assertThat(log().replace(settled)).isTrue();
        assertThat(log().thread(thread("1"))).containsExactly(settled);
        assertThat(log().threads(CHANNEL, 10)).containsExactly(new ThreadSummary(settled, 0));
    }

    private static ChatMessage notice(String text, List<Choice> choices) {
        return new ChatMessage(
                new MessageId("1"),
                thread("1"),
                Optional.empty(),
                NOON,
                text,
                Optional.empty(),
                choices,
                false);
    }

    @Test
    void remove_message_isGoneAndItsNonceFree() {
        ChatMessage first = add(said(thread("1"), "1", "hello"));
        add(said(thread("1"), "2", "again"));

        assertThat(log().remove(thread("2"), new MessageId("2"))).isFalse();
        assertThat(log().remove(thread("1"), new MessageId("2"))).isTrue();
        assertThat(log().remove(thread("1"), new MessageId("2"))).isFalse();
        assertThat(log().thread(thread("1"))).containsExactly(first);
        assertThat(log().add("n-2", said(thread("1"), "3", "anew")).id())
                .isEqualTo(new MessageId("3"));
    }

    @Test
    void threads_ofChannel_areTheNewestByTheirFirstMessage() {
        ChatMessage one = add(said(thread("1"), "1", "one"));
        ChatMessage two = add(said(thread("2"), "2", "two"));
        ChatMessage three = add(said(thread("3"), "3", "three"));
        add(said(thread("1"), "4", "reply"));
        add(said(thread("1"), "5", "reply"));
        add(said(new ThreadId(RANDOM, "1"), "1", "other channel"));

        assertThat(log().threads(CHANNEL, 10))
                .containsExactly(
                        new ThreadSummary(one, 2),
                        new ThreadSummary(two, 0),
                        new ThreadSummary(three, 0));
        assertThat(log().threads(CHANNEL, 2))
                .containsExactly(new ThreadSummary(two, 0), new ThreadSummary(three, 0));
    }

    @Test
    void threads_firstMessageRemoved_beginWithTheNext() {
        add(said(thread("1"), "1", "one"));
        ChatMessage reply = add(said(thread("1"), "2", "reply"));
        log().remove(thread("1"), new MessageId("1"));

        assertThat(log().threads(CHANNEL, 10)).containsExactly(new ThreadSummary(reply, 0));
        log().remove(thread("1"), new MessageId("2"));
        assertThat(log().threads(CHANNEL, 10)).isEmpty();
    }
}
