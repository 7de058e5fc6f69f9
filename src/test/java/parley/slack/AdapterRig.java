package parley.slack;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import parley.chat.ChannelId;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Platform;
import parley.chat.Receipt;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;
import parley.testing.EmptyOverview;
import parley.testing.NoWhereabouts;
import parley.testing.ScriptedCommands;
import parley.testing.slack.FakeSlack;

/** The whole adapter, connected to a loopback Slack; what is behind it is scripted and kept. */
final class AdapterRig implements AutoCloseable {
    private static final Pattern COMMAND = Pattern.compile("/?(?:parley )?/?persona\\b.*");

    final FakeSlack slack;
    final SlackAdapter adapter;
    final List<Inbound> heard = new CopyOnWriteArrayList<>();
    volatile Function<Command, CommandReply> running =
            command -> CommandReply.told("You are " + command.standing() + ".");
    final ScriptedCommands commands =
            new ScriptedCommands(
                    command -> running.apply(command), words -> COMMAND.matcher(words).matches());

    private AdapterRig(FakeSlack slack, String admins) {
        this.slack = slack;
        adapter =
                new SlackAdapter(
                        new SlackSettings(
                                slack.botToken(),
                                Optional.of(slack.appToken()),
                                Optional.empty(),
                                URI.create(slack.apiUrl()),
                                SlackAdmins.parse(admins)),
                        System::nanoTime,
                        InstantSource.system());
    }

    /**
     * @param admins as in the settings
     */
    static AdapterRig start(FakeSlack slack, String admins) {
        AdapterRig rig = new AdapterRig(slack, admins);
        rig.adapter.start(
                new Handlers(
                        rig::accept,
                        rig.commands,
                        _ -> Optional.empty(),
                        new EmptyOverview(),
                        new NoWhereabouts()));
        slack.await("a socket", () -> slack.sockets().open() > 0);
        return rig;
    }

    private Receipt accept(Inbound event) {
        heard.add(event);
        return Receipt.NOTED;
    }

    ChannelId channel(String id) {
        return new ChannelId(new WorkspaceId(Platform.SLACK, slack.teamId()), id);
    }

    ThreadId thread(String channel, String root) {
        return new ThreadId(channel(channel), root);
    }

    @Override
    public void close() {
        adapter.close();
        slack.close();
    }
}
