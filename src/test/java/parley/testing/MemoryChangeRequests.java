package parley.testing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import parley.command.ChangeRequest;
import parley.command.ChangeRequest.Decision;
import parley.command.ChangeRequest.State;
import parley.command.ChangeRequests;

/** Requests that are forgotten with the object. */
public final class MemoryChangeRequests implements ChangeRequests {
    private final Map<String, ChangeRequest> requests = new ConcurrentHashMap<>();

    @Override
    public void add(ChangeRequest request) {
        requests.put(request.id(), request);
    }

    @Override
    public Optional<ChangeRequest> find(String id) {
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public boolean decide(String id, State state, Decision decision) {
        return change(id, State.OPEN, request -> as(request, state, Optional.of(decision)));
    }

    @Override
    public void close(String id) {
        boolean _ =
                change(
                        id,
                        State.APPROVED,
                        request -> as(request, State.CLOSED, request.decision()));
    }

    private synchronized boolean change(
            String id, State from, UnaryOperator<ChangeRequest> change) {
        ChangeRequest request = requests.get(id);
        if (request == null || request.state() != from) {
            return false;
        }
        requests.put(id, change.apply(request));
        return true;
    }

    private static ChangeRequest as(
            ChangeRequest request, State state, Optional<Decision> decision) {
        return new ChangeRequest(
                request.id(),
                request.origin(),
                request.kind(),
                request.data(),
                request.at(),
                state,
                decision);
    }

    @Override
    public List<ChangeRequest> unfinished() {
        return requests.values().stream()
                .filter(request -> request.state() == State.APPROVED)
                .sorted(Comparator.comparing(ChangeRequest::at))
                .toList();
    }

    @Override
    public void remove(String id) {
        requests.remove(id);
    }

    @Override
    public void removeBefore(Instant then) {
        requests.values().removeIf(request -> request.at().isBefore(then));
    }
}
