package parley.slack;

import com.slack.api.bolt.App;
import java.time.Duration;
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
import parley.chat.Write;

/**
 * Slack as a chat platform: each power is a part of its own, put together here. Safe for use by
 * many threads.
 */
public final class SlackAdapter
        implements ChatAdapter,
                StatusIndicator,
                ThreadReader,
                FileSharer,
                Membership,
                Noticeboard,
                Supervised,
                CatchesUp {
    private static final Logger LOG = LoggerFactory.getLogger(SlackAdapter.class);
    private static final int MOST_REQUESTS = 5_000;
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final SlackSettings settings;
    private final Ticker ticker;
    private final InstantSource clock;
    private final SlackApi api;
    private final PostPace pace;
    private final SlackWriter writer;
    private final SlackStatus status;
    private final SlackUploads uploads;
    private final SlackFiles files;
    private final RunningTurns turns;
    private final Arrival<BotIdentity> arrival;
    private final Optional<SlackHttp> http;
    private final SlackConnection connection;
    private volatile @Nullable BotIdentity self;
    private volatile @Nullable SlackBot bot;

    /** Connects to nothing before {@link #start}. */
    public SlackAdapter(SlackSettings settings, Ticker ticker, InstantSource clock) {
        this.settings = settings;
        this.ticker = ticker;
        this.clock = clock;
        api = SlackApi.connect(settings);
        pace = new PostPace(ticker);
        writer = new SlackWriter(api, pace, ticker, clock, this::teamOf, this::self);
        status = new SlackStatus(api, ticker);
        uploads = new SlackUploads(api, new OwnMessages(api, this::self));
        files = new SlackFiles(api, settings);
        turns = new RunningTurns(ticker);
        arrival = new Arrival<>("Slack", () -> Introduction.ask(api));
        http = settings.appToken().isPresent() ? Optional.empty() : Optional.of(http());
        connection = http.<SlackConnection>map(it -> it).orElseGet(this::socket);
    }

    private SlackHttp http() {
        return new SlackHttp(
                new SignatureCheck(settings.signingSecret().orElseThrow(), clock),
                new Replays(ticker),
                new SlackRequests(MOST_REQUESTS),
                absence(),
                DRAIN);
    }

    private SlackConnection socket() {
        return new SocketLink(
                api,
                settings.appToken().orElseThrow(),
                new SlackRequests(MOST_REQUESTS),
                SocketPace.USUAL,
                absence(),
                ticker,
                clock);
    }

    private Absence absence() {
        return new Absence(since -> bot().ifPresent(known -> known.missed(since)), clock);
    }

    /** Who the bot is; empty until Slack has said so. */
    Optional<BotIdentity> self() {
        return Optional.ofNullable(self);
    }

    LiveThreads liveThreads() {
        return turns;
    }

    private Optional<SlackBot> bot() {
        return Optional.ofNullable(bot);
    }

    private String teamOf(ThreadId thread, UserId person) {
        return bot().map(known -> known.people().teamOf(person))
                .orElse(thread.channel().workspace())
                .value();
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public Limits limits() {
        return writer.limits();
    }

    @Override
    public void start(Handlers handlers) {
        arrival.await(identity -> listen(identity, handlers));
    }

    private void listen(BotIdentity identity, Handlers handlers) {
        App app = BoltApps.create(settings, api);
        SlackBot known = new SlackBot(identity, api, settings, turns, status, pace, ticker, clock);
        known.listen(app, handlers);
        self = identity;
        LOG.info("In Slack the bot is @{} of {}", identity.name(), identity.workspace().value());
        bot = known;
        connection.start(app);
    }

    @Override
    public Optional<String> fault() {
        return bot == null
                ? Optional.of("Slack cannot be reached; it has not said yet who the bot is.")
                : connection.fault();
    }

    @Override
    public Optional<String> caughtUp() {
        return bot().flatMap(SlackBot::caughtUp);
    }

    @Override
    public void storeWorks() {
        bot().ifPresent(SlackBot::storeWorks);
    }

    /** Whether events come by HTTP, to {@link #receive}. */
    public boolean byHttp() {
        return http.isPresent();
    }

    /** Answers one request of Slack by HTTP; blocks until it is stored and does not throw. */
    public HttpAnswer receive(HttpQuestion question) {
        return http.map(receiver -> receiver.receive(question)).orElseGet(() -> HttpAnswer.of(404));
    }

    @Override
    public SendResult write(ThreadId thread, Write write, Route route) {
        turns.sees(thread, write);
        SendResult result = writer.write(thread, write, route);
        if (write instanceof Write.Post && result instanceof SendResult.Sent) {
            status.posted(thread);
        }
        return result;
    }

    @Override
    public void showStatus(ThreadId thread, String words, Optional<Reference> turn) {
        turn.ifPresent(running -> turns.runs(thread, running));
        status.show(thread, words, turn.isPresent());
    }

    @Override
    public void clearStatus(ThreadId thread) {
        status.clear(thread);
    }

    @Override
    public Inbound.Said complete(Inbound.Said said) {
        return bot().map(known -> known.threads().complete(said)).orElse(said);
    }

    @Override
    public Earlier earlier(ThreadId thread, MessageId before, int most) {
        return bot().map(known -> known.threads().earlier(thread, before, most))
                .orElseGet(() -> new Earlier.Untold("Slack cannot be reached"));
    }

    @Override
    public FileContent fetch(ThreadId thread, Attachment file, long most) {
        return files.fetch(file, most);
    }

    @Override
    public SendResult share(ThreadId thread, String name, String text) {
        return uploads.share(thread, name, text);
    }

    @Override
    public boolean mayStand(ThreadId thread, String name, Instant since) {
        return uploads.mayStand(thread, name, since);
    }

    @Override
    public Optional<Standing> standing(ChannelId channel, UserId person) {
        return here(channel).flatMap(known -> known.people().toldStanding(person));
    }

    @Override
    public boolean belongs(ChannelId channel, UserId person, String group) {
        return here(channel).filter(known -> known.groups().holds(group, person)).isPresent();
    }

    @Override
    public Optional<Membership.Group> group(ChannelId channel, String words) {
        return here(channel).flatMap(known -> known.groups().named(words));
    }

    @Override
    public SendResult post(Notice notice) {
        return here(notice.channel())
                .map(known -> known.notices().post(notice))
                .orElseGet(() -> new SendResult.Unreachable("Slack cannot be reached"));
    }

    /** Ids are told apart by workspaces only. */
    private Optional<SlackBot> here(ChannelId channel) {
        return bot().filter(_ ->
                self().filter(me -> me.workspace().equals(channel.workspace())).isPresent());
    }

    @Override
    public void close() {
        arrival.close();
        bot().ifPresent(SlackBot::close);
        connection.close();
        bot().ifPresent(SlackBot::close);
        status.close();
        files.close();
        api.close();
    }
}
