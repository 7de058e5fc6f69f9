/**
 * Runs one turn: rebuild the history, ask Claude, show the answer, record it. The only
 * orchestration. Read {@link parley.conversation.Turn} and {@link
 * parley.conversation.ConversationStore} first.
 */
@NullMarked
package parley.conversation;

import org.jspecify.annotations.NullMarked;
