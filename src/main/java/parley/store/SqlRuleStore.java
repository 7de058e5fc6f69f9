package parley.store;

import java.util.List;
import java.util.Optional;
import parley.rule.Rule;
import parley.rule.RuleScope;
import parley.rule.RuleSetting;
import parley.rule.RuleStore;

/** The rules in SQL. */
public final class SqlRuleStore implements RuleStore {
    private static final String SET =
            """
            INSERT INTO channel_rule (scope, rule, value, set_by, set_by_name, set_at)
            VALUES (:scope, :rule, :value, :setBy, :name, :setAt)
            ON CONFLICT (scope, rule) DO UPDATE SET
                value = excluded.value, set_by = excluded.set_by,
                set_by_name = excluded.set_by_name, set_at = excluded.set_at
            """;

    private final Database database;

    public SqlRuleStore(Database database) {
        this.database = database;
    }

    /** Rules that this version of the program does not know are left out. */
    @Override
    public List<RuleSetting> of(RuleScope scope) {
        return database.read(handle ->
                handle
                        .createQuery("SELECT * FROM channel_rule WHERE scope = :scope")
                        .bind("scope", scope.key())
                        .map((row, context) -> {
                            String value = row.getString("value");
                            var setBy = Columns.author(row, "set_by", "set_by_name");
                            var setAt = Columns.instant(row, "set_at");
                            return Rule.of(row.getString("rule"))
                                    .map(rule -> new RuleSetting(scope, rule, value, setBy, setAt));
                        })
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    public void set(RuleSetting setting) {
        var _ =
                database.write(handle ->
                        handle.createUpdate(SET)
                                .bind("scope", setting.scope().key())
                                .bind("rule", setting.rule().word())
                                .bind("value", setting.value())
                                .bind("setBy", setting.setBy().id().value())
                                .bind("name", setting.setBy().name())
                                .bind("setAt", Timestamps.micros(setting.setAt()))
                                .execute());
    }

    @Override
    public boolean reset(RuleScope scope, Rule rule) {
        return database.write(handle ->
                handle.createUpdate(
                                        "DELETE FROM channel_rule WHERE scope = :scope AND rule ="
                                                + " :rule")
                                .bind("scope", scope.key())
                                .bind("rule", rule.word())
                                .execute()
                        > 0);
    }
}
