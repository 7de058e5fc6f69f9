package parley.slack;

import com.slack.api.bolt.App;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.adapter.CatchUp;
import parley.adapter.Errands;
import parley.adapter.Owed;
import parley.adapter.RefusalWords;
import parley.adapter.Refusals;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Platform;
import parley.chat.Receipt;
import parley.chat.Ticker;

/** All that needs to know who the bot is in Slack. Safe for use by many threads. */
final class SlackBot implements AutoCloseable {
    private static final String HEARD = "Thinking";

    private final SlackGroups groups;
    private final SlackPeople people;
    private final SlackThreads threads;
    private final SlackNotices notices;
    private final SlackSurfaces surfaces;
    private final SlackStatus status;
    private final Refusals refusals;
    private final SlackIntake intake;
    private final BotIdentity self;
    private final Duration longest;
    private final Owed owed = new Owed(this::missed);
    private final InstantSource clock;
    private final PastReader reader;
    private volatile @Nullable CatchUp catchUp;

    SlackBot(
            BotIdentity self,
            SlackApi api,
            SlackSettings settings,
            LiveThreads live,
            SlackStatus status,
            PostPace pace,
            Ticker ticker,
            InstantSource clock) {
        this.status = status;
        this.self = self;
        this.clock = clock;
        longest = settings.catchUp();
        reader = new PastReader(api, ticker);
        groups = new SlackGroups(api, ticker);
        var named = new NamedAdmins(settings.admins(), groups);
        people = new SlackPeople(api, self.workspace(), named::has, ticker);
        threads = new SlackThreads(api, self, people);
        notices = new SlackNotices(api, self, pace, ticker, clock);
        surfaces = new SlackSurfaces(api, self, people, people.known(), live, clock, ticker);
        var replies = new PrivateReply(api, new Whisper(api));
        refusals =
                new Refusals(
                        said -> said.thread().channel() + " " + said.author().id(),
                        said -> replies.tellOnce(said, RefusalWords.ALONE),
                        SlackNotices.ofThisProcess(api, self, pace, ticker, clock),
                        ticker,
                        clock);
        intake =
                new SlackIntake(
                        self,
                        people,
                        replies,
                        new Errands(),
                        this::asked,
                        refusals::refused,
                        owed,
                        settings.appToken().isEmpty()
                                ? Optional.of(new Outages(this::missed, clock))
                                : Optional.empty(),
                        ticker);
    }

    /** People see that they were heard before their question's turn begins, where all are heard. */
    private void asked(Inbound.Said question, Receipt receipt) {
        if (receipt == Receipt.ACCEPTED) {
            status.showAtFirst(question.thread(), HEARD);
        }
        if (question instanceof Inbound.DirectMessage direct) {
            surfaces.agentView().asked(direct);
        }
    }

    /** Hands in what people say and do; called once, before events come. */
    void listen(App app, Handlers handlers) {
        refusals.takeUp(handlers.inbox(), Platform.SLACK);
        intake.register(app, handlers);
        surfaces.register(app, handlers);
        var look =
                new MissedMessages(
                        reader,
                        self.workspace(),
                        handlers.whereabouts(),
                        intake.recall(handlers, refusals::passedOver, clock),
                        longest,
                        clock);
        catchUp = new CatchUp("Slack", look, longest, clock);
    }

    /** Something since that moment may not have been heard: it is looked for. Returns at once. */
    void missed(Instant since) {
        search().ifPresent(search -> search.since(since));
    }

    /** What came of the newest search for what was missed; empty before there was one. */
    Optional<String> caughtUp() {
        return search().flatMap(CatchUp::told);
    }

    /** What could not be stored is looked for. */
    void storeWorks() {
        owed.settle();
    }

    private Optional<CatchUp> search() {
        return Optional.ofNullable(catchUp);
    }

    /** Looks for nothing more, and tells of no more refusals. */
    @Override
    public void close() {
        reader.close();
        search().ifPresent(CatchUp::close);
        refusals.close();
    }

    SlackGroups groups() {
        return groups;
    }

    SlackPeople people() {
        return people;
    }

    SlackNotices notices() {
        return notices;
    }

    SlackThreads threads() {
        return threads;
    }
}
