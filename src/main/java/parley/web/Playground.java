package parley.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Author;
import parley.chat.ChatMessage;
import parley.chat.Command;
import parley.chat.EventId;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Press;
import parley.chat.Receipt;
import parley.chat.ThreadId;

/**
 * What people do in the playground. A message stands in the log before it is handed in, so a
 * request that is sent again after a crash in between is completed and never doubled. Every method
 * throws a {@link Refusal} with the sentence for the person. Safe for use by many threads.
 */
final class Playground {
    private static final Logger LOG = LoggerFactory.getLogger(Playground.class);
    private static final String NOT_ADDRESSED =
            "Not addressed to Parley: several people talk here, so mention @Parley to ask.";

    private final Board board;
    private final InstantSource clock;
    private final Answers.Workspace workspace;
    private volatile Optional<Handlers> handlers = Optional.empty();

    Playground(Board board, InstantSource clock, List<CommandHint> commands, boolean offline) {
        this.board = board;
        this.clock = clock;
        this.workspace =
                new Answers.Workspace(
                        Room.ALL.stream().map(Answers.Channel::of).toList(),
                        Person.ALL.stream().map(Answers.Member::of).toList(),
                        List.copyOf(commands),
                        offline,
                        PageInput.LONGEST_MESSAGE);
    }

    void open(Handlers opened) {
        handlers = Optional.of(opened);
    }

    void close() {
        handlers = Optional.empty();
    }

    Answers.Workspace workspace() {
        return workspace;
    }

    Answers.Threads threads(String channel) {
        return stored(() -> board.threads(PageInput.room(channel).channel()));
    }

    Answers.Thread thread(String channel, String root) {
        ThreadId thread = PageInput.thread(PageInput.room(channel), root);
        List<MessageView> messages = stored(() -> board.thread(thread));
        if (messages.isEmpty()) {
            throw Refusal.missing("This thread is gone.");
        }
        Status status = board.status(thread);
        return new Answers.Thread(thread.toString(), messages, status.words(), status.turn());
    }

    Answers.Said say(String channel, SayRequest request) {
        Room room = PageInput.room(channel);
        Person person = PageInput.person(room, request.author());
        EventId event = PageInput.event(request.id());
        PageInput.checkText(request.text());
        Handlers open = handlers();
        ChatMessage asked = asked(room, person, request);
        ChatMessage message = stored(() -> board.add(request.id(), asked));
        Author author = message.author().orElseThrow(() -> Refusal.invalid("That id is taken."));
        Inbound said = WebEvents.said(event, room, author, message);
        return switch (stored(() -> open.inbox().accept(said))) {
            case ACCEPTED, DUPLICATE -> said(message, "");
            case NOTED, IGNORED -> said(message, NOT_ADDRESSED);
            case OVERLOADED -> {
                stored(() -> board.remove(message.thread(), message.id()));
                throw Refusal.overloaded();
            }
        };
    }

    private ChatMessage asked(Room room, Person person, SayRequest request) {
        boolean begins = request.thread().isEmpty();
        ThreadId thread = PageInput.thread(room, begins ? request.id() : request.thread());
        if (!begins && stored(() -> board.find(thread, new MessageId(thread.root()))).isEmpty()) {
            throw Refusal.missing("This thread is gone.");
        }
        return new ChatMessage(
                new MessageId(request.id()),
                thread,
                Optional.of(person.author()),
                clock.instant(),
                request.text(),
                Optional.empty(),
                false);
    }

    private static Answers.Said said(ChatMessage message, String hint) {
        return new Answers.Said(
                MessageView.of(message, 0), hint.isEmpty() ? "accepted" : "noted", hint);
    }

    Answers.Done amend(String channel, String root, String id, AmendRequest request) {
        Room room = PageInput.room(channel);
        Person person = PageInput.person(room, request.author());
        EventId event = PageInput.event(request.id());
        PageInput.checkText(request.text());
        ThreadId thread = PageInput.thread(room, root);
        ChatMessage old =
                stored(() -> board.find(thread, PageInput.messageId(id)))
                        .filter(message -> !Board.isBlank(message))
                        .orElseThrow(() -> Refusal.missing("This message is gone."));
        checkOwn(old, person);
        var now =
                new ChatMessage(
                        old.id(),
                        thread,
                        old.author(),
                        old.at(),
                        request.text(),
                        old.outgoing(),
                        true);
        Answers.Done done = done(WebEvents.edited(event, person.author(), clock.instant(), now));
        stored(() -> board.replace(now));
        return done;
    }

    /**
     * The bot forgets first, then the page: what is gone from the page has no button any more. A
     * message that is gone already is handed in again, because the first request may have broken
     * off.
     */
    Answers.Done withdraw(String channel, String root, String id, WithdrawRequest request) {
        Room room = PageInput.room(channel);
        Person person = PageInput.person(room, request.author());
        EventId event = PageInput.event(request.id());
        ThreadId thread = PageInput.thread(room, root);
        MessageId message = PageInput.messageId(id);
        Optional<ChatMessage> standing = stored(() -> board.find(thread, message));
        standing.ifPresent(it -> checkOwn(it, person));
        Answers.Done done =
                done(WebEvents.deleted(event, person.author(), clock.instant(), thread, message));
        standing.ifPresent(it -> stored(() -> takeAway(it)));
        return done;
    }

    /** The first message of a thread leaves its place, because the others hang on it. */
    private boolean takeAway(ChatMessage message) {
        if (!message.id().value().equals(message.thread().root())) {
            return board.remove(message.thread(), message.id());
        }
        return board.replace(
                new ChatMessage(
                        message.id(),
                        message.thread(),
                        message.author(),
                        message.at(),
                        "",
                        Optional.empty(),
                        false));
    }

    private Answers.Done done(Inbound event) {
        Handlers open = handlers();
        Receipt receipt = stored(() -> open.inbox().accept(event));
        return new Answers.Done(receipt.name().toLowerCase(Locale.ROOT));
    }

    Answers.Pressed press(String channel, String root, PressRequest request) {
        Room room = PageInput.room(channel);
        Person person = PageInput.person(room, request.author());
        Handlers open = handlers();
        var press =
                new Press(
                        PageInput.event(request.id()),
                        PageInput.thread(room, root),
                        person.author(),
                        person.standing(),
                        clock.instant(),
                        PageInput.button(request.button()),
                        PageInput.turn(request.turn()));
        return new Answers.Pressed(stored(() -> open.actions().press(press)).orElse(""));
    }

    Answers.CommandAnswer command(String channel, CommandRequest request) {
        Room room = PageInput.room(channel);
        Person person = PageInput.person(room, request.author());
        PageInput.checkText(request.text());
        Handlers open = handlers();
        Optional<ThreadId> thread =
                request.thread().isEmpty()
                        ? Optional.empty()
                        : Optional.of(PageInput.thread(room, request.thread()));
        var command =
                new Command(
                        room.channel(),
                        thread,
                        person.author(),
                        person.standing(),
                        request.text().strip());
        return new Answers.CommandAnswer(stored(() -> open.commands().run(command)).text());
    }

    private Handlers handlers() {
        return handlers.orElseThrow(() ->
                Refusal.unavailable("Parley is starting or stopping. Try again in a moment."));
    }

    private static <T> T stored(Supplier<T> action) {
        try {
            return action.get();
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("the playground's store failed", e);
            throw Refusal.unavailable(
                    "Parley could not store this, so it is not done yet. Try again in a moment.");
        }
    }

    private static void checkOwn(ChatMessage message, Person person) {
        if (message.author().filter(person.author()::equals).isEmpty()) {
            throw Refusal.forbidden("Only who wrote a message can change it.");
        }
    }
}
