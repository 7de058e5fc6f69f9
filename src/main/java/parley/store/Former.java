package parley.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The database whose place another one takes, which still knows what that one does not. */
final class Former {
    private Former() {}

    /** From now on its tables are read as {@code former}, beside the heir's own. */
    static void attach(Connection heir, Path former) throws SQLException {
        try (PreparedStatement attach = heir.prepareStatement("ATTACH DATABASE ? AS former")) {
            attach.setString(1, former.toString());
            attach.execute();
        }
    }
}
