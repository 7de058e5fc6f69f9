package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import parley.chat.Ticker;

/**
 * A loopback server of Discord's protocol with guilds, one installed app, and people who act by
 * script. It answers as Discord would, and remembers in {@link #violations} what a correct bot
 * never does. Safe for use by many threads.
 */
public final class FakeDiscord implements AutoCloseable {
    private final Parts parts;
    private final World world;

    private FakeDiscord(Ticker ticker) {
        parts = new Parts(new DiscordClock(ticker, Instant.now()));
        world = parts.world;
    }

    public static FakeDiscord start() {
        return start(System::nanoTime);
    }

    /** With its own time for limits, ages and ids; deliveries run in real time. */
    public static FakeDiscord start(Ticker ticker) {
        return new FakeDiscord(ticker);
    }

    /** The address of the REST API, with a slash at its end. */
    public String apiUrl() {
        return world.url() + RestDoor.PATH;
    }

    public String botToken() {
        return world.me.token();
    }

    public long botId() {
        return world.me.bot().id();
    }

    public long applicationId() {
        return world.me.application();
    }

    /** How the bot is mentioned in a text. */
    public String mention() {
        return "<@" + botId() + ">";
    }

    // Who and where

    /** A guild with the bot in it, invited with what it needs. */
    public FakeDiscord addGuild(long id, String name) {
        return change(() -> parts.landscape.guild(id, name));
    }

    /** The bot is thrown out. */
    public FakeDiscord leaves(long guild) {
        return change(() -> parts.landscape.leaves(guild));
    }

    /** Discord cannot serve a guild, until it can again. */
    public FakeDiscord outage(long guild, boolean out) {
        return change(() -> parts.landscape.outage(guild, out));
    }

    /** With what they may do beyond what everybody may. */
    public FakeDiscord addMember(long guild, long user, String name, Permission... permissions) {
        return change(
                () -> parts.landscape.member(guild, user, name, List.of(permissions), List.of()));
    }

    public FakeDiscord addMember(long guild, long user, String name, List<Long> roles) {
        return change(() -> parts.landscape.member(guild, user, name, List.of(), roles));
    }

    public FakeDiscord addRole(long guild, long role, String name, Permission... permissions) {
        return change(() -> parts.landscape.role(guild, role, name, List.of(permissions)));
    }

    public FakeDiscord addChannel(long guild, long channel, String name, ChannelKind kind) {
        return change(() -> parts.landscape.channel(guild, channel, name, kind));
    }

    /** A channel or thread is deleted. */
    public FakeDiscord removes(long channel) {
        return change(() -> parts.landscape.removes(channel));
    }

    /** All that everybody may do there. */
    public FakeDiscord everyone(long guild, Permission... permissions) {
        return change(() -> parts.landscape.everyone(guild, List.of(permissions)));
    }

    /** All that the bot's own role allows. */
    public FakeDiscord botRole(long guild, Permission... permissions) {
        return change(() -> parts.landscape.bot(guild, List.of(permissions)));
    }

    /** To the bot alone. */
    public FakeDiscord deny(long channel, Permission... permissions) {
        return change(() -> parts.landscape.deny(channel, List.of(permissions)));
    }

    /** To the bot alone. */
    public FakeDiscord allow(long channel, Permission... permissions) {
        return change(() -> parts.landscape.allow(channel, List.of(permissions)));
    }

    /** Somebody calls themselves something else in a guild. */
    public FakeDiscord nickname(long guild, long user, String nick) {
        return change(() -> world.guild(guild).member(user).orElseThrow().nick = Optional.of(nick));
    }

    /** To a role, or to everybody by the id of the guild. */
    public FakeDiscord denyRole(long channel, long role, Permission... permissions) {
        return change(() -> parts.landscape.denyRole(channel, role, List.of(permissions)));
    }

    public FakeDiscord slowmode(long channel, int seconds) {
        return change(() -> parts.landscape.slowmode(channel, seconds));
    }

    /** How many threads may be active at once. */
    public FakeDiscord mostThreads(long guild, int most) {
        return change(() -> world.guild(guild).mostThreads = most);
    }

    /** Whether the portal grants the message content intent. */
    public FakeDiscord readsContent(boolean reads) {
        return change(() -> world.readsContent = reads);
    }

    /** Somebody takes no direct messages from the bot. */
    public FakeDiscord closesDirectMessages(long user) {
        return change(() -> world.closed.add(user));
    }

    /** The channel of somebody's direct messages with the bot. */
    public long dmOf(long user) {
        return world.watch.locked(() -> parts.directs.with(world.person(user)).id);
    }

    private FakeDiscord change(Runnable work) {
        world.watch.run(work);
        return this;
    }

    // What people do

    /** In a channel, thread or direct conversation; the message's id. */
    public long says(long user, long channel, String text, FakeFile... files) {
        return world.watch.locked(() -> parts.crowd.says(user, channel, text, List.of(files)));
    }

    /** An answer to a message; its id. */
    public long replies(long user, long channel, long toMessage, boolean ping, String text) {
        return world.watch.locked(() -> parts.crowd.replies(user, channel, toMessage, ping, text));
    }

    /** An integration says something, by a webhook. */
    public long hooks(long channel, String name, String text) {
        return world.watch.locked(() -> parts.crowd.hooks(channel, name, text));
    }

    public void edits(long channel, long message, String text) {
        world.watch.run(() -> parts.crowd.edits(channel, message, text));
    }

    public void deletes(long channel, long message) {
        world.watch.run(() -> parts.crowd.deletes(channel, message));
    }

    /** A link preview is added to a message: it changes and says the same. */
    public void unfurls(long channel, long message) {
        world.watch.run(() -> parts.crowd.unfurls(channel, message));
    }

    /** From a message, or without one when that is 0; the thread's id. */
    public long startsThread(long user, long channel, long fromMessage, String name) {
        return world.watch.locked(() -> parts.crowd.startsThread(user, channel, fromMessage, name));
    }

    /** In a forum; the id of the thread and of its first message. */
    public long posts(long user, long forum, String title, String text) {
        return world.watch.locked(() -> parts.crowd.posts(user, forum, title, text));
    }

    /** A thread is archived, or locked as well. */
    public void archives(long thread, boolean lock) {
        world.watch.run(() -> parts.crowd.archives(thread, lock));
    }

    public void renames(long thread, String name) {
        world.watch.run(() -> parts.crowd.renames(thread, name));
    }

    /** Presses a button under a message, also of one that this person alone sees. */
    public Interaction presses(long user, long channel, long message, String customId) {
        return world.watch.locked(
                () -> parts.interactions.people.presses(user, channel, message, customId));
    }

    /** Presses a button that is not under the message, or not any more. */
    public Interaction forgesPress(long user, long channel, long message, String customId) {
        return world.watch.locked(
                () -> parts.interactions.people.forgesPress(user, channel, message, customId));
    }

    /** Uses a slash command that they are shown; the subcommand may be empty. */
    public Interaction command(
            long user, long channel, String name, String subcommand, Map<String, String> options) {
        return world.watch.locked(
                () -> parts.interactions.people.command(user, channel, name, subcommand, options));
    }

    /** Likewise, also one that they are not shown. */
    public Interaction forces(
            long user, long channel, String name, String subcommand, Map<String, String> options) {
        return world.watch.locked(
                () -> parts.interactions.people.forces(user, channel, name, subcommand, options));
    }

    /** Types into an option of a slash command. */
    public Interaction completes(
            long user, long channel, String name, String subcommand, String option, String typed) {
        return world.watch.locked(() ->
                parts.interactions.people.completes(
                        user, channel, name, subcommand, Map.of(), option, typed));
    }

    /** Likewise, after filling in other options. */
    public Interaction completes(
            long user,
            long channel,
            String name,
            String subcommand,
            Map<String, String> filled,
            String option,
            String typed) {
        return world.watch.locked(() ->
                parts.interactions.people.completes(
                        user, channel, name, subcommand, filled, option, typed));
    }

    /** Chooses a command in the menu of a message. */
    public Interaction menu(long user, long channel, long message, String name) {
        return world.watch.locked(
                () -> parts.interactions.people.menu(user, channel, message, name));
    }

    /** Fills in and submits the modal that the bot opened; values by custom id. */
    public Interaction submits(Interaction modal, Map<String, String> values) {
        return world.watch.locked(() -> parts.interactions.people.submits(modal, values));
    }

    /** Submits, as somebody else, the modal that the bot opened for who caused it. */
    public Interaction forgesSubmission(long user, Interaction modal, Map<String, String> values) {
        return world.watch.locked(() -> parts.interactions.people.submits(user, modal, values));
    }

    // What people see

    /** In a channel, thread or direct conversation, oldest first. */
    public List<ShownMessage> messages(long channel) {
        return world.watch.read(() -> parts.screen.messages(channel));
    }

    /** Those of the bot. */
    public List<ShownMessage> answers(long channel) {
        return messages(channel).stream().filter(one -> one.author() == botId()).toList();
    }

    /** Empty when there is none, or none any more. */
    public Optional<ShownMessage> message(long channel, long message) {
        return world.watch.read(() -> parts.screen.message(channel, message));
    }

    public Optional<ShownThread> thread(long id) {
        return world.watch.read(() -> parts.screen.thread(id));
    }

    /** Those under a channel, oldest first. */
    public List<ShownThread> threads(long channel) {
        return world.watch.read(() -> parts.screen.threads(channel));
    }

    /** Whether the bot is seen typing there. */
    public boolean typing(long channel) {
        return world.watch.read(() -> world.typing.seen(channel));
    }

    /** All that people did so far which the bot answers. */
    public List<Interaction> interactions() {
        return world.watch.read(parts.interactions.book::all);
    }

    // What the bot did

    /** The commands that it registered for all guilds. */
    public List<JsonNode> commands() {
        return world.watch.read(parts.commands::global);
    }

    /** Every call of the REST API so far. */
    public List<Call> calls() {
        return parts.rest.calls();
    }

    /** Every call of the route so far, such as {@code "POST", "channels/{c}/messages"}. */
    public List<Call> calls(String method, String template) {
        return calls().stream().filter(call -> Faults.isOf(call, method, template)).toList();
    }

    /** What a correct bot never does. */
    public List<Violation> violations() {
        return world.watch.read(() -> List.copyOf(world.violations));
    }

    /** Calls refused with 429 because the bot went over a limit. */
    public List<Call> rateLimited() {
        return parts.rest.limited();
    }

    /** Whom the bot's messages woke. */
    public List<Notice> notified() {
        return world.watch.read(() -> List.copyOf(world.notices));
    }

    // What goes wrong

    /** Where bots hear what happens. */
    public Gateway gateway() {
        return parts.gateway;
    }

    public Faults faults() {
        return parts.rest.faults();
    }

    public RateLimits limits() {
        return parts.rest.limits();
    }

    /**
     * The bot is another process now, which may ask for threads that the one before it made, and
     * knows of no pause that Discord asked for; a new session of the gateway says the former too.
     */
    public void botRestarts() {
        world.watch.run(parts.rest::botRestarts);
    }

    /** How long every answer takes, by real time. */
    public FakeDiscord latency(Duration each) {
        parts.rest.latency(each);
        return this;
    }

    // Waiting

    /** Waits until that holds, at most 20 seconds. */
    public void await(String what, BooleanSupplier condition) {
        world.watch.await(what, condition, this::seen);
    }

    /** Likewise, at most so long. */
    public void await(String what, Duration patience, BooleanSupplier condition) {
        world.watch.await(what, patience, condition, this::seen);
    }

    private String seen() {
        return "violations " + violations() + ", gateway " + gateway();
    }

    @Override
    public void close() {
        parts.close();
    }
}
