package parley.store;

import java.time.Instant;
import parley.rule.Allowance;

/** Counts answers in SQL: a row for each, with the time that counts, which may be one to come. */
public final class SqlAllowance implements Allowance {
    private final Database database;

    public SqlAllowance(Database database) {
        this.database = database;
    }

    @Override
    public Grant take(Wish wish, Quota quota, Instant now) {
        return database.write(handle -> new AllowanceRows(handle, wish, now).take(quota));
    }

    @Override
    public boolean hasTaken(Wish wish, Instant now) {
        return database.read(handle -> new AllowanceRows(handle, wish, now).isTaken());
    }
}
