package parley.responder;

import parley.chat.Reference;
import parley.chat.UserId;

/** Which answer it is, and whose question it answers. */
public record Byline(Reference turn, UserId asker) {}
