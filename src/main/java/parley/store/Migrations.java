package parley.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings a database to the form that this program knows; never mends what does not fit. */
final class Migrations {
    private static final String UNCHANGED =
            " The database could not be brought to the form of this version. Nothing in it was"
                    + " changed: the version before starts on it as it is.";

    private Migrations() {}

    /**
     * Applies what is missing: all of it, or nothing.
     *
     * @param locations of the migrations
     * @throws StoreException when the database was made by other migrations than these, or one of
     *     them fails
     */
    static void apply(Dialect dialect, String... locations) {
        try {
            var _ = flyway(dialect.writer(), locations).load().migrate();
        } catch (FlywayValidateException e) {
            throw new StoreException(
                    "The database was made by another version of Parley, or its migrations were"
                            + " changed: start the version that made it, or restore a backup."
                            + " Nothing was changed. "
                            + e.getMessage(),
                    e);
        } catch (FlywayException e) {
            throw new StoreException(Failures.of(dialect, e).getMessage() + UNCHANGED, e);
        }
    }

    /**
     * Looks whether this program could use the database; one that it would migrate first, it can.
     *
     * @param name of the database, for people
     * @throws StoreException when it was made by other migrations than these
     */
    static void check(DataSource database, Path name, String location) {
        try {
            flyway(database, location).ignoreMigrationPatterns("*:pending").load().validate();
        } catch (FlywayException e) {
            throw new StoreException(
                    name
                            + " was made by another version of Parley, or its migrations were"
                            + " changed: use the version that made it. "
                            + e.getMessage(),
                    e);
        }
    }

    private static FluentConfiguration flyway(DataSource database, String... locations) {
        return Flyway.configure()
                .dataSource(database)
                .locations(locations)
                .ignoreMigrationPatterns(new String[0])
                // All that is missing in one transaction, so that no failure leaves a part of it.
                .group(true)
                .loggers("slf4j")
                .cleanDisabled(true);
    }
}
