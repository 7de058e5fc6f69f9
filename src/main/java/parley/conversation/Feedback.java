package parley.conversation;

import java.time.Instant;
import parley.chat.Reference;
import parley.chat.UserId;

/** What one person thought of an answer; the newest of each person counts. */
public record Feedback(Reference turn, UserId user, boolean liked, Instant at) {}
