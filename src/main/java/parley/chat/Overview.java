package parley.chat;

import java.time.Instant;
import java.util.List;

/** What a platform's start page can tell of the bot. Safe for use by many threads. */
public interface Overview {

    /** Who answers in that channel. */
    Card persona(ChannelId channel);

    /** Everyone who can be chosen, in the order in which lists show them. */
    List<Card> personas(WorkspaceId workspace);

    /** The threads in which that person asked last, newest first. */
    List<Recent> recent(WorkspaceId workspace, UserId person, int most);

    /**
     * A persona as people see it.
     *
     * @param prompts to begin with, at most four
     */
    record Card(String name, String description, List<Prompt> prompts) {
        public Card {
            prompts = List.copyOf(prompts);
        }
    }

    /** A suggested question: what the button says, and what it asks. */
    record Prompt(String title, String message) {}

    /** A thread and the first words of its first question. */
    record Recent(ThreadId thread, String title, Instant at) {}
}
