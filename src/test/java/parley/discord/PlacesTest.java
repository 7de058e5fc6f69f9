package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.WriterRig.ANN;
import static parley.discord.WriterRig.CHANNEL;
import static parley.discord.WriterRig.GUILD;
import static parley.discord.WriterRig.MESSAGE;
import static parley.discord.WriterRig.POST;
import static parley.discord.WriterRig.THREADS;
import static parley.discord.WriterRig.TURN;
import static parley.discord.WriterRig.whole;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Write;
import parley.testing.Gate;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** Where answers stand. */
final class PlacesTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private Place.Opening open() {
        return rig.output().places().open(rig.thread);
    }

    private Place.Opening inThread() {
        return new Place.Opening.Open(new Place(rig.question, Optional.empty()));
    }

    private Place.Opening inChannel(long replyTo) {
        return new Place.Opening.Open(new Place(CHANNEL, Optional.of(replyTo)));
    }

    private int attempts() {
        return rig.discord.calls("POST", THREADS).size();
    }

    @Test
    void question_getsAThread_askedForOnce() {
        assertThat(rig.output().places().known(rig.thread)).isEmpty();
        assertThat(open()).isEqualTo(inThread());
        assertThat(open()).isEqualTo(inThread());

        assertThat(rig.output().places().known(rig.thread))
                .contains(new Place(rig.question, Optional.empty()));
        assertThat(attempts()).isOne();
        rig.assertLawful();
    }

    @Test
    void question_heard_namesTheThreadWithoutAskingForIt() {
        rig.output().places().heard(rig.thread, CHANNEL, rig.question, "How **old** is it?");

        open();

        assertThat(rig.discord.thread(rig.question).orElseThrow().name())
                .isEqualTo("How old is it?");
        assertThat(rig.discord.calls("GET", MESSAGE)).isEmpty();
    }

    @Test
    void callersAtOnce_shareOneAttempt() throws Exception {
        Gate gate = new Gate();
        rig.discord.faults().next("POST", THREADS, new Fault.Held(gate));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Place.Opening> caller = this::open;
            List<Future<Place.Opening>> all =
                    Stream.generate(() -> callers.submit(caller)).limit(8).toList();
            rig.discord.await("the attempt", () -> attempts() == 1);
            gate.open();
            for (Future<Place.Opening> one : all) {
                assertThat(one.get()).isEqualTo(inThread());
            }
        }
        assertThat(attempts()).isOne();
    }

    @Test
    void threadThatSomebodyMadeMeanwhile_isTaken() {
        rig.discord.startsThread(ANN, CHANNEL, rig.question, "Mine");

        assertThat(open()).isEqualTo(inThread());
        assertThat(rig.discord.thread(rig.question).orElseThrow().name()).isEqualTo("Mine");
    }

    @Test
    void threadWithoutAFirstMessage_isFound() {
        long begun = rig.discord.startsThread(ANN, CHANNEL, 0, "Alone");

        assertThat(rig.output().places().open(DiscordIds.thread(GUILD, CHANNEL, begun)))
                .isEqualTo(new Place.Opening.Open(new Place(begun, Optional.empty())));
    }

    @Test
    void forumPost_isAThreadAlready() {
        rig.discord.addChannel(GUILD, 2_100, "forum", ChannelKind.FORUM);
        long post = rig.discord.posts(ANN, 2_100, "Title", "Text");

        assertThat(rig.output().places().open(DiscordIds.thread(GUILD, 2_100, post)))
                .isEqualTo(new Place.Opening.Open(new Place(post, Optional.empty())));
    }

    @Test
    void questionHeardInAThread_isAnsweredThere_withoutAsking() {
        long begun = rig.discord.startsThread(ANN, CHANNEL, 0, "Alone");
        ThreadId thread = DiscordIds.thread(GUILD, CHANNEL, begun);
        rig.output().places().heard(thread, begun, 77, "hello");

        assertThat(rig.output().places().known(thread))
                .contains(new Place(begun, Optional.empty()));
        assertThat(attempts()).isZero();
    }

    @Test
    void threadsForbidden_answersInTheChannelAsAReply() {
        rig.discord.deny(CHANNEL, Permission.CREATE_PUBLIC_THREADS);

        MessageId id = rig.posted(whole("One"));

        assertThat(DiscordIds.channelOf(id)).isEqualTo(CHANNEL);
        ShownMessage shown = rig.discord.answers(CHANNEL).getFirst();
        assertThat(shown.replyTo()).contains(rig.question);
        rig.assertLawful();
    }

    @Test
    void laterQuestionInTheChannel_isTheOneThatIsRepliedTo() {
        rig.discord.deny(CHANNEL, Permission.CREATE_PUBLIC_THREADS);
        assertThat(open()).isEqualTo(inChannel(rig.question));
        long next = rig.discord.says(ANN, CHANNEL, "and then?");

        rig.output().places().heard(rig.thread, CHANNEL, next, "and then?");

        assertThat(open()).isEqualTo(inChannel(next));
        assertThat(attempts()).isOne();
    }

    @Test
    void tooManyThreads_answersInTheChannel() {
        rig.discord.mostThreads(GUILD, 0);

        assertThat(open()).isEqualTo(inChannel(rig.question));
    }

    @ParameterizedTest
    @CsvSource({"403, 50001", "400, 50024", "400, 30033", "403, 200001", "403, 99999"})
    void threadRefused_answersInTheChannel(int status, int code) {
        rig.discord.faults().next("POST", THREADS, new Fault.Refused(status, code, "No"));

        assertThat(open()).isEqualTo(inChannel(rig.question));
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "SHARED"})
    void threadsLimitedForMinutes_answersInTheChannelAtOnce(Fault.Scope scope) {
        rig.discord.faults().next("POST", THREADS, new Fault.RateLimited(219, scope));

        assertThat(open()).isEqualTo(inChannel(rig.question));
    }

    @Test
    void threadsLimitedForMinutes_areNotTriedForTheNextQuestion() {
        rig.discord.faults().next("POST", THREADS, new Fault.RateLimited(219));
        open();
        long next = rig.discord.says(ANN, CHANNEL, "another question");

        assertThat(rig.output().places().open(DiscordIds.thread(GUILD, CHANNEL, next)))
                .isEqualTo(inChannel(next));
        assertThat(attempts()).isOne();
    }

    @Test
    void everythingLimited_waits() {
        rig.discord.faults().next("POST", THREADS, new Fault.RateLimited(2, Fault.Scope.GLOBAL));

        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.RateLimited.class);
        rig.advance(java.time.Duration.ofSeconds(2));
        assertThat(open()).isEqualTo(inThread());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answerLost_isTriedAgain_andTheThreadIsThereOnce(boolean arrived) {
        rig.discord
                .faults()
                .next("POST", THREADS, arrived ? new Fault.EffectThenReset() : new Fault.Reset());
        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.Unreachable.class);

        rig.posted(whole("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
        assertThat(rig.discord.threads(CHANNEL)).hasSize(1);
        rig.assertLawful();
    }

    @Test
    void threadOfAnEarlierProcess_isFoundWithoutMakingItAgain() {
        open();
        rig.restart();

        assertThat(open()).isEqualTo(inThread());
        assertThat(attempts()).isOne();
        rig.assertLawful();
    }

    @Test
    void questionOfAnEarlierProcess_withoutAThread_getsOne() {
        rig.restart();

        assertThat(open()).isEqualTo(inThread());
        rig.assertLawful();
    }

    @Test
    void lookForAThread_limited_isTriedAgainLater() {
        rig.restart();
        rig.discord.faults().next("GET", "channels/{c}", new Fault.RateLimited(5));

        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(open()).isEqualTo(inThread());
    }

    @Test
    void answerThatBeganInTheChannel_goesOnThereAfterARestart() {
        rig.discord.deny(CHANNEL, Permission.CREATE_PUBLIC_THREADS);
        rig.whereabouts.put(rig.thread, rig.posted(WriterRig.part(0, "One")));
        rig.restart();
        rig.discord.allow(CHANNEL, Permission.CREATE_PUBLIC_THREADS);

        rig.posted(WriterRig.part(1, "Two"));

        assertThat(rig.discord.answers(CHANNEL))
                .extracting(ShownMessage::text)
                .containsExactly("One", "Two");
        assertThat(attempts()).isOne();
    }

    @Test
    void answerThatBeganInAThread_goesOnThereAfterARestart_withoutAsking() {
        rig.whereabouts.put(rig.thread, rig.posted(WriterRig.part(0, "One")));
        rig.restart();

        rig.posted(WriterRig.part(1, "Two"));

        assertThat(rig.answers()).hasSize(2);
        assertThat(attempts()).isOne();
    }

    @Test
    void laterMessagesOfAnAnswer_referToItsQuestion_afterARestartToo() {
        rig.discord.deny(CHANNEL, Permission.CREATE_PUBLIC_THREADS);
        long second = rig.discord.says(ANN, CHANNEL, "and one more thing");
        rig.asked.put(TURN, DiscordIds.message(CHANNEL, second));
        rig.output().places().heard(rig.thread, CHANNEL, second, "and one more thing");
        MessageId first = rig.posted(WriterRig.part(0, "one"));
        long third = rig.discord.says(ANN, CHANNEL, "one more yet");
        rig.output().places().heard(rig.thread, CHANNEL, third, "one more yet");
        rig.posted(WriterRig.part(1, "two"));
        rig.whereabouts.put(rig.thread, first);
        rig.restart();
        rig.posted(WriterRig.part(2, "three"));

        assertThat(rig.discord.answers(CHANNEL))
                .hasSize(3)
                .allSatisfy(shown -> assertThat(shown.replyTo()).contains(second));
        rig.assertLawful();
    }

    @Test
    void directMessages_areAnsweredPlainly() {
        long direct = rig.discord.dmOf(ANN);
        rig.discord.says(ANN, direct, "hello");

        WriterRig.sent(rig.write(DiscordIds.direct(direct), new Write.Post(whole("One"))));

        assertThat(rig.discord.answers(direct))
                .singleElement()
                .satisfies(one -> assertThat(one.replyTo()).isEmpty());
        rig.assertLawful();
    }

    @ParameterizedTest
    @EnumSource(
            value = ChannelKind.class,
            names = {"NEWS", "VOICE"})
    void otherKindsOfChannels_areAnsweredAsWellAsItGoes(ChannelKind kind) {
        rig.discord.addChannel(GUILD, 2_200, "other", kind);
        long asked = rig.discord.says(ANN, 2_200, "hello");

        MessageId id =
                WriterRig.sent(
                        rig.write(
                                DiscordIds.thread(GUILD, 2_200, asked),
                                new Write.Post(whole("One"))));

        assertThat(rig.discord.message(DiscordIds.channelOf(id), DiscordIds.idOf(id))).isPresent();
        assertThat(DiscordIds.channelOf(id)).isEqualTo(kind == ChannelKind.NEWS ? asked : 2_200);
    }

    @Test
    void questionDeletedMeanwhile_isAnsweredInTheChannel() {
        rig.output().places().heard(rig.thread, CHANNEL, rig.question, "what is up?");
        rig.discord.deletes(CHANNEL, rig.question);

        rig.posted(whole("One"));

        assertThat(rig.discord.answers(CHANNEL)).hasSize(1);
        assertThat(rig.discord.calls("POST", POST)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"404, 10003", "403, 50001"})
    void threadThatTheBotSeesNoMore_isNotAnsweredInTheChannelAboveIt(int status, int code) {
        long hidden = rig.discord.startsThread(ANN, CHANNEL, 0, "Between us");
        ThreadId thread = DiscordIds.thread(GUILD, CHANNEL, hidden);
        rig.discord.deny(CHANNEL, Permission.CREATE_PUBLIC_THREADS);
        rig.restart();
        rig.discord
                .faults()
                .next("GET", "channels/{c}", new Fault.Refused(status, code, "No"))
                .next("GET", "channels/{c}", new Fault.Refused(status, code, "No"));

        assertThat(rig.write(thread, new Write.Post(whole("One"))))
                .isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.discord.answers(CHANNEL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threadOfWhichNothingIsToldJustNow_isNotAnsweredInTheChannelAboveIt(boolean restarted) {
        long hidden = rig.discord.startsThread(ANN, CHANNEL, 0, "Between us");
        ThreadId thread = DiscordIds.thread(GUILD, CHANNEL, hidden);
        if (restarted) {
            rig.restart();
        }
        rig.discord.faults().next("GET", "channels/{c}", new Fault.Reset());

        assertThat(rig.write(thread, new Write.Post(whole("One"))))
                .isNotInstanceOf(SendResult.Rejected.class);
        assertThat(rig.discord.answers(CHANNEL)).isEmpty();
    }

    @Test
    void storeThatCannotBeRead_isTriedAgain() {
        rig.whereaboutsFail = true;
        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.Unreachable.class);
        rig.whereaboutsFail = false;

        rig.posted(whole("One"));
        assertThat(rig.answer().text()).isEqualTo("One");
    }
}
