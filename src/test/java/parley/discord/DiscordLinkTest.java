package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.LinkedBot.ANN;
import static parley.discord.LinkedBot.GENERAL;
import static parley.discord.LinkedBot.GUILD;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.Inbound;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;

/** JDA on a loopback gateway, in good and bad times. */
final class DiscordLinkTest {
    /** The first call is Parley's own. */
    private static final int OF_JDA = 2;

    private final FakeDiscord discord = FakeDiscord.start();
    private final LinkedBot bot = new LinkedBot(discord);

    @BeforeEach
    void room() {
        discord.addGuild(GUILD, "Acme")
                .addMember(GUILD, ANN, "ann")
                .addChannel(GUILD, GENERAL, "general", ChannelKind.TEXT);
    }

    @AfterEach
    void close() throws Exception {
        bot.close();
        discord.close();
    }

    private String question(String words) {
        return discord.mention() + " " + words;
    }

    @Test
    void mention_live_reachesTheInbox() {
        assertThat(bot.link.fault()).isPresent();
        bot.start().awaitConnected();
        long message = discord.says(ANN, GENERAL, question("one"));
        bot.awaitWords("one");

        assertThat(bot.asked).hasSize(1);
        assertThat(bot.asked.getFirst().thread())
                .isEqualTo(DiscordIds.thread(GUILD, GENERAL, message));
        assertThat(discord.gateway().identifies()).hasSize(1);
    }

    @Test
    void threadsPostsAndDirectMessages_areHeardWhereTheyStand() {
        discord.addChannel(GUILD, 301, "help", ChannelKind.FORUM);
        bot.start().awaitConnected();
        long root = discord.says(ANN, GENERAL, "look");
        long thread = discord.startsThread(ANN, GENERAL, root, "looking");
        discord.says(ANN, thread, "in the thread");
        long post = discord.posts(ANN, 301, "A post", question("in the post"));
        discord.says(ANN, discord.dmOf(ANN), "alone");
        bot.awaitWords("in the thread", "in the post", "alone");

        assertThat(bot.heard)
                .extracting(Inbound::thread)
                .containsOnly(
                        DiscordIds.thread(GUILD, GENERAL, thread),
                        DiscordIds.thread(GUILD, 301, post),
                        DiscordIds.direct(discord.dmOf(ANN)));
    }

    @Test
    void messageOfArchivedThread_thatTheGatewayNeverNamed_isPlacedByTheApi() {
        long root = discord.says(ANN, GENERAL, "look");
        long thread = discord.startsThread(ANN, GENERAL, root, "looking");
        discord.archives(thread, false);
        bot.start().awaitConnected();
        discord.says(ANN, thread, question("back again"));
        bot.awaitWords("back again");

        assertThat(bot.heard.getFirst().thread())
                .isEqualTo(DiscordIds.thread(GUILD, GENERAL, thread));
    }

    /** JDA waits for ever for an answer that it has got and cannot read. */
    @Test
    void answerAboutTheBotThatIsBroken_isAskedForAgain() throws Exception {
        var asked = new AtomicInteger();
        discord.faults()
                .when(
                        call ->
                                call.template().equals("users/@me")
                                        && asked.incrementAndGet() == OF_JDA,
                        1,
                        new Fault.Malformed());
        try (var impatient = new LinkedBot(discord, Duration.ofSeconds(1))) {
            impatient.start().awaitConnected();
        }

        assertThat(asked).hasValue(OF_JDA);
    }

    @Test
    void op7_resumes_andNothingIsLost() {
        bot.start().awaitConnected();
        discord.gateway().reconnect();
        discord.says(ANN, GENERAL, question("meanwhile"));
        discord.gateway().awaitResumes(1);
        bot.awaitWords("meanwhile");

        assertThat(discord.gateway().identifies()).hasSize(1);
        bot.awaitConnected();
    }

    @Test
    void op9Resumable_resumes() {
        bot.start().awaitConnected();
        discord.gateway().invalidate(true);
        discord.gateway().awaitResumes(1);
        discord.says(ANN, GENERAL, question("after"));
        bot.awaitWords("after");

        assertThat(discord.gateway().sessions()).isEqualTo(1);
    }

    @Test
    void op9ForGood_beginsANewSession() {
        bot.start().awaitConnected();
        discord.gateway().invalidate(false);
        discord.gateway().awaitSessions(2);
        bot.awaitConnected();
        discord.says(ANN, GENERAL, question("after"));

        bot.awaitWords("after");
    }

    @Test
    void sessionThatIsNotResumed_isCaughtUpWith() {
        bot.start().awaitConnected();
        discord.gateway().forget();
        discord.gateway().drop();
        long lost = discord.says(ANN, GENERAL, question("lost"));
        bot.awaitWords("lost");

        assertThat(bot.heard).hasSize(1);
        assertThat(bot.asked.getFirst().thread())
                .isEqualTo(DiscordIds.thread(GUILD, GENERAL, lost));
    }

    @Test
    void start_findsWhatWasAskedBefore() {
        discord.says(ANN, GENERAL, question("early"));
        discord.says(ANN, GENERAL, "not for the bot");
        bot.start();

        bot.awaitWords("early");
        assertThat(bot.words()).containsExactly("early");
    }

    @Test
    void drop_resumes_andNothingIsLost() {
        bot.start().awaitConnected();
        discord.gateway().drop();
        discord.says(ANN, GENERAL, question("meanwhile"));

        bot.awaitWords("meanwhile");
    }

    @Test
    void outage_isAFaultAndComesToAnEnd() {
        bot.start().awaitConnected();
        discord.gateway().refuse();
        discord.await("a fault", () -> bot.link.fault().isPresent());
        discord.says(ANN, GENERAL, question("meanwhile"));
        discord.gateway().heal();
        bot.awaitWords("meanwhile");

        bot.awaitConnected();
    }

    @Test
    void outage_afterWhichTheSessionIsGone_isCaughtUpWith() {
        bot.start().awaitConnected();
        discord.says(ANN, GENERAL, question("before"));
        bot.awaitWords("before");
        discord.gateway().refuse();
        discord.gateway().forget();
        discord.await("a fault", () -> bot.link.fault().isPresent());
        discord.says(ANN, GENERAL, question("one"));
        discord.says(ANN, discord.dmOf(ANN), "not known of before");
        long edited = discord.says(ANN, GENERAL, question("tow"));
        discord.edits(GENERAL, edited, question("two"));
        discord.gateway().heal();
        bot.awaitWords("one", "two");
        bot.awaitConnected();

        assertThat(bot.words()).containsExactly("before", "one", "two");
        assertThat(discord.violations()).isEmpty();
        assertThat(discord.rateLimited()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4004, does not know DISCORD_BOT_TOKEN",
        "4013, newer version of Parley",
        "4014, Message Content Intent"
    })
    void fatalClose_isAFaultForGoodThatSaysWhatToChange(int code, String says) {
        bot.start().awaitConnected();
        discord.gateway().close(code);
        discord.await(
                "refused", () -> bot.link.fault().filter(it -> it.contains(says)).isPresent());

        discord.await("no connection", () -> discord.gateway().connections() == 0);
        assertThat(discord.gateway().identifies()).hasSize(1);
    }

    @Test
    void shardGivenUp_isOpenedAnew() {
        bot.start().awaitConnected();
        discord.gateway().close(4011);
        discord.gateway().awaitSessions(2);
        bot.awaitConnected();
        discord.says(ANN, GENERAL, question("after"));

        bot.awaitWords("after");
        assertThat(bot.words()).isEqualTo(List.of("after"));
    }

    @Test
    void start_withDiscordOutOfReach_returnsAndComesOnLineLater() {
        discord.faults().next("GET", "gateway/bot", 1, new Fault.Refused(403, 0, "no"));
        bot.start();
        discord.await(
                "a fault", () -> bot.link.fault().filter(it -> it.contains("gateway")).isPresent());

        bot.awaitConnected();
    }

    @Test
    void withoutTheIntent_identifiesWithoutIt() {
        discord.readsContent(false);
        discord.gateway().allowIntents(0);
        bot.start().awaitConnected();
        discord.says(ANN, GENERAL, question("heard all the same"));

        bot.awaitWords("heard all the same");
    }

    @Test
    void close_endsTheConnection() throws Exception {
        bot.start().awaitConnected();
        bot.close();

        discord.await("gone", () -> discord.gateway().connections() == 0);
        assertThat(bot.link.fault()).isPresent();
    }
}
