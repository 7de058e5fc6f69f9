package parley.store;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Copies rows of the former database into the heir, with the columns that both have: one may be
 * older than the other. Ids are given anew unless told otherwise.
 */
record FormerRows(Handle handle) {
    private static final String COLUMNS = "SELECT name FROM pragma_table_info(:table, :database)";

    void add(String table, String where, Map<String, Object> values) {
        add(table, Map.of(), where, values);
    }

    /**
     * @param instead of columns' own values
     * @param where of the rows, which are called {@code f}
     */
    void add(String table, Map<String, String> instead, String where, Map<String, Object> values) {
        copy("INSERT", table, instead, where, values);
    }

    /** What stands in their way in the heir makes room for them. */
    void put(String table, String where, Map<String, Object> values) {
        copy("INSERT OR REPLACE", table, Map.of(), where, values);
    }

    private void copy(
            String insert,
            String table,
            Map<String, String> instead,
            String where,
            Map<String, Object> values) {
        List<String> there = columns("former", table);
        List<String> both =
                columns("main", table).stream()
                        .filter(there::contains)
                        .filter(column -> !column.equals("id") || instead.containsKey("id"))
                        .toList();
        if (both.isEmpty()) {
            return;
        }
        List<String> from = both.stream().map(it -> instead.getOrDefault(it, "f." + it)).toList();
        String sql =
                "%s INTO main.%s (%s) SELECT %s FROM former.%s f WHERE %s"
                        .formatted(
                                insert,
                                table,
                                String.join(", ", both),
                                String.join(", ", from),
                                table,
                                where);
        int _ = handle.createUpdate(sql).bindMap(values).execute();
    }

    /** Whether the heir has that table: it may be older. */
    boolean hasPlace(String table) {
        return !columns("main", table).isEmpty();
    }

    private List<String> columns(String database, String table) {
        return handle.createQuery(COLUMNS)
                .bind("table", table)
                .bind("database", database)
                .mapTo(String.class)
                .list();
    }
}
