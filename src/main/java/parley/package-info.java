/** The program: reads settings, builds every object by hand, starts and stops them in order. */
@NullMarked
package parley;

import org.jspecify.annotations.NullMarked;
