package parley.inbox;

import parley.chat.Inbound;

/** The rule that tells which events address the bot. Safe for use by many threads. */
@FunctionalInterface
public interface Addressing {
    Verdict judge(Inbound event);
}
