package parley.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings a database to the form that this program knows; never mends what does not fit. */
final class Migrations {
    private Migrations() {}

    /**
     * Applies what is missing.
     *
     * @throws StoreException when the database was made by other migrations than these
     */
    static void apply(Dialect dialect) {
        try {
            var _ =
                    Flyway.configure()
                            .dataSource(dialect.writer())
                            .locations(dialect.migrations())
                            .ignoreMigrationPatterns(new String[0])
                            .loggers("slf4j")
                            .cleanDisabled(true)
                            .load()
                            .migrate();
        } catch (FlywayValidateException e) {
            throw new StoreException(
                    "The database was made by another version of Parley, or its migrations were"
                            + " changed: start the version that made it, or restore a backup."
                            + " Nothing was changed. "
                            + e.getMessage(),
                    e);
        } catch (FlywayException e) {
            throw Failures.of(dialect, e);
        }
    }
}
