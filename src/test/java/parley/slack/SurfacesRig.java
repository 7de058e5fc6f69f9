package parley.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import parley.chat.Actions;
import parley.chat.ChannelId;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Overview;
import parley.chat.Press;
import parley.chat.Receipt;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.testing.ManualTicker;
import parley.testing.NoWhereabouts;
import parley.testing.ScriptedCommands;
import parley.testing.slack.FakeSlack;

/**
 * Bolt as it runs, connected to a loopback Slack, with the surfaces on it; what is behind them is
 * scripted and kept.
 */
final class SurfacesRig implements AutoCloseable {
    final FakeSlack slack;
    final ManualTicker ticker = new ManualTicker();
    final List<Inbound> accepted = new CopyOnWriteArrayList<>();
    final List<Command> commands = new CopyOnWriteArrayList<>();
    final List<Press> presses = new CopyOnWriteArrayList<>();
    final Map<ThreadId, Reference> live = new ConcurrentHashMap<>();
    final List<Overview.Recent> recent = new CopyOnWriteArrayList<>();
    volatile Function<Inbound, Receipt> receipt = _ -> Receipt.ACCEPTED;
    volatile boolean listening = true;
    volatile String reply = "Done.";

    /** What commands come to; {@link #reply} unless set. */
    volatile Function<Command, CommandReply> running = _ -> CommandReply.told(reply);

    final ScriptedCommands scripted = new ScriptedCommands(this::run, _ -> false);
    volatile Optional<String> refusal = Optional.empty();
    volatile List<Overview.Prompt> prompts = List.of(new Overview.Prompt("Hi", "Greet me."));
    final BotIdentity self;
    final SlackSurfaces surfaces;
    private final SlackApi api;
    private final SocketModeApp socket;

    private SurfacesRig(FakeSlack slack) throws Exception {
        this.slack = slack;
        api =
                SlackApi.connect(
                        new SlackSettings(
                                slack.botToken(),
                                Optional.of(slack.appToken()),
                                Optional.empty(),
                                URI.create(slack.apiUrl()),
                                SlackAdmins.NONE));
        self = BotIdentity.of(api.slack().methods(slack.botToken()).authTest(r -> r));
        SlackPeople people = new SlackPeople(api, self.workspace(), _ -> false, ticker);
        surfaces =
                new SlackSurfaces(
                        api,
                        self,
                        people,
                        people.known(),
                        thread -> Optional.ofNullable(live.get(thread)),
                        InstantSource.system(),
                        ticker);
        App app =
                new App(
                        AppConfig.builder()
                                .slack(api.slack())
                                .singleTeamBotToken(slack.botToken())
                                .allEventsApiAutoAckEnabled(true)
                                .build());
        surfaces.register(app, handlers());
        socket = new SocketModeApp(slack.appToken(), app, SocketModeClient.Backend.Tyrus, 4);
    }

    static SurfacesRig start(FakeSlack slack) throws Exception {
        SurfacesRig rig = new SurfacesRig(slack);
        rig.socket.startAsync();
        slack.await("a socket", () -> slack.sockets().open() > 0);
        return rig;
    }

    private final class ScriptedInbox implements Inbox {
        @Override
        public Receipt accept(Inbound event) {
            Receipt given = receipt.apply(event);
            boolean known = accepted.stream().anyMatch(one -> one.event().equals(event.event()));
            if (known || given != Receipt.ACCEPTED) {
                return known ? Receipt.DUPLICATE : given;
            }
            accepted.add(event);
            return given;
        }

        @Override
        public boolean listens(ChannelId channel) {
            return listening;
        }
    }

    private Handlers handlers() {
        Inbox inbox = new ScriptedInbox();
        Actions actions =
                press -> {
                    presses.add(press);
                    return refusal;
                };
        return new Handlers(inbox, scripted, actions, overview(), new NoWhereabouts());
    }

    private CommandReply run(Command command) {
        commands.add(command);
        return running.apply(command);
    }

    private Overview overview() {
        return new Overview() {
            @Override
            public Card persona(ChannelId channel) {
                return new Card("p-" + channel.value(), "Answers.", prompts);
            }

            @Override
            public List<Card> personas(WorkspaceId workspace) {
                return List.of();
            }

            @Override
            public List<Recent> recent(WorkspaceId workspace, UserId person, int most) {
                return new ArrayList<>(recent.subList(0, Math.min(most, recent.size())));
            }
        };
    }

    ChannelId channel(String id) {
        return new ChannelId(self.workspace(), id);
    }

    ThreadId thread(String channel, String root) {
        return new ThreadId(channel(channel), root);
    }

    /** As the bot, in a thread. */
    SlackApi api() {
        return api;
    }

    @Override
    public void close() throws Exception {
        SocketModeClient client = socket.getClient();
        socket.close();
        client.close();
        api.close();
        slack.close();
    }
}
