package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.PastRig.ANN;
import static parley.discord.PastRig.BOB;
import static parley.discord.PastRig.CHANNEL;
import static parley.discord.PastRig.MESSAGE;
import static parley.discord.PastRig.MESSAGES;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.Earlier;
import parley.chat.MessageId;
import parley.testing.Gate;
import parley.testing.RecordedLog;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;

final class UnreadThreadsTest {
    private final PastRig rig = new PastRig();

    @AfterEach
    void close() {
        assertThat(rig.discord.violations()).isEmpty();
        rig.close();
    }

    @Test
    void earlier_whereTheBotSaidTooMuch_tellsThatOlderOnesAreMissing() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        rig.says(BOB, thread, "not read");
        for (int i = 0; i < 300; i++) {
            rig.answers(thread, "answer " + i);
        }

        assertThat(rig.lines(thread, 3))
                .containsExactly(
                        "Ann: root",
                        "Parley: [Parley: older messages of this thread could not be read: the"
                                + " thread is longer than the 300 messages that are read.]");
        assertThat(rig.pages()).isEqualTo(4);
    }

    @Test
    void earlier_troubleAfterTheFirstPage_tellsItAndThatOlderOnesAreMissing() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        for (int i = 1; i <= 150; i++) {
            rig.says(BOB, thread, "reply " + i);
        }
        MessageId asked = rig.asked(thread);
        rig.discord
                .faults()
                .when(
                        call -> call.query("before").isPresent() && rig.pages() == 2,
                        1,
                        new Fault.Status(503));

        List<String> lines = PastRig.lines(rig.told(PastRig.thread(thread), asked, 120));

        assertThat(lines).hasSize(102).startsWith("Ann: root");
        assertThat(lines.get(1))
                .isEqualTo(
                        "Parley: [Parley: older messages of this thread could not be read: Discord"
                                + " did not answer (Discord answered with HTTP status 503).]");
        assertThat(lines).endsWith("Bob: reply 149", "Bob: reply 150");
    }

    @Test
    void earlier_whereDiscordIsSlow_asksForNoMorePages() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        for (int i = 1; i <= 150; i++) {
            rig.says(BOB, thread, "reply " + i);
        }
        MessageId asked = rig.asked(thread);
        Gate gate = new Gate();
        rig.discord.faults().next("GET", MESSAGES, new Fault.Held(gate));
        Thread.ofVirtual()
                .start(() -> {
                    gate.awaitReached();
                    rig.advance(Duration.ofSeconds(6));
                    gate.open();
                });

        assertThat(PastRig.lines(rig.told(PastRig.thread(thread), asked, 120)).get(1))
                .endsWith("could not be read: Discord takes too long to answer.]");
    }

    @Test
    void earlier_withoutTheRightToReadHistory_saysSo() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        MessageId asked = rig.asked(thread);
        rig.discord.deny(CHANNEL, Permission.READ_MESSAGE_HISTORY);

        assertThat(rig.threads(true).earlier(PastRig.thread(thread), asked, 50))
                .isEqualTo(new Earlier.Untold("the bot lacks a permission there (50013)"));
    }

    @Test
    void earlier_withoutTheIntent_saysSo() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        rig.says(BOB, thread, "among us");
        MessageId asked = rig.asked(thread);
        rig.discord.readsContent(false);

        assertThat(rig.threads(false).earlier(PastRig.thread(thread), asked, 50))
                .isEqualTo(
                        new Earlier.Untold(
                                "Discord keeps them from a bot without the message content"
                                        + " intent"));
    }

    @Test
    void earlier_withoutTheIntent_tellsWhatMentionsTheBot() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, rig.discord.mention() + " look"));
        rig.says(BOB, thread, "among us");
        MessageId asked = rig.asked(thread);
        rig.discord.readsContent(false);

        Earlier earlier = rig.threads(false).earlier(PastRig.thread(thread), asked, 50);

        assertThat(earlier).isInstanceOf(Earlier.Told.class);
        assertThat(PastRig.lines(((Earlier.Told) earlier).messages())).containsExactly("Ann: look");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    404 → 10003 → the channel or thread is gone (10003)
                    403 → 50001 → the bot does not see the channel (50001)
                    401 → 0 → Discord does not accept the bot token any more
                    400 → 12345 → Discord refused it (HTTP 400, 12345): Strange
                    """)
    void earlier_refused_saysWhy(int status, int code, String reason) {
        rig.discord.faults().always("GET", MESSAGES, new Fault.Refused(status, code, "Strange"));
        rig.discord.faults().always("GET", MESSAGE, new Fault.Refused(status, code, "Strange"));

        assertThat(rig.threads(true).earlier(PastRig.thread(7), DiscordIds.message(7, 8), 5))
                .isEqualTo(new Earlier.Untold(reason));
        assertThat(rig.threads(true).earlier(PastRig.thread(7), DiscordIds.message(CHANNEL, 8), 5))
                .isEqualTo(new Earlier.Untold(reason));
    }

    @Test
    void earlier_limitedAtOnce_saysForHowLong() {
        rig.discord.faults().next("GET", MESSAGES, new Fault.RateLimited(42));

        assertThat(rig.threads(true).earlier(PastRig.thread(7), DiscordIds.message(7, 8), 5))
                .isEqualTo(
                        new Earlier.Untold(
                                "Discord limits how often messages can be read; it is possible"
                                        + " again in 42 s"));
    }

    @Test
    void earlier_whileDiscordIsInTrouble_saysSo() {
        rig.discord.faults().next("GET", MESSAGES, new Fault.Status(503));

        assertThat(rig.threads(true).earlier(PastRig.thread(7), DiscordIds.message(7, 8), 5))
                .isEqualTo(
                        new Earlier.Untold(
                                "Discord did not answer (Discord answered with HTTP status 503)"));
    }

    @Test
    void earlier_beginningNotRead_tellsTheRest() {
        long thread = rig.threadFrom(rig.says(ANN, CHANNEL, "root"));
        for (int i = 1; i <= 150; i++) {
            rig.says(BOB, thread, "reply " + i);
        }
        rig.discord
                .faults()
                .when(call -> call.query("after").isPresent(), 1, new Fault.Status(503));

        try (RecordedLog log = RecordedLog.of(ThreadPast.class)) {
            assertThat(rig.lines(thread, 2)).containsExactly("Bob: reply 149", "Bob: reply 150");
            assertThat(log.lines())
                    .containsExactly(
                            "How discord/1000/2000/"
                                    + thread
                                    + " began is not told: Discord did not answer (Discord answered"
                                    + " with HTTP status 503)");
        }
    }

    @Test
    void earlier_whereDiscordDidNotLookForTheRoot_asksForIt() {
        try (CannedDiscord canned = new CannedDiscord();
                DiscordRest rest = DiscordRest.connect(canned.settings(), RateHeaders.UNHEARD);
                RecordedLog log = RecordedLog.of(ThreadPast.class)) {
            canned.answers(
                    "channels/7/messages", 200, "[{'id': '8', 'type': 21}]".replace('\'', '"'));
            DiscordThreads threads =
                    rig.threads(true, new DiscordCalls(rest, new DiscordBudgets(rig.ticker)));
            Earlier untold = threads.earlier(PastRig.thread(7), DiscordIds.message(7, 9), 5);
            canned.answers(
                    "channels/2000/messages/7",
                    200,
                    "{'id': '7', 'type': 0, 'content': 'root', 'author': {'id': '3', 'username': 'Cy'}}"
                            .replace('\'', '"'));
            Earlier told = threads.earlier(PastRig.thread(7), DiscordIds.message(7, 9), 5);

            assertThat(untold).isEqualTo(new Earlier.Told(List.of()));
            assertThat(log.lines())
                    .containsExactly(
                            "How discord/1000/2000/7 began is not told: Discord refused it (HTTP 404,"
                                    + " 0): 404: Not Found");
            assertThat(PastRig.lines(((Earlier.Told) told).messages())).containsExactly("Cy: root");
        }
    }
}
