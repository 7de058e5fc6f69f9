package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.adapter.Finds;
import parley.chat.ChannelId;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.testing.slack.Fault;
import parley.testing.slack.Room;

final class MissedMessagesTest {
    private final PastRig rig = new PastRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void since_aStart_findsDirectMessagesFirst_andEveryKindOfConversation() {
        rig.says(PastRig.GENERAL, "too old");
        rig.ticker.advance(PastRig.HOUR);
        rig.says(PastRig.GENERAL, "in the channel");
        rig.says(PastRig.SECRET, "in the private one");
        rig.says(rig.slack.imOf(PastRig.ADA), "to the bot alone");

        rig.since(Instant.EPOCH);

        assertThat(rig.found)
                .containsExactly("to the bot alone", "in the private one", "in the channel");
        assertThat(rig.log.lines().getFirst())
                .endsWith(
                        "channels read: 3, questions taken: 0, passed over: 0, channels not read to"
                                + " the end: 0");
        assertThat(rig.slack.rateLimited()).isEmpty();
    }

    @Test
    void threads_underRootsOfBefore_areRead() {
        String old = rig.says(PastRig.GENERAL, "an old root");
        String quiet = rig.says(PastRig.GENERAL, "another one");
        rig.replies(quiet, "long ago");
        rig.ticker.advance(PastRig.HOUR.plusMinutes(1));
        rig.replies(old, "new under the old one");
        String root = rig.says(PastRig.GENERAL, "a new root");
        rig.replies(root, "first");
        rig.replies(root, "second");

        rig.since(Instant.EPOCH);

        assertThat(rig.found)
                .containsExactly("new under the old one", "a new root", "first", "second");
        assertThat(rig.slack.calls("conversations.replies")).hasSize(2);
    }

    @Test
    void threads_tooOldForTheHistory_areReadWhereTheStoreKnowsThem() {
        String old = rig.says(PastRig.GENERAL, "an ancient root");
        String unknown = rig.says(PastRig.GENERAL, "another one");
        rig.ticker.advance(Duration.ofDays(8));
        rig.alive.add(new ThreadId(new ChannelId(rig.home, PastRig.GENERAL), old));
        rig.replies(old, "found");
        rig.replies(unknown, "not found");

        rig.since(Instant.EPOCH);

        assertThat(rig.found).containsExactly("found");
    }

    @Test
    void since_beforeTheStoreKnows_findsNothing() {
        rig.says(PastRig.GENERAL, "perhaps answered");
        rig.ticker.advance(Duration.ofSeconds(1));
        rig.knownSince = rig.now();
        rig.says(PastRig.GENERAL, "missed");

        rig.since(Instant.EPOCH);

        assertThat(rig.found).containsExactly("missed");
    }

    @Test
    void flood_isAnsweredUpToABound_andTheRestIsPassedOver() {
        for (int i = 0; i < 500; i++) {
            rig.says(PastRig.GENERAL, rig.slack.mention() + " why " + i + "?");
        }
        rig.says(PastRig.SECRET, rig.slack.mention() + " me too");

        rig.since(Instant.EPOCH);

        assertThat(rig.found).hasSize(Finds.MOST_OF_ROOM + 1);
        assertThat(rig.declined).hasSize(500 - Finds.MOST_OF_ROOM);
        assertThat(rig.slack.calls("conversations.history")).hasSize(1 + 3);
        assertThat(rig.catchUp.told().orElseThrow()).contains("passed over: 400");
    }

    @Test
    void floodThatIsTooLong_isReadUpToABound() {
        for (int i = 0; i < 1_001; i++) {
            rig.slack.says(PastRig.ADA, PastRig.GENERAL, "message " + i);
        }

        rig.since(Instant.EPOCH);

        assertThat(rig.found).hasSize(1_000).doesNotContain("message 0").contains("message 1000");
        assertThat(rig.log.lines().getFirst()).endsWith("not read to the end: 1");
    }

    @Test
    void knownMessages_thatAreGone_areForgotten() {
        String there = rig.says(PastRig.GENERAL, "there");
        String deleted = rig.says(PastRig.GENERAL, "deleted");
        String headless = rig.says(PastRig.GENERAL, "deleted before its replies");
        String reply = rig.replies(headless, "a reply");
        String deletedReply = rig.replies(there, "a deleted reply");
        String asked = rig.replies(there, "asked by a window, whose line was never posted");
        rig.remember(there, there, "Ev1");
        rig.remember(deleted, deleted, "Ev2");
        rig.remember(headless, headless, "Ev3");
        rig.remember(headless, reply, "Ev4");
        rig.remember(there, deletedReply, "Ev5");
        rig.remember(there, asked, "ask.V1");
        for (String ts : List.of(deleted, headless, deletedReply, asked)) {
            rig.slack.deletes(PastRig.GENERAL, ts);
        }
        rig.ticker.advance(Duration.ofMinutes(1));

        rig.since(Instant.EPOCH);

        assertThat(rig.gone)
                .extracting(MessageId::value)
                .containsExactlyInAnyOrder(deleted, headless, deletedReply);
        assertThat(rig.changed).containsExactlyInAnyOrder("there", "a reply");
    }

    @Test
    void knownMessages_ofJustNow_areNotMissed() {
        String said = rig.says(PastRig.GENERAL, "the history lags behind");
        rig.remember(said, said, "Ev1");
        rig.slack.deletes(PastRig.GENERAL, said);

        rig.since(Instant.EPOCH);

        assertThat(rig.gone).isEmpty();
    }

    @Test
    void knownMessages_whereNothingCanBeRead_areNotGone() {
        String said = rig.says(PastRig.GENERAL, "hidden");
        rig.remember(said, said, "Ev1");
        rig.ticker.advance(Duration.ofMinutes(1));
        rig.slack.faults().always("conversations.history", new Fault.Refused("not_in_channel"));

        rig.since(Instant.EPOCH);

        assertThat(rig.gone).isEmpty();
        assertThat(rig.log.lines().getFirst()).endsWith("not read to the end: 2");
    }

    @Test
    void tooMany_isWaitedFor() {
        rig.says(PastRig.GENERAL, "found all the same");
        rig.slack
                .faults()
                .next("conversations.history", new Fault.RateLimited(1))
                .next("conversations.history", new Fault.Status(503))
                .next("users.conversations", new Fault.Malformed());

        rig.since(Instant.EPOCH);

        assertThat(rig.found).containsExactly("found all the same");
    }

    @Test
    void appThatMayReadOnceAMinute_readsNoFaster() {
        rig.slack.limits().outsideMarketplace();
        for (int i = 0; i < 40; i++) {
            rig.says(PastRig.GENERAL, "message " + i);
        }
        rig.says(PastRig.SECRET, "elsewhere");
        rig.since(Instant.EPOCH);

        assertThat(rig.found).hasSize(41);
        assertThat(rig.slack.rateLimited()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void slackAway_isLetBeAfterAWhile() {
        for (int i = 0; i < 9; i++) {
            rig.slack.addChannel("C0CHANNEL" + i, "channel-" + i, Room.Kind.PUBLIC, PastRig.ADA);
        }
        rig.slack.faults().always("conversations.history", new Fault.RateLimited(600));

        rig.since(Instant.EPOCH);

        assertThat(rig.slack.calls("conversations.history")).hasSize(3);
        assertThat(rig.log.lines().getFirst()).contains("channels read: 0");
        assertThat(rig.log.lines().getFirst()).endsWith("not read to the end: 11");
    }

    @Test
    void storeThatFailsOnce_losesNothing() {
        rig.ticker.advance(Duration.ofMinutes(1));
        rig.says(PastRig.GENERAL, "in a room that is read later");
        rig.ticker.advance(Duration.ofMinutes(45));
        rig.says(PastRig.SECRET, "not stored");
        rig.says(PastRig.SECRET, "not tried");
        rig.poison.add("not stored");

        rig.catchUp.since(rig.base);
        rig.slack.await("another search", () -> rig.log.lines().size() == 2);

        assertThat(rig.found)
                .containsExactly(
                        "in a room that is read later",
                        "not stored",
                        "not tried",
                        "in a room that is read later");
        assertThat(rig.catchUp.told().orElseThrow()).endsWith("not read to the end: 0");
    }

    @Test
    void conversationsThatSlackDoesNotList_areAskedForAgain() {
        rig.says(rig.slack.imOf(PastRig.ADA), "to the bot alone");
        rig.slack
                .faults()
                .next("users.conversations", new Fault.RateLimited(600))
                .next("users.conversations", new Fault.Status(503))
                .next("users.conversations", new Fault.Status(503))
                .next("users.conversations", new Fault.Status(503))
                .next("users.conversations", new Fault.Status(503))
                .next("users.conversations", new Fault.Status(503));

        rig.catchUp.since(Instant.EPOCH);
        rig.slack.await("a search that is whole", () -> rig.log.lines().size() == 3);

        assertThat(rig.log.lines().subList(0, 2))
                .allMatch(line -> line.contains("Slack does not list the conversations"));
        assertThat(rig.found).containsExactly("to the bot alone");
    }

    @Test
    void closed_whileItSearches_isNoFailure() {
        rig.reader.close();
        rig.since(Instant.EPOCH);

        assertThat(rig.log.lines().getFirst()).startsWith("Looked in Slack");
    }

    @Test
    void scopeThatIsMissing_costsItsKindOfConversationAlone() {
        rig.slack.app().withoutScopes("groups:read");
        rig.says(PastRig.SECRET, "not found");
        rig.says(PastRig.GENERAL, "found");

        rig.since(Instant.EPOCH);

        assertThat(rig.found).containsExactly("found");
    }

    @Test
    void manyChannels_areReadWithinSlacksLimits() {
        for (int i = 10; i < 80; i++) {
            rig.slack.addChannel("C0CHANNEL" + i, "channel-" + i, Room.Kind.PUBLIC, PastRig.ADA);
            String root = rig.says("C0CHANNEL" + i, "a root");
            rig.slack.replies(PastRig.ADA, "C0CHANNEL" + i, root, "a reply");
        }

        rig.since(Instant.EPOCH);

        assertThat(rig.found).hasSize(140);
        assertThat(rig.slack.rateLimited()).isEmpty();
    }
}
