package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.chat.Ticker;
import parley.testing.slack.Person.Trait;

/**
 * A loopback server of Slack's protocol with one workspace, one installed app, and people who act
 * by script. It answers as Slack would, and remembers in {@link #violations} what a correct bot
 * never does. Texts are as Slack writes them on the wire, with the three signs of HTML escaped.
 * Safe for use by many threads.
 */
public final class FakeSlack implements AutoCloseable {
    private final Parts parts;
    private final Workspace workspace;
    private final Crowd crowd;
    private final Interactions interactions;

    private FakeSlack(Ticker ticker) {
        parts = new Parts(new SlackClock(ticker, Instant.now()));
        workspace = parts.workspace;
        crowd = parts.crowd;
        interactions = parts.interactions;
    }

    public static FakeSlack start() {
        return start(System::nanoTime);
    }

    /** With its own time for limits, stream ages and ids; deliveries run in real time. */
    public static FakeSlack start(Ticker ticker) {
        return new FakeSlack(ticker);
    }

    /** The address of the Web API, with a slash at its end. */
    public String apiUrl() {
        return workspace.url() + WebApi.PATH;
    }

    public String botToken() {
        return workspace.me.botToken();
    }

    public String appToken() {
        return workspace.me.appToken();
    }

    /** Of the app's configuration, for apps.manifest.*. */
    public String configToken() {
        return workspace.me.configToken();
    }

    public String signingSecret() {
        return workspace.me.signingSecret();
    }

    public String teamId() {
        return workspace.me.teamId();
    }

    public String botUserId() {
        return workspace.me.botUserId();
    }

    public String botId() {
        return workspace.me.botId();
    }

    public String appId() {
        return workspace.me.appId();
    }

    /** How the bot is mentioned in a text. */
    public String mention() {
        return "<@" + workspace.me.botUserId() + ">";
    }

    // Who and where

    public FakeSlack addUser(String id, String name, Trait... traits) {
        Set<Trait> all = Set.of(traits);
        boolean foreign = all.contains(Trait.OTHER_TEAM) || all.contains(Trait.OTHER_WORKSPACE);
        String team = foreign ? "T0OTHER001" : workspace.me.teamId();
        workspace.watch.run(() -> workspace.people.put(id, new Person(id, name, team, all)));
        return this;
    }

    /** A channel with the bot in it. */
    public FakeSlack addChannel(String id, String name, Room.Kind kind, String... members) {
        workspace.watch.run(() -> {
            Room room = new Room(id, name, kind);
            room.members.addAll(List.of(members));
            room.bot(true);
            workspace.rooms.put(id, room);
        });
        return this;
    }

    /** A channel to which the bot was never invited. */
    public FakeSlack addForeignChannel(String id, String name, Room.Kind kind, String... members) {
        workspace.watch.run(() -> {
            Room room = new Room(id, name, kind);
            room.members.addAll(List.of(members));
            workspace.rooms.put(id, room);
        });
        return this;
    }

    /** People, also those who have left, come anew when a group is added once more. */
    public FakeSlack addUserGroup(String id, String handle, String... users) {
        workspace.watch.run(() -> parts.groups.group(id, handle, List.of(users)));
        return this;
    }

    public FakeSlack archive(String channel) {
        workspace.watch.run(() -> workspace.room(channel).archive());
        return this;
    }

    /** The bot is invited to a channel, or thrown out. */
    public FakeSlack botMember(String channel, boolean member) {
        workspace.watch.run(() -> workspace.room(channel).bot(member));
        return this;
    }

    /** The id of somebody's direct messages with the bot. */
    public String imOf(String user) {
        return workspace.watch.read(() -> workspace.im(user).id);
    }

    // What people do

    /** A message at the top of a channel; its ts. */
    public String says(String user, String channel, String text, FakeFile... files) {
        return workspace.watch.locked(
                () -> crowd.says(user, channel, Optional.empty(), text, List.of(files)));
    }

    /** A message in a thread; its ts. */
    public String replies(
            String user, String channel, String threadTs, String text, FakeFile... files) {
        return workspace.watch.locked(
                () -> crowd.says(user, channel, Optional.of(threadTs), text, List.of(files)));
    }

    /** A direct message to the bot, which begins a thread; its ts. */
    public String directMessage(String user, String text, FakeFile... files) {
        return says(user, imOf(user), text, files);
    }

    public void edits(String channel, String ts, String text) {
        workspace.watch.run(() -> crowd.edits(channel, ts, text));
    }

    public void deletes(String channel, String ts) {
        workspace.watch.run(() -> crowd.deletes(channel, ts));
    }

    /** A link preview is added to a message: it changes and says the same. */
    public void unfurls(String channel, String ts) {
        workspace.watch.run(() -> crowd.unfurls(channel, ts));
    }

    /** A message of any other subtype, such as {@code channel_join}. */
    public void happens(String user, String channel, String subtype, String text) {
        workspace.watch.run(() -> crowd.happens(user, channel, subtype, text));
    }

    /** Any other event, such as {@code reaction_added}, as it stands in the callback. */
    public void emits(JsonNode event) {
        workspace.watch.run(() -> parts.events.other(event.deepCopy()));
    }

    /** Opens the app's Home ({@code home}) or its direct messages ({@code messages}). */
    public void opensHome(String user, String tab) {
        workspace.watch.run(() -> crowd.opensHome(user, tab));
    }

    /** Presses Slack's own Stop in a thread. */
    public void stopsSession(String user, String channel, String threadTs) {
        workspace.watch.run(() -> crowd.stopsSession(user, channel, threadTs));
    }

    /** Presses a button under a message: the first one with this action id. */
    public Delivery presses(String user, String channel, String ts, String actionId) {
        return workspace.watch.locked(
                () -> interactions.presses(user, channel, ts, actionId, Optional.empty()));
    }

    /** Presses the button with this action id and value; so feedback buttons are told apart. */
    public Delivery presses(String user, String channel, String ts, String actionId, String value) {
        return workspace.watch.locked(
                () -> interactions.presses(user, channel, ts, actionId, Optional.of(value)));
    }

    /** Presses a button of a message as somebody still sees it, whatever it says by now. */
    public Delivery pressesAsSeen(String user, String channel, Shown seen, String actionId) {
        return workspace.watch.locked(
                () -> interactions.pressesAsSeen(user, channel, seen, actionId));
    }

    /** Presses a button in a Home tab or modal, or chooses an option; the value may be empty. */
    public Delivery pressesInView(String user, String viewId, String actionId, String value) {
        return workspace.watch.locked(() ->
                interactions.pressesInView(
                        user, viewId, actionId, Optional.of(value).filter(one -> !one.isEmpty())));
    }

    /** Such as {@code command("U1", "C1", "/parley", "help")}. */
    public Delivery command(String user, String channel, String command, String text) {
        return workspace.watch.locked(() -> interactions.command(user, channel, command, text));
    }

    /** Chooses the app's shortcut in the menu of a message. */
    public Delivery shortcut(String user, String channel, String ts, String callbackId) {
        return workspace.watch.locked(() -> interactions.shortcut(user, channel, ts, callbackId));
    }

    /** Fills in and submits a modal; values by action id, the others as the app filled them. */
    public Delivery submits(String viewId, Map<String, String> values) {
        return workspace.watch.locked(() -> interactions.submits(viewId, values, Optional.empty()));
    }

    /** Likewise, in the name of somebody who does not have it open. */
    public Delivery submitsAs(String user, String viewId, Map<String, String> values) {
        return workspace.watch.locked(
                () -> interactions.submits(viewId, values, Optional.of(user)));
    }

    // What people see

    /** The root and its replies, oldest first. */
    public List<Shown> thread(String channel, String root) {
        return workspace.watch.read(() -> parts.screen.thread(channel, root));
    }

    /** The messages of the bot in a thread, oldest first. */
    public List<Shown> answers(String channel, String root) {
        return thread(channel, root).stream()
                .filter(message -> message.author().equals(workspace.me.botUserId()))
                .toList();
    }

    /** Empty when there is none, or none any more. */
    public Optional<Shown> message(String channel, String ts) {
        return workspace.watch.read(() -> parts.screen.message(channel, ts));
    }

    /** The messages at the top of a channel, oldest first. */
    public List<Shown> channel(String channel) {
        return workspace.watch.read(() -> parts.screen.channel(channel));
    }

    public List<Ephemeral> ephemerals(String user) {
        return workspace.watch.read(() ->
                workspace.stage.ephemerals.stream()
                        .filter(one -> one.user().equals(user))
                        .toList());
    }

    /** Statuses, titles, prompts, views, files. */
    public Surfaces surfaces() {
        return new Surfaces(workspace, parts.groups);
    }

    // What the bot did

    /** Every call of the Web API so far. */
    public List<Call> calls() {
        return parts.api.calls();
    }

    /** Every call of these methods so far, such as {@code chat.update}. */
    public List<Call> calls(String... methods) {
        return calls().stream()
                .filter(call -> Stream.of(methods).anyMatch(call.method()::equals))
                .toList();
    }

    /** What a correct bot never does. */
    public List<Violation> violations() {
        return workspace.watch.read(() -> List.copyOf(workspace.violations));
    }

    /** Calls refused with 429 because the bot went over a limit. */
    public List<Call> rateLimited() {
        return parts.api.limited();
    }

    /** Whom the bot's messages woke. */
    public List<Notice> notified() {
        return workspace.watch.read(() -> List.copyOf(workspace.notices));
    }

    /** What Slack told the app, oldest first. */
    public List<Delivery> deliveries() {
        return parts.sockets.deliveries().all();
    }

    /** Those of a type, such as {@code app_mention}; see {@link Delivery#type}. */
    public List<Delivery> deliveries(String type) {
        return deliveries().stream().filter(one -> one.type().equals(type)).toList();
    }

    /** Commands and interactions that were not answered in time: people saw an error. */
    public List<Delivery> unanswered() {
        return parts.sockets.deliveries().unanswered();
    }

    /** Tells it once more, acknowledged or not. */
    public void redeliver(Delivery delivery) {
        parts.sockets.deliveries().again(delivery);
    }

    // What goes wrong

    public Faults faults() {
        return parts.api.faults();
    }

    public RateLimits limits() {
        return parts.api.limits();
    }

    public StreamRules streams() {
        return parts.streams;
    }

    public Sockets sockets() {
        return new Sockets(parts.sockets);
    }

    /** What the app may do, what it is told, and how. */
    public InstalledApp app() {
        return parts.app;
    }

    // Waiting

    /** Waits until that holds, at most 20 seconds. */
    public void await(String what, BooleanSupplier condition) {
        workspace.watch.await(what, condition, this::seen);
    }

    /** Likewise, at most so long. */
    public void await(String what, Duration patience, BooleanSupplier condition) {
        workspace.watch.await(what, patience, condition, this::seen);
    }

    /** Waits for a message of the bot in a thread that is so; the first one. */
    public Shown awaitAnswer(String channel, String root, Predicate<Shown> wanted) {
        await("an answer", () -> answers(channel, root).stream().anyMatch(wanted));
        return answers(channel, root).stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Waits until everything told so far is acknowledged. */
    public void awaitAcknowledged() {
        await("all acknowledged", () -> deliveries().stream().allMatch(Delivery::acknowledged));
    }

    private String seen() {
        return "deliveries " + deliveries() + ", violations " + violations();
    }

    @Override
    public void close() {
        parts.close();
    }
}
