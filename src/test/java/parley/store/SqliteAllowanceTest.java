package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.EventId;
import parley.contract.AllowanceContract;
import parley.contract.Events;
import parley.rule.Allowance;

final class SqliteAllowanceTest extends AllowanceContract {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Allowance allowance() {
        return new SqlAllowance(database.get());
    }

    @Override
    protected Allowance restarted() {
        return new SqlAllowance(database.reopen());
    }

    @Test
    void take_anHourLater_keepsNoOlderRow() {
        for (int i = 0; i < 3; i++) {
            var wish =
                    new Allowance.Wish(
                            Events.CHANNEL, Events.ANN.id(), List.of(new EventId("e" + i)));
            var quota = new Allowance.Quota(OptionalInt.empty(), OptionalInt.of(1), false);
            assertThat(allowance().take(wish, quota, Events.NOON.plusSeconds(3_600L * i)))
                    .isEqualTo(new Allowance.Grant.Taken());
        }

        int rows =
                database.get()
                        .read(handle ->
                                handle.createQuery("SELECT count(*) FROM answered")
                                        .mapTo(Integer.class)
                                        .one());
        assertThat(rows).isEqualTo(1);
    }
}
