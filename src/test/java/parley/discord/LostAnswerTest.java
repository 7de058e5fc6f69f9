package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.WriterRig.MESSAGE;
import static parley.discord.WriterRig.POST;
import static parley.discord.WriterRig.growing;
import static parley.discord.WriterRig.part;
import static parley.discord.WriterRig.whole;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Write;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** Nothing is said twice where an answer of Discord was lost, or the process in between. */
final class LostAnswerTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void losePost(boolean arrived) {
        rig.discord.faults().next("POST", POST, lost(arrived));
        assertThat(rig.post(growing("One"))).isInstanceOf(SendResult.Unreachable.class);
    }

    private static Fault lost(boolean arrived) {
        return arrived ? new Fault.EffectThenReset() : new Fault.Reset();
    }

    private int looks() {
        return rig.discord.calls("GET", POST).size();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void post_answerLost_standsThereOnceAndLooksLikeTheNext(boolean arrived) {
        losePost(arrived);

        MessageId id = rig.posted(growing("One two"));

        assertThat(rig.answer().text()).isEqualTo("One two");
        assertThat(DiscordIds.idOf(id)).isEqualTo(rig.answer().id());
        assertThat(looks()).isZero();
        rig.assertLawful();
    }

    @Test
    void post_answerLostAndNothingNew_isNotEdited() {
        losePost(true);

        rig.posted(growing("One"));

        assertThat(rig.answer().edits()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void post_answerLostLongAgo_isLookedFor(boolean arrived) {
        losePost(arrived);
        rig.advance(LONG);

        rig.posted(growing("One two"));

        assertThat(rig.answer().text()).isEqualTo("One two");
        assertThat(looks()).isOne();
        rig.assertLawful();
    }

    @Test
    void post_withoutButtonsLostLongAgo_isFoundByItsText() {
        rig.discord.faults().next("POST", POST, new Fault.EffectThenReset());
        rig.post(part(0, "One"));
        rig.advance(LONG);

        rig.posted(part(0, "One"));

        assertThat(rig.answer().text()).isEqualTo("One");
    }

    @Test
    void post_lostManyTimes_isFoundByTheFirstTry() {
        losePost(true);
        rig.advance(LONG);
        rig.discord.faults().next("GET", POST, new Fault.Status(503));
        assertThat(rig.post(growing("One"))).isInstanceOf(SendResult.Unreachable.class);
        rig.advance(LONG);

        rig.posted(growing("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
        assertThat(rig.discord.calls("POST", POST)).hasSize(1);
    }

    @Test
    void otherMessagesOfTheBot_areNotTakenForTheLostOne() {
        MessageId first = rig.posted(part(0, "First"));
        MessageId second =
                rig.posted(
                        WriterRig.message(
                                new Reference("T-BBBB2222"),
                                0,
                                "Another",
                                Optional.empty(),
                                false,
                                parley.chat.Button.STOP));
        rig.discord.faults().next("POST", POST, new Fault.Reset());
        rig.post(part(1, "Second"));
        rig.advance(LONG);

        MessageId third = rig.posted(part(1, "Second"));

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(rig.answers())
                .extracting(one -> one.text())
                .containsExactly("First", "Another", "Second");
    }

    @Test
    void messageThatTheStoreRemembers_isNotTakenForTheLostOne() {
        rig.remembered.add(rig.posted(part(0, "The same")));
        rig.restart();

        rig.posted(part(1, "The same"));

        assertThat(rig.answers()).extracting(one -> one.text()).containsOnly("The same").hasSize(2);
    }

    @Test
    void look_withoutTheRightToRead_postsAllTheSame() {
        losePost(false);
        rig.discord.deny(WriterRig.CHANNEL, Permission.READ_MESSAGE_HISTORY);
        rig.advance(LONG);

        rig.posted(growing("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
    }

    @Test
    void look_limited_waits() {
        losePost(false);
        rig.advance(LONG);
        rig.discord.faults().next("GET", POST, new Fault.RateLimited(7));

        assertThat(rig.post(growing("One")))
                .isEqualTo(
                        new SendResult.RateLimited(
                                Duration.ofSeconds(7),
                                Optional.of(CallKind.POST.in(rig.question).name())));
        assertThat(rig.answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void edit_answerLost_mayBeRepeated(boolean arrived) {
        MessageId id = rig.posted(growing("One"));
        rig.discord.faults().next("PATCH", MESSAGE, lost(arrived));

        assertThat(rig.edit(id, whole("One two"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.edit(id, whole("One two"))).isEqualTo(new SendResult.Sent(id));
        assertThat(rig.answer().text()).isEqualTo("One two");
    }

    @Test
    void message_deletedBySomebody_isPostedAnewThoughItsNonceWasUsed() {
        MessageId id = rig.posted(growing("One"));
        rig.discord.deletes(rig.question, DiscordIds.idOf(id));

        assertThat(rig.edit(id, growing("One two"))).isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.posted(growing("One two"))).isNotEqualTo(id);
        assertThat(rig.answer().text()).isEqualTo("One two");
        assertThat(rig.answer().nonce()).contains(WriterRig.TURN + ".0~1");
    }

    @Test
    void post_ofAMessageThatIsGoneByNow_isMadeAnew() {
        MessageId id = rig.posted(growing("One"));
        rig.discord.deletes(rig.question, DiscordIds.idOf(id));

        assertThat(rig.posted(growing("One two"))).isNotEqualTo(id);
        assertThat(rig.answer().text()).isEqualTo("One two");
    }

    @Test
    void restart_beforeAPostWasWrittenDown_findsIt() {
        MessageId id = rig.posted(growing("One"));
        rig.restart();

        assertThat(rig.posted(growing("Anew"))).isEqualTo(id);
        rig.edit(id, whole("Anew and whole"));

        assertThat(rig.answer().text()).isEqualTo("Anew and whole");
        rig.assertLawful();
    }

    @Test
    void restart_afterAMessageWasWrittenDown_editsIt() {
        MessageId id = rig.posted(growing("One"));
        rig.restart();

        assertThat(rig.edit(id, whole("One two"))).isEqualTo(new SendResult.Sent(id));
        assertThat(rig.answer().text()).isEqualTo("One two");
    }

    @Test
    void restart_whileNoThreadsCouldBeMade_goesOnInTheChannel() {
        rig.discord.limits().set("POST", WriterRig.THREADS, 0, Duration.ofMinutes(5));
        MessageId id = rig.posted(growing("One"));
        rig.discord.limits().set("POST", WriterRig.THREADS, 50, Duration.ofMinutes(5));
        rig.restart();

        assertThat(rig.posted(growing("Anew"))).isEqualTo(id);
        assertThat(rig.discord.thread(rig.question)).isEmpty();
    }

    @Test
    void restart_ofAnAnswerWithAnEarlierPart_doesNotTakeThatForTheLostOne() {
        MessageId first = rig.posted(growing("First"));
        rig.restart();
        rig.edit(first, part(0, "First"));

        rig.posted(part(1, "Second"));

        assertThat(rig.answers()).extracting(one -> one.text()).containsExactly("First", "Second");
    }

    @Test
    void restart_afterAPostThatNobodyRemembers_sweepsItAndNothingElse() {
        rig.posted(part(0, "Earlier"));
        rig.posted(part(1, "word ".repeat(300)));
        rig.restart();

        WriterRig.sent(rig.sweep(part(1, "")));
        WriterRig.sent(rig.sweep(part(1, "")));

        assertThat(rig.answer().text()).isEqualTo("Earlier");
        rig.assertLawful();
    }

    @Test
    void sweep_afterAPostThatArrivedWithoutAnAnswer_takesItAway() {
        losePost(true);

        WriterRig.sent(rig.sweep(growing("")));

        assertThat(rig.answers()).isEmpty();
        rig.assertLawful();
    }

    @Test
    void restart_inAChannelOfManyAnswers_doesNotTakeTheStatusOfAnotherQuestion() {
        rig.discord.deny(WriterRig.CHANNEL, Permission.CREATE_PUBLIC_THREADS);
        rig.restart();
        rig.advance(Duration.ofSeconds(1));
        long other = rig.discord.says(WriterRig.ANN, WriterRig.CHANNEL, "another question");
        ThreadId thread = DiscordIds.thread(WriterRig.GUILD, WriterRig.CHANNEL, other);
        rig.output().showStatus(thread, "Number 3 in the queue", Optional.empty());
        rig.discord.await(
                "typing", () -> !rig.discord.calls("POST", "channels/{c}/typing").isEmpty());
        rig.advance(Duration.ofSeconds(4));
        rig.discord.await(
                "a status",
                () -> {
                    rig.advance(Duration.ofMillis(20));
                    return !rig.discord.answers(WriterRig.CHANNEL).isEmpty();
                });

        rig.posted(growing("One"));

        assertThat(rig.discord.answers(WriterRig.CHANNEL))
                .extracting(ShownMessage::replyTo)
                .containsExactly(Optional.of(other), Optional.of(rig.question));
    }

    @Test
    void restart_beforeAnAnswerThatIsNew_looksForNothing() {
        rig.restart();
        rig.output().places().heard(rig.thread, WriterRig.CHANNEL, rig.question, "a question");

        WriterRig.sent(rig.write(new Write.Post(growing("One"))));

        assertThat(looks()).isZero();
    }

    @Test
    void restart_thatCannotLookLater_waits() {
        rig.restart();
        rig.advance(LONG);
        rig.discord.faults().next("GET", POST, new Fault.Status(500));
        assertThat(rig.post(growing("One"))).isInstanceOf(SendResult.Unreachable.class);

        rig.posted(growing("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
    }
}
