package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import parley.chat.Ticker;
import parley.testing.slack.Person.Trait;

/**
 * A loopback server of Slack's protocol with one workspace, one installed app, and people who act
 * by script. It answers as Slack would, and remembers in {@link #violations} what a correct bot
 * never does. Texts are as Slack writes them on the wire: {@code &lt;} for a less-than sign. Safe
 * for use by many threads.
 */
public final class FakeSlack implements AutoCloseable {
    private final Identity me = Identity.fresh();
    private final Workspace workspace;
    private final SocketDoor sockets;
    private final SocketListener listener;
    private final Events events;
    private final Crowd crowd;
    private final StreamRules streams;
    private final Screen screen;
    private final WebApi api;
    private final HttpDoor http;

    private FakeSlack(Ticker ticker) {
        workspace = new Workspace(me, new SlackClock(ticker, Instant.now()));
        sockets = new SocketDoor(workspace);
        listener = SocketListener.open(sockets);
        events = new Events(workspace, sockets.deliveries());
        crowd = new Crowd(workspace, events);
        streams = new StreamRules(workspace.clock);
        screen = new Screen(workspace, streams);
        api = new WebApi(workspace);
        api.add(methods());
        http = HttpDoor.open(0, this::answer);
        workspace.url(http.url());
    }

    public static FakeSlack start() {
        return start(System::nanoTime);
    }

    /** With its own time for limits, stream ages and ids; deliveries run in real time. */
    public static FakeSlack start(Ticker ticker) {
        return new FakeSlack(ticker);
    }

    private List<ApiMethod> methods() {
        Notifications notifications = new Notifications(workspace);
        List<ApiMethod> all = new ArrayList<>();
        all.addAll(new ChatMethods(workspace, events, notifications).methods());
        all.addAll(new StreamMethods(workspace, events, notifications, streams).methods());
        all.addAll(new AssistantMethods(workspace).methods());
        all.addAll(new ConversationMethods(workspace, api.tokens()).methods());
        all.addAll(new PeopleMethods(workspace, this::socketAddress).methods());
        return all;
    }

    private String socketAddress() {
        return listener.address(workspace.ids.uuid(), me.appId());
    }

    private HttpAnswer answer(HttpRequest request) {
        return request.path().startsWith(WebApi.PATH)
                ? api.answer(request)
                : HttpAnswer.text(404, "text/plain", "not found");
    }

    /** The address of the Web API, with a slash at its end. */
    public String apiUrl() {
        return http.url() + WebApi.PATH;
    }

    public String botToken() {
        return me.botToken();
    }

    public String appToken() {
        return me.appToken();
    }

    public String signingSecret() {
        return me.signingSecret();
    }

    public String teamId() {
        return me.teamId();
    }

    public String botUserId() {
        return me.botUserId();
    }

    public String botId() {
        return me.botId();
    }

    public String appId() {
        return me.appId();
    }

    /** How the bot is mentioned in a text. */
    public String mention() {
        return "<@" + me.botUserId() + ">";
    }

    // Who and where

    public FakeSlack addUser(String id, String name, Trait... traits) {
        Set<Trait> all = Set.of(traits);
        String team = all.contains(Trait.OTHER_TEAM) ? "T0OTHER001" : me.teamId();
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

    /** The bot is invited to a channel, or thrown out. */
    public FakeSlack botMember(String channel, boolean member) {
        workspace.watch.run(() -> workspace.room(channel).bot(member));
        return this;
    }

    /** The id of somebody's direct messages with the bot. */
    public String imOf(String user) {
        return workspace.watch.locked(() -> workspace.im(user).id);
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

    /** Opens the app's Home ({@code home}) or its direct messages ({@code messages}). */
    public void opensHome(String user, String tab) {
        workspace.watch.run(() -> crowd.opensHome(user, tab));
    }

    /** Presses Slack's own Stop in a thread. */
    public void stopsSession(String user, String channel, String threadTs) {
        workspace.watch.run(() -> crowd.stopsSession(user, channel, threadTs));
    }

    // What people see

    /** The root and its replies, oldest first. */
    public List<Shown> thread(String channel, String root) {
        return workspace.watch.locked(() -> screen.thread(channel, root));
    }

    /** The messages of the bot in a thread, oldest first. */
    public List<Shown> answers(String channel, String root) {
        return thread(channel, root).stream()
                .filter(message -> message.author().equals(me.botUserId()))
                .toList();
    }

    /** The messages at the top of a channel, oldest first. */
    public List<Shown> channel(String channel) {
        return workspace.watch.locked(() -> screen.channel(channel));
    }

    public List<Ephemeral> ephemerals(String user) {
        return workspace.watch.locked(() ->
                workspace.stage.ephemerals.stream()
                        .filter(one -> one.user().equals(user))
                        .toList());
    }

    /** The status beside a thread; empty when there is none. */
    public String status(String channel, String threadTs) {
        return workspace.watch.locked(
                () -> workspace.stage.status(channel, threadTs).map(Stage.Status::text).orElse(""));
    }

    /** All statuses that a thread ever had, in order; empty texts where they were cleared. */
    public List<String> statuses(String channel, String threadTs) {
        return workspace.watch.locked(() ->
                workspace.stage.allStatuses.stream()
                        .filter(one -> one.channel().equals(channel))
                        .filter(one -> one.threadTs().equals(threadTs))
                        .map(Stage.Status::text)
                        .toList());
    }

    /** {@code active}, {@code processing}…; empty where there is no session. */
    public String session(String channel, String threadTs) {
        return workspace.watch.locked(
                () -> workspace.stage.sessions.getOrDefault(Stage.key(channel, threadTs), ""));
    }

    public Optional<String> title(String channel, String threadTs) {
        return workspace.watch.locked(() ->
                Optional.ofNullable(workspace.stage.titles.get(Stage.key(channel, threadTs))));
    }

    /** Those of a thread, or of a whole direct message conversation when it is empty. */
    public List<JsonNode> suggestedPrompts(String channel, String threadTs) {
        return workspace.watch.locked(() ->
                workspace.stage.prompts.getOrDefault(Stage.key(channel, threadTs), List.of()));
    }

    // What the bot did

    /** Every call of the Web API so far. */
    public List<Call> calls() {
        return api.calls();
    }

    /** Every call of these methods so far, such as {@code chat.update}. */
    public List<Call> calls(String... methods) {
        return calls().stream()
                .filter(call -> Stream.of(methods).anyMatch(call.method()::equals))
                .toList();
    }

    /** What a correct bot never does. */
    public List<Violation> violations() {
        return workspace.watch.locked(() -> List.copyOf(workspace.violations));
    }

    /** Calls refused with 429 because the bot went over a limit. */
    public List<Call> rateLimited() {
        return api.limited();
    }

    /** Whom the bot's messages woke. */
    public List<Notice> notified() {
        return workspace.watch.locked(() -> List.copyOf(workspace.notices));
    }

    /** What Slack told the app, oldest first. */
    public List<Delivery> deliveries() {
        return sockets.deliveries().all();
    }

    /** Those of a type, such as {@code app_mention}; see {@link Delivery#type}. */
    public List<Delivery> deliveries(String type) {
        return deliveries().stream().filter(one -> one.type().equals(type)).toList();
    }

    /** Tells it once more, acknowledged or not. */
    public void redeliver(Delivery delivery) {
        sockets.deliveries().again(delivery);
    }

    // What goes wrong

    public Faults faults() {
        return api.faults();
    }

    public RateLimits limits() {
        return api.limits();
    }

    public StreamRules streams() {
        return streams;
    }

    public Sockets sockets() {
        return new Sockets(sockets);
    }

    /** How the app hears of things, and of which. */
    public Subscriptions events() {
        return new Subscriptions(events, sockets.deliveries(), api.tokens());
    }

    // Waiting

    /** Waits until that holds, at most 20 seconds. */
    public void await(String what, BooleanSupplier condition) {
        workspace.watch.await(what, condition, this::seen);
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
        sockets.deliveries().close();
        http.close();
        listener.shut();
    }
}
