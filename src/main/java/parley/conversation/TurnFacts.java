package parley.conversation;

import java.util.Optional;
import parley.chat.Author;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.inbox.EntryState;

/**
 * What buttons need to know of a turn.
 *
 * @param state of the entries that it covers
 * @param outcome empty while it runs
 */
public record TurnFacts(
        Reference reference,
        ThreadId thread,
        Author asker,
        EntryState state,
        Optional<Outcome> outcome) {}
