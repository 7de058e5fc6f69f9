/**
 * The SQL: journal, conversations, personas and the playground's messages, on SQLite. Read {@link
 * parley.store.Database} and {@code GroupCommit} first.
 */
@NullMarked
package parley.store;

import org.jspecify.annotations.NullMarked;
