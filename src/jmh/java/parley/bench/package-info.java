/** Benchmarks; {@code src/docs/benchmarks.md} says how to run them. */
@NullUnmarked
package parley.bench;

import org.jspecify.annotations.NullUnmarked;
