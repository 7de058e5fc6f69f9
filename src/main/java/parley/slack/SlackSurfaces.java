package parley.slack;

import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import java.time.InstantSource;
import java.util.regex.Pattern;
import parley.adapter.Errands;
import parley.chat.Commands;
import parley.chat.Handlers;
import parley.chat.Overview;
import parley.chat.Ticker;
import parley.chat.WorkspaceId;

/**
 * Everything in Slack that is no plain message: commands, buttons, the message shortcut, the Home,
 * and what Slack offers to agents. Registered on an {@link App} that acknowledges what has no
 * handler here. Safe for use by many threads.
 */
final class SlackSurfaces {
    /** Of {@code app_home_opened}: docs.slack.dev/reference/events/app_home_opened. */
    private static final String HOME = "home";

    private static final String MESSAGES = "messages";
    private static final Pattern ANY_COMMAND = Pattern.compile("/.+");
    private static final Pattern OUR_BUTTONS =
            Pattern.compile(Pattern.quote(SlackButtons.PREFIX) + ".+");

    private static final Pattern OUR_CHOICES =
            Pattern.compile(Pattern.quote(ChoiceButtons.PREFIX) + ".+");

    private final SlackApi api;
    private final BotIdentity self;
    private final People people;
    private final Names names;
    private final LiveThreads live;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Errands errands = new Errands();
    private final AgentView agentView;

    /**
     * @param names that are known without waiting
     */
    SlackSurfaces(
            SlackApi api,
            BotIdentity self,
            People people,
            Names names,
            LiveThreads live,
            InstantSource clock,
            Ticker ticker) {
        this.api = api;
        this.self = self;
        this.people = people;
        this.names = names;
        this.live = live;
        this.clock = clock;
        this.ticker = ticker;
        this.agentView = new AgentView(self.workspace(), api, names, errands, ticker);
    }

    /** To be told of questions in direct messages. */
    AgentView agentView() {
        return agentView;
    }

    /** Lets the app hand in what people do; called once. */
    void register(App app, Handlers handlers) {
        Whisper whisper = new Whisper(api);
        var presses =
                new ButtonPresses(
                        self.workspace(), people, handlers.actions(), whisper, errands, clock);
        var stops = new StopPresses(self.workspace(), people, live, presses::now, clock);
        app.blockAction(OUR_BUTTONS, presses::handle);
        app.event(AgentSessionStopped.class, stops::handle);
        registerCommands(app, handlers.commands(), whisper);
        registerShortcut(app, handlers);
        registerHome(app, handlers.overview());
    }

    private void registerCommands(App app, Commands commands, Whisper whisper) {
        WorkspaceId here = self.workspace();
        var windows = new FormWindows(api);
        var typed = new SlashCommands(here, people, commands, whisper, windows, errands);
        var answers = new ChoiceAnswers(here, api, whisper);
        var choices = new ChoicePresses(here, people, commands, windows, answers, errands);
        var replies = new PrivateReply(api, whisper);
        var forms = new FormSubmission(here, people, commands, replies, errands);
        app.command(ANY_COMMAND, typed::handle);
        app.blockAction(OUR_CHOICES, choices::handle);
        app.viewSubmission(FormWindow.CALLBACK, forms::handle);
    }

    private void registerShortcut(App app, Handlers handlers) {
        var shortcut = new AskShortcut(api, self, names, errands);
        var submission =
                new AskSubmission(self, people, handlers.inbox(), new AskNotice(api), clock);
        app.messageShortcut(AskModal.CALLBACK, shortcut::handle);
        app.viewSubmission(AskModal.CALLBACK, submission::handle);
    }

    private void registerHome(App app, Overview overview) {
        HomeTab home = new HomeTab(self.workspace(), api, overview, ticker);
        app.event(
                AppHomeOpenedEvent.class,
                (payload, context) -> {
                    errands.run("home", () -> opened(payload.getEvent(), home, overview));
                    return context.ack();
                });
    }

    private void opened(AppHomeOpenedEvent event, HomeTab home, Overview overview) {
        if (HOME.equals(event.getTab())) {
            home.opened(event);
        } else if (MESSAGES.equals(event.getTab())) {
            agentView.opened(event, overview);
        }
    }
}
