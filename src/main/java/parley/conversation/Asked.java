package parley.conversation;

import java.time.Instant;
import parley.chat.ThreadId;

/**
 * A thread in which a person asked.
 *
 * @param opening the text of the thread's first question that is still there
 * @param at when the person asked there last
 */
public record Asked(ThreadId thread, String opening, Instant at) {}
