package parley.store;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;

/** Turns what the libraries throw into {@link StoreException}. */
final class Failures {
    private Failures() {}

    /**
     * The exception for callers. Of JDBI's exceptions only the cause is kept: their messages hold
     * the parameters, which are people's texts. Others pass through.
     */
    static RuntimeException of(Dialect dialect, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return StoreException.of(dialect.explain(sql), sql, dialect.gravity(sql));
            }
        }
        return switch (failure) {
            case FlywayException flyway ->
                    new StoreException("The database could not be set up: " + flyway.getMessage());
            case JdbiException jdbi ->
                    new StoreException(
                            "The database could not be used: " + jdbi.getClass().getSimpleName());
            case RuntimeException other -> other;
            default -> new StoreException("The store failed: " + failure, failure);
        };
    }
}
