package parley.responder;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChatAdapter;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/** Carries out the steps of one answer, and turns every exception into a result. */
final class Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

    private final ChatAdapter adapter;
    private final ReplyLedger ledger;
    private final WriteObserver observer;
    private final ThreadId thread;
    private final Reference turn;
    private final AtomicBoolean logged = new AtomicBoolean();

    Outlet(
            ChatAdapter adapter,
            ReplyLedger ledger,
            WriteObserver observer,
            ThreadId thread,
            Reference turn) {
        this.adapter = adapter;
        this.ledger = ledger;
        this.observer = observer;
        this.thread = thread;
        this.turn = turn;
    }

    /** The ways that the step can go now, the best first. */
    List<Route> routes(Step.Write step) {
        return adapter.limits().routes(thread, step.write());
    }

    /** Whether the step can go now as a write by that route would, and count as that would. */
    Optional<Route> route(Step.Write step, Route granted) {
        return routes(step).stream()
                .filter(route -> route.name().equals(granted.name()))
                .findFirst();
    }

    SendResult write(Step.Write step, Route route) {
        SendResult result;
        try {
            result = adapter.write(thread, step.write(), route);
        } catch (RuntimeException e) {
            logOnce("The adapter of " + thread + " failed, which it must not", e);
            result = new SendResult.Unreachable(String.valueOf(e.getMessage()));
        }
        observer.wrote(thread.platform(), step.write().kind(), result);
        return result;
    }

    /** Tells the ledger; false when that failed and is to be done again. */
    boolean record(Step step) {
        try {
            switch (step) {
                case Step.Remember(int part, var id) -> ledger.posted(turn, part, id);
                case Step.Note(int part, var look) -> ledger.looks(turn, part, look);
                case Step.Forget(int part) -> ledger.withdrawn(turn, part);
                case Step.Write _ -> throw new IllegalArgumentException("not for the ledger");
            }
            return true;
        } catch (RuntimeException e) {
            logOnce("The messages of answer " + turn + " could not be stored", e);
            return false;
        }
    }

    void firstText(long nanos) {
        observer.firstText(thread.platform(), nanos);
    }

    void finalText(long nanos) {
        observer.finalText(thread.platform(), nanos);
    }

    void warn(String what, String reason) {
        LOG.warn("Answer {} in {}: {}: {}", turn, thread, what, reason);
    }

    void failed(Throwable e) {
        LOG.error("Answer {} in {} cannot be shown any further", turn, thread, e);
    }

    private void logOnce(String what, RuntimeException e) {
        if (logged.compareAndSet(false, true)) {
            LOG.error("{}; further failures of this answer are not logged", what, e);
        }
    }
}
