package parley.conversation;

import java.time.Instant;
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
 * @param finishedAt empty while it runs; another try of the same turn ends at another time
 * @param newest whether nothing was said in the conversation after it
 */
public record TurnFacts(
        Reference reference,
        ThreadId thread,
        Author asker,
        EntryState state,
        Optional<Outcome> outcome,
        Optional<Instant> finishedAt,
        boolean newest) {}
