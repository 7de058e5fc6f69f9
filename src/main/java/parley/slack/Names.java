package parley.slack;

import java.util.Optional;

/** What people and channels are called, by their ids. Safe for use by many threads. */
interface Names {
    Names NONE =
            new Names() {
                @Override
                public Optional<String> person(String id) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> channel(String id) {
                    return Optional.empty();
                }
            };

    /** The name, on one line and without a sign before it; empty when it is not known. */
    Optional<String> person(String id);

    /** The name, on one line and without a sign before it; empty when it is not known. */
    Optional<String> channel(String id);
}
