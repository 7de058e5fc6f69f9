package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.adapter.CatchUp;
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
import parley.testing.slack.Room;

/** A search of a fake Slack's histories; pauses take no time but that of the ticker. */
final class PastRig implements AutoCloseable {
    static final Duration HOUR = Duration.ofHours(1);
    static final String ADA = "U0ADA00001";
    static final String GENERAL = "C0GENERAL1";
    static final String SECRET = "G0SECRET01";

    final ManualTicker ticker = new ManualTicker(0);
    final Instant base = Instant.now();
    final FakeSlack slack =
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
    final WorkspaceId home = new WorkspaceId(Platform.SLACK, slack.teamId());
    final List<String> found = new CopyOnWriteArrayList<>();
    final List<String> declined = new CopyOnWriteArrayList<>();
    final List<String> changed = new CopyOnWriteArrayList<>();
    final List<MessageId> gone = new CopyOnWriteArrayList<>();
    final List<ThreadId> alive = new CopyOnWriteArrayList<>();
    final List<Whereabouts.Known> known = new CopyOnWriteArrayList<>();
    final List<String> poison = new CopyOnWriteArrayList<>();
    volatile Instant knownSince = Instant.EPOCH;
    final RecordedLog log = RecordedLog.of(CatchUp.class);
    final PastReader reader = new PastReader(api, ticker, this::pass);
    final CatchUp catchUp =
            new CatchUp(
                    "Slack",
                    new MissedMessages(reader, home, new Store(), new Taken(), HOUR, this::now),
                    HOUR,
                    this::now,
                    this::pass);

    @Override
    public void close() {
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
            return alive.stream().filter(it -> it.channel().equals(channel)).limit(most).toList();
        }

        @Override
        public Instant knownSince() {
            return knownSince;
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

    Instant now() {
        return base.plusNanos(ticker.nanos());
    }

    String says(String channel, String text) {
        ticker.advance(Duration.ofSeconds(1));
        return slack.says(ADA, channel, text);
    }

    String replies(String root, String text) {
        ticker.advance(Duration.ofSeconds(1));
        return slack.replies(ADA, GENERAL, root, text);
    }

    void remember(String root, String ts, String event) {
        known.add(
                new Whereabouts.Known(
                        new ThreadId(new ChannelId(home, GENERAL), root),
                        new MessageId(ts),
                        SlackTime.instant(ts).orElseThrow(),
                        Optional.of(new EventId(event))));
    }

    void since(Instant moment) {
        catchUp.since(moment);
        slack.await("a search", () -> !log.lines().isEmpty());
    }
}
