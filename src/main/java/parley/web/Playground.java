package parley.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.ChatMessage;
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
    private static final String NOT_ADDRESSED =
            "Not addressed to Parley: mention @Parley to ask. /parley why tells more.";

    private final Board board;
    private final InstantSource clock;
    private final Core core;
    private final People people;
    private final List<CommandHint> commands;
    private final boolean offline;

    Playground(
            Board board,
            InstantSource clock,
            Core core,
            People people,
            List<CommandHint> commands,
            boolean offline) {
        this.board = board;
        this.clock = clock;
        this.core = core;
        this.people = people;
        this.commands = List.copyOf(commands);
        this.offline = offline;
    }

    /** The fixed things, and who the people are now. */
    Answers.Workspace workspace() {
        return new Answers.Workspace(
                Room.ALL.stream().map(Answers.Channel::of).toList(),
                people.members(),
                commands,
                offline,
                PageInput.LONGEST_MESSAGE);
    }

    Answers.Member switchAdmin(String person, AdminRequest request) {
        return people.switchAdmin(PageInput.person(person), request.admin());
    }

    Answers.Threads threads(String channel) {
        return Core.stored(() -> board.threads(PageInput.room(channel).channel()));
    }

    Answers.Thread thread(String channel, String root) {
        ThreadId thread = PageInput.thread(PageInput.room(channel), root);
        List<MessageView> messages = Core.stored(() -> board.thread(thread));
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
        Handlers open = core.handlers();
        ChatMessage asked = asked(room, person, request);
        ChatMessage message = Core.stored(() -> board.add(request.id(), asked));
        Author author = message.author().orElseThrow(() -> Refusal.invalid("That id is taken."));
        Inbound said = WebEvents.said(event, room, author, message);
        return switch (Core.stored(() -> open.inbox().acceptAwaited(said))) {
            case ACCEPTED, CONSIDERED, DUPLICATE -> said(message, "");
            case NOTED, IGNORED -> said(message, NOT_ADDRESSED);
            case OVERLOADED, REFUSED -> {
                Core.stored(() -> board.remove(message.thread(), message.id()));
                throw Refusal.overloaded();
            }
        };
    }

    private ChatMessage asked(Room room, Person person, SayRequest request) {
        boolean begins = request.thread().isEmpty();
        ThreadId thread = PageInput.thread(room, begins ? request.id() : request.thread());
        if (!begins
                && Core.stored(() -> board.find(thread, new MessageId(thread.root()))).isEmpty()) {
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
                Core.stored(() -> board.find(thread, PageInput.messageId(id)))
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
        Core.stored(() -> board.replace(now));
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
        Optional<ChatMessage> standing = Core.stored(() -> board.find(thread, message));
        standing.ifPresent(it -> checkOwn(it, person));
        Answers.Done done =
                done(WebEvents.deleted(event, person.author(), clock.instant(), thread, message));
        standing.ifPresent(it -> Core.stored(() -> takeAway(it)));
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
        Handlers open = core.handlers();
        Receipt receipt = Core.stored(() -> open.inbox().accept(event));
        return new Answers.Done(receipt.name().toLowerCase(Locale.ROOT));
    }

    Answers.Pressed press(String channel, String root, PressRequest request) {
        Room room = PageInput.room(channel);
        Person person = PageInput.person(room, request.author());
        Handlers open = core.handlers();
        var press =
                new Press(
                        PageInput.event(request.id()),
                        PageInput.thread(room, root),
                        person.author(),
                        people.standing(person),
                        clock.instant(),
                        PageInput.button(request.button()),
                        PageInput.turn(request.turn()));
        return new Answers.Pressed(Core.stored(() -> open.actions().press(press)).orElse(""));
    }

    private static void checkOwn(ChatMessage message, Person person) {
        if (message.author().filter(person.author()::equals).isEmpty()) {
            throw Refusal.forbidden("Only who wrote a message can change it.");
        }
    }
}
