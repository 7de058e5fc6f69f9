/** Turns token usage into money by a dated price list. */
@NullMarked
package parley.usage;

import org.jspecify.annotations.NullMarked;
