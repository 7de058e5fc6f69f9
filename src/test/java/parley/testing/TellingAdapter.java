package parley.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.chat.Attachment;
import parley.chat.Author;
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
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.chat.ThreadReader;
import parley.chat.UserId;
import parley.chat.Write;

/**
 * A platform in memory like {@link RecordingAdapter}, whose events name people by their ids and
 * tell nothing of a file but where it is: the rest has to be asked for. Safe for use by many
 * threads.
 */
public final class TellingAdapter
        implements ChatAdapter, StatusIndicator, ThreadReader, FileSharer, Membership {
    private final RecordingAdapter shown;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, FileContent> files = new HashMap<>();
    private final Map<String, Gate> gates = new HashMap<>();
    private final Map<String, String> shared = new LinkedHashMap<>();
    private final Map<UserId, Optional<Standing>> standings = new HashMap<>();
    private final Map<String, Set<UserId>> groups = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Earlier earlier = new Earlier.Told(List.of());
    private Optional<SendResult> sharing = Optional.empty();
    private Optional<Gate> sharingGate = Optional.empty();

    public TellingAdapter(int messageLength) {
        shown = new RecordingAdapter(Platform.SLACK, messageLength, List.of(), System::nanoTime);
    }

    /** What the threads show. */
    public RecordingAdapter shown() {
        return shown;
    }

    /**
     * What was asked for, in order: {@code complete m1}, {@code earlier m1 50}, {@code fetch id}.
     */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** A person whom events call {@code <@id>}. */
    public synchronized TellingAdapter person(String id, String name) {
        names.put(id, name);
        return this;
    }

    /** Who that person is; empty for what cannot be told. Everybody else is a member. */
    public synchronized TellingAdapter standing(UserId person, Optional<Standing> standing) {
        standings.put(person, standing);
        return this;
    }

    /** A group of that name, whose id is another word. */
    public synchronized TellingAdapter group(String name, UserId... people) {
        groups.put(name, Set.of(people));
        return this;
    }

    @Override
    public synchronized Optional<Standing> standing(ChannelId channel, UserId person) {
        return standings.getOrDefault(person, Optional.of(Standing.MEMBER));
    }

    @Override
    public synchronized boolean belongs(ChannelId channel, UserId person, String group) {
        return groups.entrySet().stream()
                .anyMatch(each ->
                        id(each.getKey()).equals(group) && each.getValue().contains(person));
    }

    @Override
    public synchronized Optional<Group> group(ChannelId channel, String words) {
        return groups.containsKey(words)
                ? Optional.of(new Group(id(words), words))
                : Optional.empty();
    }

    private static String id(String name) {
        return "G-" + name.replace(' ', '-');
    }

    public synchronized TellingAdapter earlier(Earlier result) {
        earlier = result;
        return this;
    }

    /** A file that can be fetched. */
    public synchronized Attachment file(String name, byte[] bytes) {
        files.put("F-" + name, new FileContent.Fetched(name, "", bytes));
        return new Attachment("F-" + name, name, "", bytes.length, "");
    }

    public Attachment file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that cannot. */
    public synchronized Attachment missing(String name, String reason) {
        files.put("F-" + name, new FileContent.Missing(reason));
        return new Attachment("F-" + name, name, "", 0, "");
    }

    /** Whoever fetches the file waits there. */
    public synchronized Gate gate(Attachment file) {
        return gates.computeIfAbsent(file.id(), _ -> new Gate());
    }

    /** Files that were put into threads: text by name. */
    public synchronized Map<String, String> shared() {
        return new LinkedHashMap<>(shared);
    }

    /** Waits until a file is in a thread. */
    public synchronized void awaitShared() {
        while (shared.isEmpty()) {
            try {
                wait(20_000);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** How sharing ends from now on; empty for well. */
    public synchronized void sharing(Optional<SendResult> result) {
        sharing = result;
    }

    /** Whoever shares a file waits there. */
    public synchronized Gate sharingGate() {
        Gate gate = new Gate();
        sharingGate = Optional.of(gate);
        return gate;
    }

    @Override
    public synchronized Inbound.Said complete(Inbound.Said said) {
        asked.add("complete " + said.message());
        Author author = said.author();
        String text = said.text();
        for (var name : names.entrySet()) {
            text = text.replace("<@" + name.getKey() + ">", "@" + name.getValue());
        }
        String name = names.getOrDefault(author.id().value(), author.name());
        return said.with(new Author(author.id(), name), text);
    }

    @Override
    public synchronized Earlier earlier(ThreadId thread, MessageId before, int most) {
        asked.add("earlier " + before + " " + most);
        return earlier;
    }

    @Override
    public FileContent fetch(ThreadId thread, Attachment file, long most) {
        asked.add("fetch " + file.id());
        pass(gateOf(file));
        FileContent content = content(file);
        return content instanceof FileContent.Fetched fetched && fetched.bytes().length > most
                ? new FileContent.Missing("it is larger than " + most + " bytes")
                : content;
    }

    private synchronized Optional<Gate> gateOf(Attachment file) {
        return Optional.ofNullable(gates.get(file.id()));
    }

    private synchronized FileContent content(Attachment file) {
        return files.getOrDefault(file.id(), new FileContent.Missing("it is not there"));
    }

    private static void pass(Optional<Gate> gate) {
        if (gate.isPresent()) {
            try {
                gate.get().pass();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public synchronized boolean mayStand(ThreadId thread, String name, Instant since) {
        return shared.containsKey(name);
    }

    @Override
    public SendResult share(ThreadId thread, String name, String text) {
        pass(sharingGateNow());
        return keep(name, text);
    }

    private synchronized Optional<Gate> sharingGateNow() {
        return sharingGate;
    }

    private synchronized SendResult keep(String name, String text) {
        if (sharing.isPresent()) {
            return sharing.get();
        }
        shared.merge(name, text, (one, _) -> one + " (again)");
        notifyAll();
        return new SendResult.Sent(new MessageId("f" + shared.size()));
    }

    @Override
    public Platform platform() {
        return shown.platform();
    }

    @Override
    public Limits limits() {
        return shown.limits();
    }

    @Override
    public void start(Handlers handlers) {}

    @Override
    public SendResult write(ThreadId thread, Write write, Route route) {
        return shown.write(thread, write, route);
    }

    @Override
    public void showStatus(ThreadId thread, String words, Optional<Reference> turn) {
        shown.showStatus(thread, words, turn);
    }

    @Override
    public void clearStatus(ThreadId thread) {
        shown.clearStatus(thread);
    }

    @Override
    public void close() {
        shown.close();
    }
}
