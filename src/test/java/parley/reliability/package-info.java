/**
 * Whether every question ends with exactly one whole answer, whatever befalls the program and those
 * with whom it speaks. What counts is what the loopback platforms show, never Parley's store.
 */
@NullMarked
package parley.reliability;

import org.jspecify.annotations.NullMarked;
