package parley.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Arrival;
import parley.chat.Attachment;
import parley.chat.CatchesUp;
import parley.chat.ChannelId;
import parley.chat.ChatAdapter;
import parley.chat.Earlier;
import parley.chat.FileContent;
import parley.chat.FileSharer;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Limits;
import parley.chat.Membership;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.Noticeboard;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.StatusIndicator;
import parley.chat.Supervised;
import parley.chat.ThreadId;
import parley.chat.ThreadReader;
import parley.chat.Ticker;
import parley.chat.UserId;
import parley.chat.Whereabouts;
import parley.chat.Write;

/**
 * Discord as a chat platform: each power is a part of its own, put together here. Safe for use by
 * many threads.
 */
public final class DiscordAdapter
        implements ChatAdapter,
                StatusIndicator,
                ThreadReader,
                FileSharer,
                Membership,
                Noticeboard,
                Supervised,
                CatchesUp {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordAdapter.class);

    private final DiscordSettings settings;
    private final Ticker ticker;
    private final InstantSource clock;
    private final DiscordRest rest;
    private final DiscordCalls calls;
    private final DiscordOutput output;
    private final DiscordFiles files;
    private final DiscordMembership membership;
    private final Arrival<BotIdentity> arrival;
    private volatile @Nullable Whereabouts whereabouts;
    private volatile @Nullable BotIdentity self;
    private volatile @Nullable DiscordBot bot;

    /** Connects to nothing before {@link #start}. */
    public DiscordAdapter(DiscordSettings settings, Ticker ticker, InstantSource clock) {
        this.settings = settings;
        this.ticker = ticker;
        this.clock = clock;
        DiscordBudgets budgets = new DiscordBudgets(ticker);
        rest = DiscordRest.connect(settings, budgets);
        calls = new DiscordCalls(rest, budgets);
        output =
                new DiscordOutput(
                        calls, budgets, this::newest, this::remembers, this::user, ticker, clock);
        files = new DiscordFiles(rest, settings);
        membership =
                new DiscordMembership(rest, this::roles, new Standings(settings.admins()), ticker);
        arrival = new Arrival<>("Discord", () -> Introduction.ask(rest));
    }

    private Optional<MessageId> newest(ThreadId thread) {
        return Optional.ofNullable(whereabouts).flatMap(known -> known.newest(thread));
    }

    private boolean remembers(MessageId message) {
        return Optional.ofNullable(whereabouts)
                .flatMap(known -> known.threadOf(Platform.DISCORD, message))
                .isPresent();
    }

    private Optional<Long> user() {
        return Optional.ofNullable(self).map(BotIdentity::user);
    }

    private Optional<GuildRoles> roles(long guild) {
        return bot().flatMap(known -> known.roles(guild));
    }

    private Optional<DiscordBot> bot() {
        return Optional.ofNullable(bot);
    }

    @Override
    public Platform platform() {
        return Platform.DISCORD;
    }

    @Override
    public Limits limits() {
        return output.limits();
    }

    @Override
    public void start(Handlers handlers) {
        whereabouts = handlers.whereabouts();
        arrival.await(identity -> listen(identity, handlers));
    }

    private void listen(BotIdentity identity, Handlers handlers) {
        self = identity;
        DiscordBot known =
                new DiscordBot(identity, settings, rest, calls, output, handlers, ticker, clock);
        bot = known;
        LOG.info("In Discord the bot is {} ({})", identity.name(), identity.user());
        known.start();
    }

    @Override
    public Optional<String> fault() {
        return bot().map(DiscordBot::fault)
                .orElse(
                        Optional.of(
                                "Discord cannot be reached; it has not said yet who the bot is."));
    }

    @Override
    public Optional<String> caughtUp() {
        return bot().flatMap(DiscordBot::caughtUp);
    }

    @Override
    public void storeWorks() {
        bot().ifPresent(DiscordBot::storeWorks);
    }

    @Override
    public SendResult write(ThreadId thread, Write write, Route route) {
        return output.write(thread, write);
    }

    @Override
    public void showStatus(ThreadId thread, String words, Optional<Reference> turn) {
        output.showStatus(thread, words, turn);
    }

    @Override
    public void clearStatus(ThreadId thread) {
        output.clearStatus(thread);
    }

    /** Discord's events have all the names. */
    @Override
    public Inbound.Said complete(Inbound.Said said) {
        return said;
    }

    @Override
    public boolean begins(ThreadId thread, MessageId message) {
        return DiscordThreads.begins(thread, message);
    }

    @Override
    public Earlier earlier(ThreadId thread, MessageId before, int most) {
        return bot().map(known -> known.threads().earlier(thread, before, most))
                .orElseGet(() -> new Earlier.Untold("Discord cannot be reached"));
    }

    @Override
    public FileContent fetch(ThreadId thread, Attachment file, long most) {
        return files.fetch(thread, file, most);
    }

    @Override
    public SendResult share(ThreadId thread, String name, String text) {
        return output.share(thread, name, text);
    }

    @Override
    public boolean mayStand(ThreadId thread, String name, Instant since) {
        return output.mayStand(thread, name, since);
    }

    @Override
    public Optional<Standing> standing(ChannelId channel, UserId person) {
        return membership.standing(channel, person);
    }

    @Override
    public boolean belongs(ChannelId channel, UserId person, String group) {
        return membership.belongs(channel, person, group);
    }

    @Override
    public Optional<Group> group(ChannelId channel, String words) {
        return membership.group(channel, words);
    }

    @Override
    public SendResult post(Notice notice) {
        return output.post(notice);
    }

    @Override
    public void close() {
        arrival.close();
        bot().ifPresent(DiscordBot::close);
        output.close();
        files.close();
        rest.close();
    }
}
