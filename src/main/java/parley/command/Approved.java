package parley.command;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.audit.AuditEntry.Result;
import parley.chat.Author;
import parley.command.ChangeRequest.Decision;
import parley.command.ChangeRequest.State;

/**
 * Makes changes that a second admin approved, each once as far as anybody can see: what a crash
 * left between the approval and the end is made again, which changes nothing. Safe for use by many
 * threads.
 */
final class Approved {
    private static final Logger LOG = LoggerFactory.getLogger(Approved.class);

    private final ChangeRequests requests;
    private final Map<String, ChangeKind> kinds;
    private final Announcer announcer;
    private final AuditTrail audit;
    private final ReentrantLock making = new ReentrantLock();

    Approved(
            ChangeRequests requests,
            Map<String, ChangeKind> kinds,
            Announcer announcer,
            AuditTrail audit) {
        this.requests = requests;
        this.kinds = Map.copyOf(kinds);
        this.announcer = announcer;
        this.audit = audit;
    }

    /** The change as it was asked for; empty when nothing here knows its kind any more. */
    Optional<Change> change(ChangeRequest request) {
        try {
            return Optional.ofNullable(kinds.get(request.kind()))
                    .map(kind -> kind.read(request.origin(), request.data()));
        } catch (RuntimeException e) {
            LOG.error("the request {} cannot be read", request.id(), e);
            return Optional.empty();
        }
    }

    void resume() {
        for (ChangeRequest request : requests.unfinished()) {
            try {
                make(request.id()).ifPresent(text -> tell(request, text));
            } catch (RuntimeException e) {
                LOG.error("the approved request {} is tried again", request.id(), e);
            }
        }
    }

    private void tell(ChangeRequest request, String text) {
        boolean _ =
                announcer.tell(
                        request.origin().channel(),
                        change(request).flatMap(Change::thread),
                        "made-" + request.id(),
                        text);
    }

    /**
     * Makes what was approved, and says for all to read what came of it; empty when it is made
     * already.
     */
    Optional<String> make(String id) {
        making.lock();
        try {
            return requests.find(id)
                    .filter(request -> request.state() == State.APPROVED)
                    .map(this::make);
        } finally {
            making.unlock();
        }
    }

    private String make(ChangeRequest request) {
        Decision decision = request.decision().orElseThrow();
        Optional<Change> change = change(request);
        String text =
                change.map(it -> make(request.origin(), it, decision))
                        .orElseGet(() ->
                                unfit(
                                        request.origin(),
                                        decision.by(),
                                        "something that I do not know any more",
                                        ""));
        requests.close(request.id());
        return text;
    }

    private String make(Origin origin, Change change, Decision decision) {
        var mandate = new Mandate(origin, Optional.of(decision.by()), decision.at());
        return switch (change.apply(mandate)) {
            case Applied.Made made -> {
                audit.add(
                        origin,
                        change,
                        Result.DONE,
                        change.detail() + "; approved by " + decision.by().id());
                yield Markdown.bold(origin.author().name())
                        + " "
                        + made.did()
                        + ". "
                        + Markdown.bold(decision.by().name())
                        + " approved it.";
            }
            case Applied.Unfit unfit -> {
                audit.add(origin, change, Result.REFUSED, "it did not fit any more");
                yield unfit(origin, decision.by(), change.wish(), "\n" + unfit.text());
            }
        };
    }

    private static String unfit(Origin origin, Author approver, String wish, String why) {
        return Markdown.bold(approver.name())
                + " approved what "
                + Markdown.bold(origin.author().name())
                + " wanted, to "
                + wish
                + ", but it does not fit any more. Nothing was changed."
                + why;
    }
}
