package parley.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.WorkspaceId;

/**
 * A channel of the playground.
 *
 * @param person whose direct messages with the bot it holds, or empty when it is open to all
 */
record Room(String id, String name, String topic, Optional<Person> person) {
    static final WorkspaceId WORKSPACE = new WorkspaceId(Platform.WEB, "parley");

    static final List<Room> ALL =
            Stream.concat(
                            Stream.of(
                                    open("general", "Anything the whole team cares about"),
                                    open("engineering", "Code, reviews, designs, releases"),
                                    open("writing", "Drafts, edits, release notes, posts"),
                                    open("incidents", "What is broken, and what to do next")),
                            Person.ALL.stream().map(Room::direct))
                    .toList();

    private static Room open(String id, String topic) {
        return new Room(id, id, topic, Optional.empty());
    }

    private static Room direct(Person person) {
        return new Room(
                "dm-" + person.id(),
                "Parley",
                "Direct messages between " + person.name() + " and Parley",
                Optional.of(person));
    }

    static Optional<Room> find(String id) {
        return ALL.stream().filter(room -> room.id.equals(id)).findFirst();
    }

    static Optional<Room> find(ChannelId channel) {
        return channel.workspace().equals(WORKSPACE) ? find(channel.value()) : Optional.empty();
    }

    /** Whether everything said here is said to the bot. */
    boolean isDirect() {
        return person.isPresent();
    }

    ChannelId channel() {
        return new ChannelId(WORKSPACE, id);
    }
}
