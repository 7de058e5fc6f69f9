package parley.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import parley.audit.AuditEntry.Result;
import parley.chat.Chosen;
import parley.chat.CommandReply;
import parley.command.ChangeRequest.Decision;
import parley.command.ChangeRequest.State;

/** Takes presses of the buttons under requests, which anybody may make at any time. */
final class Decisions {
    static final String APPROVE = "approve";
    static final String REFUSE = "refuse";
    static final String SHOW = "request";

    private final ChangeRequests requests;
    private final Approved approved;
    private final AuditTrail audit;
    private final InstantSource clock;

    Decisions(ChangeRequests requests, Approved approved, AuditTrail audit, InstantSource clock) {
        this.requests = requests;
        this.approved = approved;
        this.audit = audit;
        this.clock = clock;
    }

    CommandReply approve(Chosen chosen, String id) {
        return decide(chosen, id, APPROVE);
    }

    CommandReply refuse(Chosen chosen, String id) {
        return decide(chosen, id, REFUSE);
    }

    /** All of the request, for who decides it. */
    CommandReply show(Chosen chosen, String id) {
        Optional<ChangeRequest> found = request(chosen, id);
        if (!chosen.admin()) {
            return refused(chosen, SHOW, found, AuditTrail.NOT_ADMIN, "Only admins decide this.");
        }
        return found.map(request -> CommandReply.told(wanted(request) + ".\n" + whole(request)))
                .orElseGet(
                        () -> refused(chosen, SHOW, found, "stale: unknown", ChatCommands.STALE));
    }

    private String whole(ChangeRequest request) {
        return approved.change(request).map(Change::particulars).orElse("");
    }

    private CommandReply decide(Chosen chosen, String id, String word) {
        Instant now = clock.instant();
        Optional<ChangeRequest> found = request(chosen, id);
        if (!chosen.admin()) {
            return refused(chosen, word, found, AuditTrail.NOT_ADMIN, "Only admins decide this.");
        }
        if (found.isEmpty()) {
            return refused(chosen, word, found, "stale: unknown", ChatCommands.STALE);
        }
        ChangeRequest request = found.get();
        if (request.state() != State.OPEN) {
            return late(chosen, word, request);
        }
        if (request.origin().author().id().equals(chosen.author().id())) {
            return refused(
                    chosen,
                    word,
                    found,
                    "own request",
                    "This is your own request, so another admin has to decide it.");
        }
        if (request.expired(now)) {
            CommandReply _ = refused(chosen, word, found, "stale: lapsed", "");
            return new CommandReply.Settled(
                    wanted(request) + ", but nobody decided it in time. Nothing was changed.");
        }
        State state = word.equals(APPROVE) ? State.APPROVED : State.REFUSED;
        return requests.decide(request.id(), state, new Decision(chosen.author(), now))
                ? decided(chosen, request, state)
                : late(chosen, word, requests.find(id).orElse(request));
    }

    /** Buttons can be forged, so a request of another workspace is none. */
    private Optional<ChangeRequest> request(Chosen chosen, String id) {
        return requests.find(id)
                .filter(request ->
                        request.origin().workspace().equals(chosen.channel().workspace()));
    }

    private CommandReply decided(Chosen chosen, ChangeRequest request, State state) {
        boolean approves = state == State.APPROVED;
        audit.add(
                Origin.of(chosen),
                request.kind(),
                target(request),
                approves ? Result.APPROVED : Result.DECLINED,
                "asked for by " + request.origin().author().id());
        return approves
                ? new CommandReply.Settled(
                        approved.make(request.id())
                                .orElseGet(() -> wanted(request) + "; it is done."))
                : new CommandReply.Settled(
                        wanted(request)
                                + ". "
                                + Markdown.bold(chosen.author().name())
                                + " refused it. Nothing was changed.");
    }

    private CommandReply late(Chosen chosen, String word, ChangeRequest request) {
        String how = request.state() == State.REFUSED ? "refused" : "approved";
        String who =
                request.decision()
                        .map(decision ->
                                Markdown.bold(decision.by().name())
                                        + " "
                                        + how
                                        + " this on "
                                        + Moments.of(decision.at()))
                        .orElse("This is decided");
        return refused(
                chosen,
                word,
                Optional.of(request),
                "stale: decided",
                who + ", so your press changed nothing.");
    }

    private CommandReply refused(
            Chosen chosen,
            String word,
            Optional<ChangeRequest> request,
            String reason,
            String text) {
        audit.add(
                Origin.of(chosen),
                word + request.map(it -> " of " + it.kind()).orElse(""),
                request.map(this::target).orElse(""),
                Result.REFUSED,
                reason);
        return CommandReply.told(text);
    }

    private String target(ChangeRequest request) {
        return approved.change(request).map(Change::target).orElse("");
    }

    private String wanted(ChangeRequest request) {
        return Markdown.bold(request.origin().author().name())
                + " wanted to "
                + approved.change(request).map(Change::wish).orElse("change something");
    }
}
