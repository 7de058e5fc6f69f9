package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.chat.Button;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.Write;
import parley.testing.ManualTicker;
import parley.testing.discord.Call;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.ShownMessage;

/** All that writes, beside Discord on loopback, in a time that moves a second with every write. */
final class WriterRig implements AutoCloseable {
    static final long GUILD = 1_000;
    static final long CHANNEL = 2_000;
    static final long ANN = 3_000;
    static final UserId ASKER = new UserId(Long.toString(ANN));
    static final Reference TURN = new Reference("T-AAAA1111");
    static final String POST = "channels/{c}/messages";
    static final String MESSAGE = "channels/{c}/messages/{m}";
    static final String THREADS = "channels/{c}/messages/{m}/threads";

    final ManualTicker ticker = new ManualTicker(0);
    private final Instant base = Instant.now();
    final FakeDiscord discord = FakeDiscord.start(ticker);
    final long question;
    final ThreadId thread;
    final Map<ThreadId, MessageId> whereabouts = new ConcurrentHashMap<>();

    /** What the store remembers of earlier processes. */
    final Set<MessageId> remembered = ConcurrentHashMap.newKeySet();

    volatile boolean whereaboutsFail;
    private DiscordRest rest;
    private DiscordOutput output;

    private boolean restarted;

    WriterRig() {
        discord.addGuild(GUILD, "The guild");
        discord.addMember(GUILD, ANN, "Ann");
        discord.addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
        start();
        advance(Duration.ofSeconds(1));
        question = discord.says(ANN, CHANNEL, discord.mention() + " what is up?");
        thread = DiscordIds.thread(GUILD, CHANNEL, question);
    }

    private void start() {
        var settings =
                new DiscordSettings(
                        discord.botToken(), URI.create(discord.apiUrl()), Duration.ZERO);
        var budgets = new DiscordBudgets(ticker);
        rest = DiscordRest.connect(settings, budgets);
        output =
                new DiscordOutput(
                        new DiscordCalls(rest, budgets),
                        budgets,
                        this::newest,
                        remembered::contains,
                        () -> Optional.of(discord.botId()),
                        ticker,
                        () -> base.plusNanos(ticker.nanos()));
    }

    private Optional<MessageId> newest(ThreadId where) {
        if (whereaboutsFail) {
            throw new IllegalStateException("the store is away");
        }
        return Optional.ofNullable(whereabouts.get(where));
    }

    DiscordOutput output() {
        return output;
    }

    /** Another process goes on where this one is killed. */
    void restart() {
        restarted = true;
        advance(Duration.ofSeconds(1));
        closeOutput();
        discord.botRestarts();
        start();
    }

    void closeOutput() {
        output.close();
        rest.close();
    }

    void advance(Duration time) {
        ticker.advance(time);
    }

    SendResult write(ThreadId where, Write write) {
        advance(Duration.ofSeconds(1));
        output.limits().routes(where, write);
        return output.write(where, write);
    }

    SendResult write(Write write) {
        return write(thread, write);
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
        return message(TURN, 0, text, Optional.empty(), false, Button.STOP);
    }

    static Outgoing whole(String text) {
        return message(
                TURN,
                0,
                text,
                Optional.of("a note"),
                true,
                Button.RETRY,
                Button.LIKE,
                Button.DISLIKE);
    }

    static Outgoing part(int part, String text) {
        return message(TURN, part, text, Optional.empty(), true);
    }

    static Outgoing message(
            Reference turn,
            int part,
            String text,
            Optional<String> note,
            boolean settled,
            Button... buttons) {
        return new Outgoing(
                turn,
                ASKER,
                part,
                text,
                text.length(),
                note,
                note.map(_ -> "default · 3 s"),
                List.of(buttons),
                settled);
    }

    /** The bot's messages in the thread. */
    List<ShownMessage> answers() {
        return discord.thread(question).isPresent() ? discord.answers(question) : List.of();
    }

    /** The one message of the bot in the thread. */
    ShownMessage answer() {
        assertThat(answers()).hasSize(1);
        return answers().getFirst();
    }

    /** The calls so far, as method and route, without those about typing. */
    List<String> called() {
        return discord.calls().stream()
                .filter(call -> !call.template().endsWith("typing"))
                .map(WriterRig::name)
                .toList();
    }

    private static String name(Call call) {
        String what =
                switch (call.template()) {
                    case POST -> "messages";
                    case MESSAGE -> "message";
                    case THREADS -> "threads";
                    default -> "channel";
                };
        return call.method() + " " + what;
    }

    void assertLawful() {
        assertThat(discord.violations()).isEmpty();
        assertThat(discord.rateLimited()).isEmpty();
        assertThat(discord.notified()).isEmpty();
    }

    @Override
    public void close() {
        closeOutput();
        discord.close();
    }
}
