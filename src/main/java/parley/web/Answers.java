package parley.web;

import java.util.List;

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

    record Member(String id, String name, String initials, int hue, boolean admin) {
        static Member of(Person person) {
            return new Member(
                    person.id(), person.name(), person.initials(), person.hue(), person.admin());
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

    /** What a command answered, as Markdown. */
    record CommandAnswer(String text) {}
}
