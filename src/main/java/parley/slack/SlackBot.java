package parley.slack;

import com.slack.api.bolt.App;
import java.time.InstantSource;
import parley.chat.Handlers;
import parley.chat.Ticker;

/** All that needs to know who the bot is in Slack. Safe for use by many threads. */
final class SlackBot {
    private final SlackPeople people;
    private final SlackThreads threads;
    private final SlackIntake intake;
    private final SlackSurfaces surfaces;

    SlackBot(BotIdentity self, SlackApi api, LiveThreads live, Ticker ticker, InstantSource clock) {
        people = new SlackPeople(api, self.workspace(), ticker);
        threads = new SlackThreads(api, self, people);
        surfaces = new SlackSurfaces(api, self, people, people.known(), live, clock, ticker);
        var replies = new PrivateReply(api, new Whisper(api));
        intake =
                new SlackIntake(
                        self, people, replies, new Errands(), surfaces.agentView()::asked, ticker);
    }

    /** Hands in what people say and do; called once, before events come. */
    void listen(App app, Handlers handlers) {
        intake.register(app, handlers);
        surfaces.register(app, handlers);
    }

    SlackPeople people() {
        return people;
    }

    SlackThreads threads() {
        return threads;
    }
}
