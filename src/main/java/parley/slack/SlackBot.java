package parley.slack;

import com.slack.api.bolt.App;
import java.time.InstantSource;
import parley.adapter.Errands;
import parley.adapter.Refusals;
import parley.chat.Handlers;
import parley.chat.Inbound;
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

    SlackBot(
            BotIdentity self,
            SlackApi api,
            SlackAdmins admins,
            LiveThreads live,
            SlackStatus status,
            PostPace pace,
            Ticker ticker,
            InstantSource clock) {
        this.status = status;
        groups = new SlackGroups(api, ticker);
        var named = new NamedAdmins(admins, groups);
        people = new SlackPeople(api, self.workspace(), named::has, ticker);
        threads = new SlackThreads(api, self, people);
        notices = new SlackNotices(api, self, pace, ticker, clock);
        surfaces = new SlackSurfaces(api, self, people, people.known(), live, clock, ticker);
        var replies = new PrivateReply(api, new Whisper(api));
        refusals =
                new Refusals(
                        said -> said.thread().channel() + " " + said.author().id(),
                        said -> replies.tell(said, Refusals.WORDS),
                        notices,
                        ticker);
        intake =
                new SlackIntake(
                        self,
                        people,
                        replies,
                        new Errands(),
                        this::asked,
                        refusals::refused,
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
        intake.register(app, handlers);
        surfaces.register(app, handlers);
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

    @Override
    public void close() {
        refusals.close();
    }
}
