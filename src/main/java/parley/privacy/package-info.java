/**
 * Forgetting: what a person said, a whole thread, and threads whose time is over. Read {@link
 * parley.privacy.Erasure} and {@link parley.privacy.Forgetting} first.
 */
@NullMarked
package parley.privacy;

import org.jspecify.annotations.NullMarked;
