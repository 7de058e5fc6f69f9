package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Button;
import parley.chat.ChatAdapter;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.RateScope;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.Write;

/** What every {@link ChatAdapter} must do with what the responder writes. */
public abstract class ChatAdapterContract {
    private static final UserId ASKER = new UserId("U1");
    private static final Reference TURN = new Reference("T-AAAA1111");
    private static final String ODD =
            "Ünïcode \ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb, <b>tags</b> & \"quotes\" \\ ~~x~~\n\n"
                    + "```java\nif (a < b && c > d) {}\n```\n| a | b |\n|---|---|\n| 1 | 2 |";

    /** A message as a person in the thread sees it. */
    public record Shown(
            String text, Optional<String> note, Optional<String> footer, List<Button> buttons) {}

    /** The same adapter on each call within one test, started and ready to write. */
    protected abstract ChatAdapter adapter();

    /**
     * The same thread of that adapter on each call within one test, without a message of the bot.
     */
    protected abstract ThreadId aThread();

    /** The bot's messages in the thread, oldest first. */
    protected abstract List<Shown> shown(ThreadId thread);

    /** An id of the platform's form. */
    protected MessageId anId() {
        return new MessageId("1");
    }

    /** What stands under a message that still grows, where these buttons were asked for. */
    protected List<Button> whileGrowing(List<Button> buttons) {
        return buttons;
    }

    private static Outgoing message(int part, String text, Button... buttons) {
        return new Outgoing(
                TURN,
                ASKER,
                part,
                text,
                text.length(),
                Optional.empty(),
                Optional.empty(),
                List.of(buttons),
                false);
    }

    private static Shown plain(String text) {
        return new Shown(text, Optional.empty(), Optional.empty(), List.of());
    }

    /** Writes by the first route, whose budget a single test never fills. */
    protected final SendResult write(Write write) {
        Route route = adapter().limits().routes(aThread(), write).getFirst();
        return adapter().write(aThread(), write, route);
    }

    private MessageId post(Outgoing message) {
        SendResult result = write(new Write.Post(message));
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).message();
    }

    @Test
    void post_message_isShown() {
        post(message(0, "Hello", Button.STOP));

        assertThat(shown(aThread()))
                .containsExactly(
                        new Shown(
                                "Hello",
                                Optional.empty(),
                                Optional.empty(),
                                whileGrowing(List.of(Button.STOP))));
    }

    @Test
    void post_severalParts_areShownInOrder() {
        post(message(0, "one"));
        post(message(1, "two"));
        post(message(2, "three"));

        assertThat(shown(aThread())).extracting(Shown::text).containsExactly("one", "two", "three");
    }

    @Test
    void post_sameNonceAgain_isOneMessageThatLooksLikeTheNewOne() {
        MessageId first = post(message(0, "draft"));
        MessageId second = post(message(0, "whole"));

        assertThat(second).isEqualTo(first);
        assertThat(shown(aThread())).containsExactly(plain("whole"));
    }

    @Test
    void post_noteWithoutText_isShown() {
        post(
                new Outgoing(
                        TURN,
                        ASKER,
                        0,
                        "",
                        0,
                        Optional.of("Claude cannot be reached."),
                        Optional.empty(),
                        List.of(Button.RETRY),
                        true));

        assertThat(shown(aThread()))
                .containsExactly(
                        new Shown(
                                "",
                                Optional.of("Claude cannot be reached."),
                                Optional.empty(),
                                List.of(Button.RETRY)));
    }

    @Test
    void edit_message_replacesAllOfIt() {
        MessageId id = post(message(0, "draft", Button.STOP));
        List<Button> buttons = List.of(Button.RETRY, Button.LIKE, Button.DISLIKE);
        SendResult result =
                write(
                        new Write.Edit(
                                id,
                                new Outgoing(
                                        TURN,
                                        ASKER,
                                        0,
                                        "whole",
                                        5,
                                        Optional.of("a note"),
                                        Optional.of("default · 3 s"),
                                        buttons,
                                        true)));

        assertThat(result).isEqualTo(new SendResult.Sent(id));
        assertThat(shown(aThread()))
                .containsExactly(
                        new Shown(
                                "whole",
                                Optional.of("a note"),
                                Optional.of("default · 3 s"),
                                buttons));
    }

    @Test
    void edit_messageThatIsGone_isRejected() {
        MessageId id = post(message(0, "draft"));
        assertThat(write(new Write.Delete(id))).isInstanceOf(SendResult.Sent.class);

        assertThat(write(new Write.Edit(id, message(0, "whole"))))
                .isInstanceOf(SendResult.Rejected.class);
    }

    @Test
    void post_sameNonceAfterDelete_isShownAgain() {
        MessageId id = post(message(0, "draft"));
        assertThat(write(new Write.Delete(id))).isInstanceOf(SendResult.Sent.class);

        post(message(0, "anew"));

        assertThat(shown(aThread())).containsExactly(plain("anew"));
    }

    @Test
    void delete_message_takesItAway_andAgainIsSentToo() {
        MessageId id = post(message(0, "draft"));

        assertThat(write(new Write.Delete(id))).isInstanceOf(SendResult.Sent.class);
        assertThat(write(new Write.Delete(id))).isInstanceOf(SendResult.Sent.class);
        assertThat(shown(aThread())).isEmpty();
    }

    @Test
    void sweep_messageThatWasPosted_takesItAway_andAgainIsSentToo() {
        post(message(0, "stays"));
        post(message(1, "goes"));
        var sweep = new Write.Sweep(message(1, ""), Optional.empty());

        assertThat(write(sweep)).isInstanceOf(SendResult.Sent.class);
        assertThat(write(sweep)).isInstanceOf(SendResult.Sent.class);
        assertThat(shown(aThread())).containsExactly(plain("stays"));
    }

    @Test
    void text_ofAnyKind_isShownToTheCharacter() {
        MessageId id = post(message(0, ODD));
        assertThat(shown(aThread())).containsExactly(plain(ODD));

        assertThat(write(new Write.Edit(id, message(0, ODD + " end"))))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(shown(aThread())).containsExactly(plain(ODD + " end"));
    }

    @Test
    void text_thatLooksLikeMentions_isShownAsWritten() {
        String text =
                "@everyone @here <!channel> <!here> <@U123> <@&456> <#C789> @ann &amp; &lt; too";

        post(message(0, text));

        assertThat(shown(aThread())).containsExactly(plain(text));
    }

    @Test
    void text_asLongAsAllowed_isShownWhole() {
        String text = "x".repeat(adapter().limits().messageLength());

        post(message(0, text));

        assertThat(shown(aThread())).containsExactly(plain(text));
    }

    @Test
    void write_afterClose_isUnreachableAndChangesNothing() {
        MessageId id = post(message(0, "draft"));
        List<Shown> before = shown(aThread());
        adapter().close();

        assertThat(write(new Write.Post(message(1, "x"))))
                .isInstanceOf(SendResult.Unreachable.class);
        assertThat(write(new Write.Edit(id, message(0, "x"))))
                .isInstanceOf(SendResult.Unreachable.class);
        assertThat(write(new Write.Delete(id))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(shown(aThread())).isEqualTo(before);
    }

    @Test
    void limits_areSane() {
        assertThat(adapter().limits().messageLength()).isGreaterThanOrEqualTo(100);
        for (Write write :
                List.of(
                        new Write.Post(message(0, "x")),
                        new Write.Edit(anId(), message(0, "x")),
                        new Write.Sweep(message(0, "x"), Optional.empty()),
                        new Write.Delete(anId()))) {
            List<Route> routes = adapter().limits().routes(aThread(), write);
            assertThat(routes).isNotEmpty();
            assertThat(routes).extracting(Route::name).doesNotHaveDuplicates();
            for (Route route : routes) {
                assertThat(route.scopes()).extracting(RateScope::name).doesNotHaveDuplicates();
            }
            assertThat(adapter().limits().routes(aThread(), write)).isEqualTo(routes);
        }
    }

    @Test
    void platform_isThatOfItsThreads() {
        assertThat(aThread().platform()).isEqualTo(adapter().platform());
    }
}
