package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.chat.Button;
import parley.chat.ChannelId;
import parley.chat.Handlers;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Platform;
import parley.chat.Receipt;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.chat.Write;
import parley.testing.EmptyOverview;
import parley.testing.ManualTicker;
import parley.testing.NoWhereabouts;
import parley.testing.ScriptedCommands;
import parley.testing.slack.Call;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;

/** The adapter beside Slack on loopback, in a time that moves a second with every write. */
final class WriterRig implements AutoCloseable {
    /** What an adapter calls besides writing. */
    private static final Set<String> AROUND =
            Set.of(
                    "auth.test",
                    "apps.connections.open",
                    "users.info",
                    "assistant.threads.setStatus");

    static final String CHANNEL = "C0GENERAL1";
    static final UserId ANN = new UserId("U0ANN00001");
    static final Reference TURN = new Reference("T-AAAA1111");

    private final ManualTicker ticker = new ManualTicker(0);
    private final Instant base = Instant.now();
    final FakeSlack slack = FakeSlack.start(ticker);
    final ThreadId thread;
    private SlackAdapter adapter;

    private boolean restarted;

    WriterRig() {
        slack.addUser(ANN.value(), "Ann");
        slack.addUser("U1", "Bob");
        slack.addChannel(CHANNEL, "general", Room.Kind.PUBLIC, ANN.value());
        String root = slack.says(ANN.value(), CHANNEL, slack.mention() + " hello");
        thread = new ThreadId(channel(CHANNEL), root);
        adapter = started();
    }

    ChannelId channel(String id) {
        return new ChannelId(new WorkspaceId(Platform.SLACK, slack.teamId()), id);
    }

    SlackSettings settings(String botToken) {
        return new SlackSettings(
                botToken,
                Optional.of(slack.appToken()),
                Optional.empty(),
                URI.create(slack.apiUrl()),
                SlackAdmins.NONE);
    }

    private SlackAdapter started() {
        InstantSource clock = () -> base.plusNanos(ticker.nanos());
        SlackAdapter fresh = new SlackAdapter(settings(slack.botToken()), ticker, clock);
        fresh.start(handlers());
        return fresh;
    }

    static Handlers handlers() {
        return new Handlers(
                _ -> Receipt.IGNORED,
                new ScriptedCommands(),
                _ -> Optional.empty(),
                new EmptyOverview(),
                new NoWhereabouts());
    }

    SlackAdapter adapter() {
        return adapter;
    }

    /** Another process goes on where this one is killed. */
    void restart() {
        restarted = true;
        advance(Duration.ofSeconds(1));
        adapter = started();
    }

    void advance(Duration time) {
        ticker.advance(time);
    }

    ManualTicker ticker() {
        return ticker;
    }

    SendResult write(Write write) {
        advance(Duration.ofSeconds(1));
        Route route = adapter.limits().routes(thread, write).getFirst();
        return adapter.write(thread, write, route);
    }

    /** After a restart one may stand there already. */
    SendResult post(Outgoing message) {
        return write(new Write.Post(message, since()));
    }

    /** The message goes away, if it stands there. */
    SendResult sweep(Outgoing message) {
        return write(new Write.Sweep(message, since()));
    }

    private Optional<Instant> since() {
        return restarted ? Optional.of(base) : Optional.empty();
    }

    MessageId posted(Outgoing message) {
        return sent(post(message));
    }

    SendResult edit(MessageId id, Outgoing message) {
        return write(new Write.Edit(id, message));
    }

    static MessageId sent(SendResult result) {
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).message();
    }

    static Outgoing growing(String text) {
        return growing(text, text.length());
    }

    static Outgoing growing(String text, int stable) {
        return new Outgoing(
                TURN,
                ANN,
                0,
                text,
                stable,
                Optional.empty(),
                Optional.empty(),
                List.of(Button.STOP),
                false);
    }

    static Outgoing whole(String text) {
        return new Outgoing(
                TURN,
                ANN,
                0,
                text,
                text.length(),
                Optional.of("a note"),
                Optional.of("default · 3 s"),
                List.of(Button.RETRY, Button.LIKE, Button.DISLIKE),
                true);
    }

    static Outgoing part(int part, String text) {
        return part(part, text, true);
    }

    static Outgoing part(int part, String text, boolean settled) {
        return new Outgoing(
                TURN,
                ANN,
                part,
                text,
                text.length(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                settled);
    }

    /** The bot's messages in the thread. */
    List<Shown> answers() {
        return slack.answers(CHANNEL, thread.root());
    }

    /** The one message of the bot, without what makes mentions inert. */
    String text() {
        assertThat(answers()).hasSize(1);
        return answers().getFirst().text().replace(String.valueOf(Inert.JOINER), "");
    }

    /** The methods called, without those of the start. */
    List<String> called() {
        return slack.calls().stream()
                .map(Call::method)
                .filter(method -> !AROUND.contains(method))
                .toList();
    }

    void assertLawful() {
        assertThat(slack.violations()).isEmpty();
        assertThat(slack.rateLimited()).isEmpty();
        assertThat(slack.notified()).isEmpty();
    }

    @Override
    public void close() {
        adapter.close();
        slack.close();
    }
}
