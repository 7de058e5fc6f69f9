package parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.UserId;

/** Reads columns as the words of the code. */
final class Columns {
    private Columns() {}

    static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Long> optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Timestamps.instant(row.getLong(column));
    }

    static Author author(ResultSet row, String id, String name) throws SQLException {
        return new Author(new UserId(row.getString(id)), row.getString(name));
    }
}
