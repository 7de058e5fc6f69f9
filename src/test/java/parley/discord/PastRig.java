package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.chat.Earlier;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.testing.Json;
import parley.testing.ManualTicker;
import parley.testing.NoWhereabouts;
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

    /** Knows the channels alone. */
    static GuildNames names() {
        return new GuildNames() {
            @Override
            public Optional<String> channel(long guild, long channel) {
                return Optional.of(channel == CHANNEL ? "general" : "random");
            }

            @Override
            public Optional<String> role(long guild, long role) {
                return Optional.empty();
            }

            @Override
            public Optional<Long> ownRole(long guild) {
                return Optional.empty();
            }
        };
    }

    /** What the bot says. */
    void answers(long channel, String text) {
        advance(Duration.ofSeconds(5));
        assertThat(
                        calls.post(
                                channel,
                                Json.text(
                                        Json.object(
                                                "content",
                                                text,
                                                "allowed_mentions",
                                                Json.object("parse", List.of()),
                                                "nonce",
                                                text,
                                                "enforce_nonce",
                                                true))))
                .isInstanceOf(Outcome.Done.class);
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

    /** A question that somebody puts there. */
    MessageId asked(long channel) {
        return DiscordIds.message(channel, says(ANN, channel, discord.mention() + " why?"));
    }

    /** A thread that somebody makes of a message, or of none where that is 0. */
    long threadFrom(long message) {
        advance(Duration.ofSeconds(1));
        return discord.startsThread(ANN, CHANNEL, message, "a thread");
    }

    static ThreadId thread(long root) {
        return DiscordIds.thread(GUILD, CHANNEL, root);
    }

    DiscordThreads threads(boolean readsContent) {
        return threads(readsContent, calls);
    }

    DiscordThreads threads(boolean readsContent, DiscordCalls by) {
        BotIdentity self =
                new BotIdentity(discord.applicationId(), discord.botId(), "Parley", readsContent);
        DiscordEvents events = new DiscordEvents(self, names(), new NoWhereabouts(), this::now);
        return new DiscordThreads(by, events, self, ticker);
    }

    List<Inbound.ThreadReply> told(ThreadId thread, MessageId before, int most) {
        Earlier earlier = threads(true).earlier(thread, before, most);
        assertThat(earlier).isInstanceOf(Earlier.Told.class);
        return ((Earlier.Told) earlier).messages();
    }

    /** What is told when the bot is asked in that thread now. */
    List<String> lines(long thread, int most) {
        return lines(told(thread(thread), asked(thread), most));
    }

    static List<String> lines(List<Inbound.ThreadReply> messages) {
        return messages.stream().map(it -> it.author().name() + ": " + it.text()).toList();
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
