package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.contract.Events;
import parley.contract.RuleStoreContract;
import parley.rule.RuleScope;
import parley.rule.RuleStore;

final class SqliteRuleStoreTest extends RuleStoreContract {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected RuleStore rules() {
        return new SqlRuleStore(database.get());
    }

    @Test
    void of_ruleOfALaterVersion_isLeftOut() {
        var scope = new RuleScope.OfChannel(Events.CHANNEL);
        int _ =
                database.get()
                        .write(handle ->
                                handle.createUpdate(
                                                "INSERT INTO channel_rule VALUES (:scope, 'mood',"
                                                        + " 'good', 'U1', 'Ann', 0)")
                                        .bind("scope", scope.key())
                                        .execute());

        assertThat(rules().of(scope)).isEmpty();
    }
}
