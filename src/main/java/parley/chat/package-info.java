/**
 * The platform-neutral words: who said what, in which thread, and what an adapter must be able to
 * do. No I/O, no vendors. Read {@link parley.chat.Inbound}, {@link parley.chat.ChatAdapter} and
 * {@link parley.chat.Outgoing} first.
 */
@NullMarked
package parley.chat;

import org.jspecify.annotations.NullMarked;
