/** Turns token usage into money by a dated price list, and tells which models are too dear. */
@NullMarked
package parley.usage;

import org.jspecify.annotations.NullMarked;
