package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.command.ChangeRequest;
import parley.command.ChangeRequest.Decision;
import parley.command.ChangeRequest.State;
import parley.command.ChangeRequests;
import parley.command.Origin;
import parley.contract.ChangeRequestsContract;
import parley.contract.Events;

final class SqliteChangeRequestsTest extends ChangeRequestsContract {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected ChangeRequests requests() {
        return new SqlChangeRequests(database.get());
    }

    @Test
    void requests_afterARestart_areThere() {
        var request =
                new ChangeRequest(
                        "r1",
                        new Origin(Events.CHANNEL, Optional.empty(), Events.ANN),
                        "persona set",
                        Map.of("persona", "scribe"),
                        Events.NOON,
                        State.APPROVED,
                        Optional.of(new Decision(Events.BOB, Events.NOON)));
        requests().add(request);
        database.reopen();

        assertThat(requests().unfinished()).containsExactly(request);
    }
}
