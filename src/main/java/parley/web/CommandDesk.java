package parley.web;

import java.util.Optional;
import parley.chat.Chosen;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.EventId;
import parley.chat.FormReply;
import parley.chat.Overview;
import parley.chat.Standing;
import parley.chat.Submission;
import parley.chat.ThreadId;

/**
 * What people ask of Parley itself in the playground: commands, decisions, filled-in windows. Who
 * they are is said by {@link People}, whatever a request claims. Every method throws a {@link
 * Refusal} with the sentence for the person. Safe for use by many threads.
 */
final class CommandDesk {
    private final Core core;
    private final People people;
    private final Notices notices;

    CommandDesk(Core core, People people, Notices notices) {
        this.core = core;
        this.people = people;
        this.notices = notices;
    }

    /** The names that the composer offers. */
    Answers.Personas personas() {
        Overview overview = core.handlers().overview();
        return new Answers.Personas(
                Core.stored(() -> overview.personas(Room.WORKSPACE)).stream()
                        .map(card -> new Answers.Persona(card.name(), card.description()))
                        .toList());
    }

    Answers.Reply command(String channel, CommandRequest request) {
        Room room = PageInput.room(channel);
        Person person = PageInput.person(room, request.author());
        PageInput.checkText(request.text());
        var command =
                new Command(
                        room.channel(),
                        PageInput.place(room, request.thread()),
                        person.author(),
                        people.standing(person),
                        request.text().strip());
        var commands = core.handlers().commands();
        return Answers.Reply.of(Core.stored(() -> commands.run(command)));
    }

    /** A notice that it settles says so to everyone from then on. */
    Answers.Reply choose(String channel, ChoiceRequest request) {
        Room room = PageInput.room(channel);
        Person person = PageInput.person(room, request.author());
        Optional<ThreadId> place = PageInput.place(room, request.thread());
        var chosen =
                new Chosen(
                        PageInput.event(request.id()),
                        room.channel(),
                        request.atTop() ? Optional.empty() : place,
                        person.author(),
                        people.standing(person),
                        PageInput.action(request.action()));
        var commands = core.handlers().commands();
        CommandReply reply = Core.stored(() -> commands.choose(chosen));
        return place.isPresent() && reply instanceof CommandReply.Settled settled
                ? settled(place.get(), request, settled)
                : Answers.Reply.of(reply);
    }

    /** Whoever comes too late reads in private what became of it. */
    private Answers.Reply settled(
            ThreadId thread, ChoiceRequest request, CommandReply.Settled settled) {
        if (request.notice().isEmpty()) {
            return Answers.Reply.of(settled);
        }
        var notice = PageInput.messageId(request.notice());
        return Core.stored(() -> notices.settle(thread, notice, settled.text()))
                ? Answers.Reply.of(settled)
                : Answers.Reply.told(settled.text());
    }

    Answers.Submitted submit(String channel, FormRequest request) {
        Room room = PageInput.room(channel);
        Person person = PageInput.person(room, request.author());
        EventId event = PageInput.event(request.id());
        Standing standing = people.standing(person);
        var submission =
                new Submission(
                        event,
                        room.channel(),
                        PageInput.place(room, request.thread()),
                        person.author(),
                        standing,
                        PageInput.form(request.form()),
                        PageInput.values(request.values()));
        var commands = core.handlers().commands();
        FormReply reply = Core.stored(() -> commands.submit(submission));
        return Answers.Submitted.of(reply);
    }
}
