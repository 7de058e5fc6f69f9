package parley.store;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** The little in which databases differ. */
sealed interface Dialect extends AutoCloseable permits Sqlite {
    /**
     * The dialect of a JDBC address, holding the database for this process until it is closed.
     *
     * @throws StoreException when there is none, or another process holds it
     */
    static Dialect open(String jdbcUrl) {
        if (jdbcUrl.startsWith(Sqlite.PREFIX)) {
            return Sqlite.open(jdbcUrl);
        }
        throw new StoreException(
                "PARLEY_DATABASE must begin with "
                        + Sqlite.PREFIX
                        + ", such as jdbc:sqlite:data/parley.db.");
    }

    /** Where this database's migrations lie on the class path. */
    String migrations();

    /** Connections that write. */
    DataSource writer();

    /** Connections that only read. */
    DataSource reader();

    /**
     * Looks through what is there already.
     *
     * @throws StoreException when it is damaged, with a message that says what to do
     */
    void examine();

    /** How far a failure reaches. */
    Gravity gravity(SQLException failure);

    /** What a failure means and what to do about it, as a sentence. */
    String explain(SQLException failure);

    /**
     * Makes sure that no log of the database keeps what was deleted; false when readers are in the
     * way and it is to be tried again.
     */
    boolean scrub(Handle writer);

    /**
     * Makes sure that no unused part of the database keeps what was deleted, beside other writes;
     * false when readers are in the way and it is to be tried again.
     *
     * @param others lets the writes that wait be done; false when there are none any more
     */
    boolean overwriteGaps(BooleanSupplier others);

    @Override
    void close();
}
