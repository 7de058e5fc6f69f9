package parley.responder;

import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.UserId;

/**
 * Which answer it is, and whose question it answers.
 *
 * @param question the message that it refers to, where that is known
 */
public record Byline(Reference turn, UserId asker, Optional<MessageId> question) {}
