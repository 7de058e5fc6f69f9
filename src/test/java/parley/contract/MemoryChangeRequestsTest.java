package parley.contract;

import parley.command.ChangeRequests;
import parley.testing.MemoryChangeRequests;

final class MemoryChangeRequestsTest extends ChangeRequestsContract {
    private final MemoryChangeRequests requests = new MemoryChangeRequests();

    @Override
    protected ChangeRequests requests() {
        return requests;
    }
}
