package parley.discord;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import parley.testing.ManualTicker;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;

/** A server where people have talked, and a bot that reads what they said. */
final class PastRig implements AutoCloseable {
    static final long GUILD = 1_000;
    static final long CHANNEL = 2_000;
    static final long OTHER = 2_001;
    static final long ANN = 3_000;
    static final long BOB = 3_001;
    static final String MESSAGES = "channels/{c}/messages";
    static final String MESSAGE = "channels/{c}/messages/{m}";

    final ManualTicker ticker = new ManualTicker(0);
    private final Instant base = Instant.now();
    final FakeDiscord discord = FakeDiscord.start(ticker);
    final DiscordCalls calls;
    private final DiscordRest rest;

    PastRig() {
        discord.addGuild(GUILD, "The guild")
                .addMember(GUILD, ANN, "Ann")
                .addMember(GUILD, BOB, "Bob")
                .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT)
                .addChannel(GUILD, OTHER, "random", ChannelKind.TEXT);
        DiscordBudgets budgets = new DiscordBudgets(ticker);
        rest =
                DiscordRest.connect(
                        new DiscordSettings(
                                discord.botToken(), URI.create(discord.apiUrl()), Duration.ZERO),
                        budgets);
        calls = new DiscordCalls(rest, budgets);
        advance(Duration.ofSeconds(1));
    }

    /** What time it is in Discord. */
    Instant now() {
        return base.plusNanos(ticker.nanos());
    }

    void advance(Duration time) {
        ticker.advance(time);
    }

    /** What somebody says, a second after what was said before. */
    long says(long user, long channel, String text) {
        advance(Duration.ofSeconds(1));
        return discord.says(user, channel, text);
    }

    /** How often a page of a history was asked for. */
    int pages() {
        return discord.calls("GET", MESSAGES).size();
    }

    @Override
    public void close() {
        rest.close();
        discord.close();
    }
}
