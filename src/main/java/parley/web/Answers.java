package parley.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.chat.Choice;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.FormReply;
import parley.chat.Standing;

/** What the page gets back. */
final class Answers {
    private Answers() {}

    /** The fixed things: loaded once. */
    record Workspace(
            List<Channel> channels,
            List<Member> people,
            List<CommandHint> commands,
            boolean offline,
            int longestMessage) {}

    /** A channel; {@code person} is set for direct messages. */
    record Channel(String id, String name, String topic, String person) {
        static Channel of(Room room) {
            String person = room.person().map(Person::id).orElse("");
            return new Channel(room.id(), room.name(), room.topic(), person);
        }
    }

    /**
     * A person as they are now.
     *
     * @param standing in lower case
     * @param home the workspace of an outsider, else empty
     */
    record Member(String id, String name, String initials, int hue, String standing, String home) {
        static Member of(Person person, Standing standing) {
            return new Member(
                    person.id(),
                    person.name(),
                    person.initials(),
                    person.hue(),
                    standing.name().toLowerCase(Locale.ROOT),
                    person.home());
        }
    }

    /** The newest threads of a channel, oldest first. */
    record Threads(List<Summary> threads) {}

    record Summary(MessageView first, int replies) {}

    /** A whole thread; {@code id} is how Parley's log prints it. */
    record Thread(String id, List<MessageView> messages, String status, String statusTurn) {}

    /** A message was taken; {@code hint} is a sentence for its author, or empty. */
    record Said(MessageView message, String receipt, String hint) {}

    /** An edit or a deletion was taken. */
    record Done(String receipt) {}

    /** A press was carried out, or the sentence that says why not. */
    record Pressed(String notice) {}

    /** Everyone who can answer. */
    record Personas(List<Persona> personas) {}

    record Persona(String name, String description) {}

    /**
     * What a command or a press came to.
     *
     * @param kind {@code told}, {@code asks} or {@code settled}
     * @param text as Markdown
     * @param form the window, only when it asks
     */
    record Reply(String kind, String text, List<Choice> choices, @Nullable Form form) {
        static Reply of(CommandReply reply) {
            return switch (reply) {
                case CommandReply.Told(String text, List<Choice> choices) ->
                        new Reply("told", text, choices, null);
                case CommandReply.Asks(Form form) ->
                        new Reply("asks", reply.text(), List.of(), form);
                case CommandReply.Settled(String text) ->
                        new Reply("settled", text, List.of(), null);
            };
        }

        static Reply told(String text) {
            return new Reply("told", text, List.of(), null);
        }
    }

    /**
     * What became of a filled-in window.
     *
     * @param done whether it closes
     * @param faults a sentence for each field at fault, by its key
     */
    record Submitted(boolean done, String text, Map<String, String> faults) {
        static Submitted of(FormReply reply) {
            return switch (reply) {
                case FormReply.Done(String text) -> new Submitted(true, text, Map.of());
                case FormReply.Refused(Map<String, String> faults, String text) ->
                        new Submitted(false, text, faults);
            };
        }
    }
}
