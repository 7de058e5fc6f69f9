package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.LinkedBot.ANN;
import static parley.discord.LinkedBot.GENERAL;
import static parley.discord.LinkedBot.GUILD;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chat.Inbound;
import parley.chat.Receipt;
import parley.chat.ThreadId;
import parley.testing.Gate;
import parley.testing.Json;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;

/** What becomes of events between the gateway and the inbox. */
final class DiscordIntakeTest {
    private static final long OTHER = 301;

    private final FakeDiscord discord = FakeDiscord.start();
    private final LinkedBot bot = new LinkedBot(discord);

    @BeforeEach
    void room() {
        discord.addGuild(GUILD, "Acme")
                .addMember(GUILD, ANN, "ann")
                .addChannel(GUILD, GENERAL, "general", ChannelKind.TEXT)
                .addChannel(GUILD, OTHER, "other", ChannelKind.TEXT);
        bot.start().awaitConnected();
    }

    @AfterEach
    void close() throws Exception {
        bot.close();
        discord.close();
    }

    private long asks(long channel, String words) {
        return discord.says(ANN, channel, discord.mention() + " " + words);
    }

    private static RuntimeException failing() {
        return new IllegalStateException("the disk is full");
    }

    @Test
    void events_ofOneChannel_comeInOrder() {
        List<String> all = IntStream.range(0, 100).mapToObj(i -> "q" + i).toList();
        all.forEach(words -> asks(GENERAL, words));
        bot.awaitWords("q99");

        assertThat(bot.words()).isEqualTo(all);
    }

    @Test
    void editsAndDeletes_comeAfterTheirMessage() {
        long message = asks(GENERAL, "one");
        discord.edits(GENERAL, message, discord.mention() + " two");
        discord.unfurls(GENERAL, message);
        discord.deletes(GENERAL, message);
        discord.await("deleted", () -> bot.heard.size() == 3);

        assertThat(bot.heard)
                .hasExactlyElementsOfTypes(
                        Inbound.Mention.class, Inbound.Edited.class, Inbound.Deleted.class);
        assertThat(bot.heard).extracting(Inbound::thread).hasSize(3).containsOnly(thread(message));
    }

    private static ThreadId thread(long message) {
        return DiscordIds.thread(GUILD, GENERAL, message);
    }

    @Test
    void event_thatBreaksMoreThanARule_holdsUpNothingBehindIt() {
        AtomicInteger tries = new AtomicInteger();
        bot.inbox =
                _ -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new StackOverflowError("too deep");
                    }
                    return Receipt.ACCEPTED;
                };
        asks(GENERAL, "one");
        asks(GENERAL, "two");
        bot.awaitWords("two");

        assertThat(tries).hasValueGreaterThan(1);
    }

    @Test
    void messageOfAServer_thatDoesNotSayWhich_isNoDirectMessage() {
        discord.gateway()
                .tell(
                        "MESSAGE_CREATE",
                        Json.object(
                                "id",
                                "1477636521984000000",
                                "channel_id",
                                Long.toString(GENERAL),
                                "type",
                                0,
                                "content",
                                "not for the bot",
                                "author",
                                Json.object("id", Long.toString(ANN), "username", "ann"),
                                "member",
                                Json.object("nick", "Ann")));
        asks(GENERAL, "one");
        bot.awaitWords("one");

        assertThat(bot.heard).hasSize(1);
    }

    @Test
    void channel_thatIsHeldUp_holdsUpNoOther() {
        Gate gate = new Gate();
        bot.inbox =
                event -> {
                    if (event.thread().channel().value().equals(Long.toString(GENERAL))) {
                        pass(gate);
                    }
                    return Receipt.ACCEPTED;
                };
        asks(GENERAL, "held");
        asks(GENERAL, "behind it");
        asks(OTHER, "free");
        bot.awaitWords("free");
        assertThat(bot.words()).containsExactly("free");
        gate.open();

        bot.awaitWords("held", "behind it");
    }

    private static void pass(Gate gate) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void inbox_thatFails_isTriedAgainInOrder() {
        AtomicInteger left = new AtomicInteger(3);
        bot.inbox =
                _ -> {
                    if (left.getAndDecrement() > 0) {
                        throw failing();
                    }
                    return Receipt.ACCEPTED;
                };
        asks(GENERAL, "one");
        asks(GENERAL, "two");
        bot.awaitWords("two");

        assertThat(bot.words()).containsExactly("one", "two");
        assertThat(bot.asked).hasSize(2);
        assertThat(bot.missed).isEmpty();
    }

    @Test
    void question_thatMayBePassedOver_isNotShownToBeHeard() {
        bot.inbox = _ -> Receipt.CONSIDERED;
        asks(GENERAL, "one");
        discord.await("one", () -> bot.considered.size() == 1);

        assertThat(bot.asked).isEmpty();
    }

    @Test
    void eventGivenUp_isCaughtUpWithOnceTheInboxTakesOthers() {
        AtomicInteger tries = new AtomicInteger();
        bot.inbox =
                _ -> {
                    tries.incrementAndGet();
                    throw failing();
                };
        long lost = asks(GENERAL, "lost");
        discord.await("all tries", () -> tries.get() >= LinkedBot.TRIES);
        bot.inbox = _ -> Receipt.ACCEPTED;
        assertThat(bot.words()).isEmpty();
        asks(OTHER, "next");
        bot.awaitWords("lost", "next");

        assertThat(bot.missed).containsExactly(DiscordIds.madeAt(lost));
        assertThat(bot.asked).hasSize(2);
    }

    @Test
    void eventGivenUp_isCaughtUpWithOnceTheStoreWorks() {
        AtomicInteger tries = new AtomicInteger();
        bot.inbox =
                _ -> {
                    if (tries.incrementAndGet() > LinkedBot.TRIES) {
                        return Receipt.ACCEPTED;
                    }
                    throw failing();
                };
        asks(GENERAL, "lost");
        discord.await(
                "the search",
                () -> {
                    bot.storeWorks();
                    return !bot.missed.isEmpty();
                });
        bot.awaitWords("lost");
    }

    @Test
    void eventGivenUpTwice_isLetBe() {
        bot.inbox =
                event -> {
                    if (((Inbound.Said) event).text().equals("poison")) {
                        throw failing();
                    }
                    return Receipt.ACCEPTED;
                };
        asks(GENERAL, "poison");
        asks(GENERAL, "one");
        bot.awaitWords("one");
        discord.await("missed", () -> bot.missed.size() == 1);
        asks(OTHER, "two");
        asks(GENERAL, "three");
        bot.awaitWords("two", "three");

        assertThat(bot.missed).hasSize(1);
    }

    @Test
    void question_forWhichThereIsNoRoom_isRefusedOnce() {
        bot.inbox = _ -> Receipt.OVERLOADED;
        asks(GENERAL, "one");
        discord.await("refused", () -> bot.refused.size() == 1);

        assertThat(bot.asked).isEmpty();
    }

    @Test
    void question_refusedBefore_isNotRefusedAloudAgain() {
        bot.inbox = _ -> Receipt.REFUSED;
        asks(GENERAL, "one");
        bot.awaitWords("one");
        bot.inbox = _ -> Receipt.ACCEPTED;
        asks(GENERAL, "two");
        bot.awaitWords("two");

        assertThat(bot.refused).isEmpty();
        assertThat(bot.asked).hasSize(1);
    }

    @Test
    void channel_thatCannotBeLearntOfAtOnce_isAskedForAgain() {
        long root = discord.says(ANN, GENERAL, "look");
        long thread = discord.startsThread(ANN, GENERAL, root, "looking");
        discord.archives(thread, false);
        discord.gateway().forget();
        discord.faults().next("GET", "channels/{c}", 2, new Fault.Status(503));
        discord.gateway().drop();
        discord.gateway().awaitSessions(2);
        bot.awaitConnected();
        discord.says(ANN, thread, "in the thread");

        bot.awaitWords("in the thread");
        assertThat(bot.heard.getLast().thread()).isEqualTo(thread(thread));
    }
}
