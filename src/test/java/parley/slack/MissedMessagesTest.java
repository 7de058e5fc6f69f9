package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.adapter.CatchUp;
import parley.adapter.Finds;
import parley.adapter.Found;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;
import parley.testing.ManualTicker;
import parley.testing.NoWhereabouts;
import parley.testing.RecordedLog;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;
import parley.testing.slack.Room;

final class MissedMessagesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ADA = "U0ADA00001";
    private static final String GENERAL = "C0GENERAL1";
    private static final String SECRET = "G0SECRET01";

    private final ManualTicker ticker = new ManualTicker(0);
    private final Instant base = Instant.now();
    private final FakeSlack slack =
            FakeSlack.start(ticker)
                    .addUser(ADA, "Ada")
                    .addChannel(GENERAL, "general", Room.Kind.PUBLIC, ADA)
                    .addChannel(SECRET, "secret", Room.Kind.PRIVATE, ADA)
                    .addForeignChannel("C0FOREIGN1", "foreign", Room.Kind.PUBLIC, ADA);
    private final SlackApi api =
            SlackApi.connect(
                    new SlackSettings(
                            slack.botToken(),
                            Optional.of(slack.appToken()),
                            Optional.empty(),
                            URI.create(slack.apiUrl()),
                            SlackAdmins.NONE));
    private final WorkspaceId home = new WorkspaceId(Platform.SLACK, slack.teamId());
    private final List<String> found = new CopyOnWriteArrayList<>();
    private final List<String> declined = new CopyOnWriteArrayList<>();
    private final List<String> changed = new CopyOnWriteArrayList<>();
    private final List<MessageId> gone = new CopyOnWriteArrayList<>();
    private final List<ThreadId> alive = new CopyOnWriteArrayList<>();
    private final List<Whereabouts.Known> known = new CopyOnWriteArrayList<>();
    private final List<String> poison = new CopyOnWriteArrayList<>();
    private final RecordedLog log = RecordedLog.of(CatchUp.class);
    private final PastReader reader = new PastReader(api, ticker, this::pass);
    private final CatchUp catchUp =
            new CatchUp(
                    "Slack",
                    new MissedMessages(reader, home, new Store(), new Taken(), HOUR, this::now),
                    HOUR,
                    this::now,
                    this::pass);

    @AfterEach
    void close() {
        reader.close();
        catchUp.close();
        log.close();
        api.close();
        slack.close();
        assertThat(slack.violations()).isEmpty();
    }

    private final class Store extends NoWhereabouts {
        @Override
        public List<ThreadId> alive(ChannelId channel, Instant since, int most) {
            return alive.stream().filter(it -> it.channel().equals(channel)).toList();
        }

        @Override
        public List<Known> said(ChannelId channel, Instant from, Instant before) {
            return known.stream()
                    .filter(it -> it.thread().channel().equals(channel))
                    .filter(it -> !it.at().isBefore(from) && it.at().isBefore(before))
                    .toList();
        }
    }

    /** Takes every message, those that mention the bot as questions. */
    private final class Taken implements Recall {
        @Override
        public Found take(String channel, Message message) {
            if (poison.remove(message.getText())) {
                throw new IllegalStateException("the store is away");
            }
            found.add(message.getText());
            return message.getText().contains(slack.mention()) ? Found.QUESTION : Found.NOTHING;
        }

        @Override
        public void changed(String channel, Message message) {
            changed.add(message.getText());
        }

        @Override
        public boolean decline(String channel, Message message) {
            declined.add(message.getText());
            return true;
        }

        @Override
        public void gone(Whereabouts.Known message) {
            gone.add(message.message());
        }
    }

    /** Pauses take no time but that of the ticker. */
    private Duration pass(Duration pause) {
        ticker.advance(pause);
        return Duration.ZERO;
    }

    private Instant now() {
        return base.plusNanos(ticker.nanos());
    }

    private String says(String channel, String text) {
        ticker.advance(Duration.ofSeconds(1));
        return slack.says(ADA, channel, text);
    }

    private String replies(String root, String text) {
        ticker.advance(Duration.ofSeconds(1));
        return slack.replies(ADA, GENERAL, root, text);
    }

    private void remember(String root, String ts, String event) {
        known.add(
                new Whereabouts.Known(
                        new ThreadId(new ChannelId(home, GENERAL), root),
                        new MessageId(ts),
                        SlackTime.instant(ts).orElseThrow(),
                        Optional.of(new EventId(event))));
    }

    private void since(Instant moment) {
        catchUp.since(moment);
        slack.await("a search", () -> !log.lines().isEmpty());
    }

    @Test
    void since_aStart_findsDirectMessagesFirst_andEveryKindOfConversation() {
        says(GENERAL, "too old");
        ticker.advance(HOUR);
        says(GENERAL, "in the channel");
        says(SECRET, "in the private one");
        says(slack.imOf(ADA), "to the bot alone");

        since(Instant.EPOCH);

        assertThat(found)
                .containsExactly("to the bot alone", "in the private one", "in the channel");
        assertThat(log.lines().getFirst())
                .endsWith(
                        "channels read: 3, questions taken: 0, passed over: 0, channels not read to"
                                + " the end: 0");
        assertThat(slack.rateLimited()).isEmpty();
    }

    @Test
    void threads_underRootsOfBefore_areRead() {
        String old = says(GENERAL, "an old root");
        String quiet = says(GENERAL, "another one");
        replies(quiet, "long ago");
        ticker.advance(HOUR.plusMinutes(1));
        replies(old, "new under the old one");
        String root = says(GENERAL, "a new root");
        replies(root, "first");
        replies(root, "second");

        since(Instant.EPOCH);

        assertThat(found).containsExactly("new under the old one", "a new root", "first", "second");
        assertThat(slack.calls("conversations.replies")).hasSize(2);
    }

    @Test
    void threads_tooOldForTheHistory_areReadWhereTheStoreKnowsThem() {
        String old = says(GENERAL, "an ancient root");
        String unknown = says(GENERAL, "another one");
        ticker.advance(Duration.ofDays(8));
        alive.add(new ThreadId(new ChannelId(home, GENERAL), old));
        replies(old, "found");
        replies(unknown, "not found");

        since(Instant.EPOCH);

        assertThat(found).containsExactly("found");
    }

    @Test
    void flood_isAnsweredUpToABound_andTheRestIsPassedOver() {
        for (int i = 0; i < 500; i++) {
            says(GENERAL, slack.mention() + " why " + i + "?");
        }
        says(SECRET, slack.mention() + " me too");

        since(Instant.EPOCH);

        assertThat(found).hasSize(Finds.MOST_OF_ROOM + 1);
        assertThat(declined).hasSize(500 - Finds.MOST_OF_ROOM);
        assertThat(slack.calls("conversations.history")).hasSize(1 + 3);
        assertThat(catchUp.told().orElseThrow()).contains("passed over: 400");
    }

    @Test
    void floodThatIsTooLong_isReadUpToABound() {
        for (int i = 0; i < 1_001; i++) {
            slack.says(ADA, GENERAL, "message " + i);
        }

        since(Instant.EPOCH);

        assertThat(found).hasSize(1_000).doesNotContain("message 0").contains("message 1000");
        assertThat(log.lines().getFirst()).endsWith("not read to the end: 1");
    }

    @Test
    void knownMessages_thatAreGone_areForgotten() {
        String there = says(GENERAL, "there");
        String deleted = says(GENERAL, "deleted");
        String headless = says(GENERAL, "deleted before its replies");
        String reply = replies(headless, "a reply");
        String deletedReply = replies(there, "a deleted reply");
        String asked = replies(there, "asked by a window, whose line was never posted");
        remember(there, there, "Ev1");
        remember(deleted, deleted, "Ev2");
        remember(headless, headless, "Ev3");
        remember(headless, reply, "Ev4");
        remember(there, deletedReply, "Ev5");
        remember(there, asked, "ask.V1");
        for (String ts : List.of(deleted, headless, deletedReply, asked)) {
            slack.deletes(GENERAL, ts);
        }
        ticker.advance(Duration.ofMinutes(1));

        since(Instant.EPOCH);

        assertThat(gone)
                .extracting(MessageId::value)
                .containsExactlyInAnyOrder(deleted, headless, deletedReply);
        assertThat(changed).containsExactlyInAnyOrder("there", "a reply");
    }

    @Test
    void knownMessages_ofJustNow_areNotMissed() {
        String said = says(GENERAL, "the history lags behind");
        remember(said, said, "Ev1");
        slack.deletes(GENERAL, said);

        since(Instant.EPOCH);

        assertThat(gone).isEmpty();
    }

    @Test
    void knownMessages_whereNothingCanBeRead_areNotGone() {
        String said = says(GENERAL, "hidden");
        remember(said, said, "Ev1");
        ticker.advance(Duration.ofMinutes(1));
        slack.faults().always("conversations.history", new Fault.Refused("not_in_channel"));

        since(Instant.EPOCH);

        assertThat(gone).isEmpty();
        assertThat(log.lines().getFirst()).endsWith("not read to the end: 2");
    }

    @Test
    void tooMany_isWaitedFor() {
        says(GENERAL, "found all the same");
        slack.faults()
                .next("conversations.history", new Fault.RateLimited(1))
                .next("conversations.history", new Fault.Status(503))
                .next("users.conversations", new Fault.Malformed());

        since(Instant.EPOCH);

        assertThat(found).containsExactly("found all the same");
    }

    @Test
    void appThatMayReadOnceAMinute_readsNoFaster() {
        slack.limits().outsideMarketplace();
        for (int i = 0; i < 40; i++) {
            says(GENERAL, "message " + i);
        }
        says(SECRET, "elsewhere");
        since(Instant.EPOCH);

        assertThat(found).hasSize(41);
        assertThat(slack.rateLimited()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void slackAway_isLetBeAfterAWhile() {
        for (int i = 0; i < 9; i++) {
            slack.addChannel("C0CHANNEL" + i, "channel-" + i, Room.Kind.PUBLIC, ADA);
        }
        slack.faults().always("conversations.history", new Fault.RateLimited(600));

        since(Instant.EPOCH);

        assertThat(slack.calls("conversations.history")).hasSize(3);
        assertThat(log.lines().getFirst()).contains("channels read: 0");
        assertThat(log.lines().getFirst()).endsWith("not read to the end: 11");
    }

    @Test
    void storeThatFailsOnce_losesNothing() {
        ticker.advance(Duration.ofMinutes(1));
        says(GENERAL, "in a room that is read later");
        ticker.advance(Duration.ofMinutes(45));
        says(SECRET, "not stored");
        says(SECRET, "not tried");
        poison.add("not stored");

        catchUp.since(base);
        slack.await("another search", () -> log.lines().size() == 2);

        assertThat(found)
                .containsExactly(
                        "in a room that is read later",
                        "not stored",
                        "not tried",
                        "in a room that is read later");
        assertThat(catchUp.told().orElseThrow()).endsWith("not read to the end: 0");
    }

    @Test
    void scopeThatIsMissing_costsItsKindOfConversationAlone() {
        slack.app().withoutScopes("groups:read");
        says(SECRET, "not found");
        says(GENERAL, "found");

        since(Instant.EPOCH);

        assertThat(found).containsExactly("found");
    }

    @Test
    void manyChannels_areReadWithinSlacksLimits() {
        for (int i = 10; i < 80; i++) {
            slack.addChannel("C0CHANNEL" + i, "channel-" + i, Room.Kind.PUBLIC, ADA);
            String root = says("C0CHANNEL" + i, "a root");
            slack.replies(ADA, "C0CHANNEL" + i, root, "a reply");
        }

        since(Instant.EPOCH);

        assertThat(found).hasSize(140);
        assertThat(slack.rateLimited()).isEmpty();
    }
}
