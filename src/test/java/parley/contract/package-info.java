/** What every implementation of an interface must do; each has its own small subclass. */
@NullMarked
package parley.contract;

import org.jspecify.annotations.NullMarked;
