package parley.command;

import java.time.Instant;
import java.util.Optional;
import parley.chat.Author;

/**
 * On whose word a change is made.
 *
 * @param approver the second admin, where one was needed
 * @param at from when it counts
 */
public record Mandate(Origin origin, Optional<Author> approver, Instant at) {}
