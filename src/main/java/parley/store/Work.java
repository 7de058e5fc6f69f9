package parley.store;

import org.jdbi.v3.core.Handle;

/** Some statements that belong together; keeps no reference to the handle. */
@FunctionalInterface
interface Work<T> {
    T run(Handle handle);
}
