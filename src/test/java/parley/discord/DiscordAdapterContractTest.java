package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import parley.chat.Button;
import parley.chat.ChatAdapter;
import parley.chat.Handlers;
import parley.chat.MessageId;
import parley.chat.Receipt;
import parley.chat.ThreadId;
import parley.contract.ChatAdapterContract;
import parley.testing.EmptyOverview;
import parley.testing.NoWhereabouts;
import parley.testing.ScriptedCommands;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.ShownButton;
import parley.testing.discord.ShownMessage;

/** The adapter of the program, in Discord on loopback. */
final class DiscordAdapterContractTest extends ChatAdapterContract {
    private static final long GUILD = 100;
    private static final long CHANNEL = 101;
    private static final long ANN = 11;

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(GUILD, "Parley's friends")
                    .addMember(GUILD, ANN, "Ann")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
    private final long question = discord.says(ANN, CHANNEL, "what is up?");
    private final DiscordAdapter adapter =
            new DiscordAdapter(
                    new DiscordSettings(
                            discord.botToken(), URI.create(discord.apiUrl()), Duration.ZERO),
                    System::nanoTime,
                    Instant::now);

    @BeforeEach
    void start() {
        adapter.start(
                new Handlers(
                        _ -> Receipt.IGNORED,
                        new ScriptedCommands(),
                        _ -> Optional.empty(),
                        new EmptyOverview(),
                        new NoWhereabouts()));
        discord.gateway().awaitListening();
    }

    @AfterEach
    void close() {
        adapter.close();
        discord.close();
        assertThat(discord.violations()).isEmpty();
        assertThat(discord.rateLimited()).isEmpty();
        assertThat(discord.notified()).isEmpty();
    }

    @Override
    protected ChatAdapter adapter() {
        return adapter;
    }

    @Override
    protected ThreadId aThread() {
        return DiscordIds.thread(GUILD, CHANNEL, question);
    }

    @Override
    protected MessageId anId() {
        return DiscordIds.message(question, question);
    }

    @Override
    protected List<Shown> shown(ThreadId thread) {
        return discord.thread(question).isPresent()
                ? discord.answers(question).stream().map(DiscordAdapterContractTest::shown).toList()
                : List.of();
    }

    private static Shown shown(ShownMessage message) {
        List<String> notes = message.notes();
        return new Shown(
                message.text(),
                notes.stream().filter(note -> !isFooter(note)).findFirst(),
                notes.stream().filter(DiscordAdapterContractTest::isFooter).findFirst(),
                message.buttons().stream().map(DiscordAdapterContractTest::button).toList());
    }

    private static boolean isFooter(String note) {
        return note.contains(" · ");
    }

    private static Button button(ShownButton button) {
        return DiscordButtons.pressed(button.customId()).orElseThrow().button();
    }
}
