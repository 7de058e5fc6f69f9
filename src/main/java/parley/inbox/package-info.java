/**
 * Accepts each platform event exactly once, durably, and hands turns out in order per thread. Read
 * {@link parley.inbox.Journal} and {@link parley.inbox.Claim} first.
 */
@NullMarked
package parley.inbox;

import org.jspecify.annotations.NullMarked;
