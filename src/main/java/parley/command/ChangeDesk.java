package parley.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.audit.AuditEntry.Result;
import parley.audit.AuditLog;
import parley.chat.Choice;
import parley.chat.SendResult;
import parley.command.ChangeRequest.State;

/**
 * Where every change goes through. It is made at once and told in its channel, or, where a second
 * admin has to approve, kept and asked for there. Everything is written to the audit log. Safe for
 * use by many threads.
 */
public final class ChangeDesk {
    /** Requests are forgotten long after they could be decided. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int LONGEST_PARTICULARS = 1_500;

    private final ChangeRequests requests;
    private final ChangeRules rules;
    private final Announcer announcer;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Approved approved;

    /**
     * @param kinds of all changes that can be proposed
     */
    public ChangeDesk(
            ChangeRequests requests,
            List<ChangeKind> kinds,
            ChangeRules rules,
            Announcer announcer,
            AuditLog audit,
            InstantSource clock) {
        this.requests = requests;
        this.rules = rules;
        this.announcer = announcer;
        this.audit = new AuditTrail(audit, clock);
        this.clock = clock;
        Map<String, ChangeKind> known =
                kinds.stream().collect(Collectors.toMap(ChangeKind::kind, Function.identity()));
        this.approved = new Approved(requests, known, announcer, this.audit);
    }

    /** What follows from requests: the buttons of their notices. */
    public CommandGroup group() {
        var decisions = new Decisions(requests, approved, audit, clock);
        return new CommandGroup(
                List.of(),
                List.of(
                        new DecisionHandler(Decisions.APPROVE, decisions::approve),
                        new DecisionHandler(Decisions.REFUSE, decisions::refuse),
                        new DecisionHandler(Decisions.SHOW, decisions::show)),
                List.of());
    }

    /**
     * Makes the change, or asks a second admin. Blocks until the channel was told.
     *
     * @param origin of an admin: that is not looked at here
     * @throws RuntimeException when the store failed
     */
    public Proposed propose(Origin origin, Change change) {
        return rules.approval(origin.workspace()) ? ask(origin, change) : make(origin, change);
    }

    private Proposed make(Origin origin, Change change) {
        var mandate = new Mandate(origin, Optional.empty(), clock.instant());
        return switch (change.apply(mandate)) {
            case Applied.Made made -> {
                audit.add(origin, change, Result.DONE, change.detail());
                boolean _ =
                        announcer.tell(
                                origin.channel(),
                                change.thread(),
                                "change-" + fresh(),
                                Markdown.bold(origin.author().name()) + " " + made.did() + ".");
                yield new Proposed.Made(made.text());
            }
            case Applied.Unfit unfit -> {
                audit.add(origin, change, Result.REFUSED, "it does not fit what is there now");
                yield new Proposed.Unfit(unfit.text());
            }
        };
    }

    private Proposed ask(Origin origin, Change change) {
        Instant now = clock.instant();
        String id = fresh();
        requests.add(
                new ChangeRequest(
                        id,
                        origin,
                        change.kind(),
                        change.data(),
                        now,
                        State.OPEN,
                        Optional.empty()));
        SendResult shown =
                announcer.ask(
                        origin.channel(),
                        change.thread(),
                        "request-" + id,
                        question(origin, change),
                        choices(id, change));
        return switch (shown) {
            case SendResult.Sent _ -> asked(origin, change, now, "I asked for it here.");
            case SendResult.Unreachable(String reason) ->
                    asked(
                            origin,
                            change,
                            now,
                            "I asked for it here, but whether it shows is not certain ("
                                    + reason
                                    + ").");
            case SendResult.Rejected(String reason, var _) -> unasked(id, reason);
            case SendResult.RateLimited _ -> unasked(id, "too many messages at once");
        };
    }

    private Proposed asked(Origin origin, Change change, Instant now, String how) {
        audit.add(origin, change, Result.REQUESTED, change.detail());
        return new Proposed.Requested(
                "Another admin has to approve this, so nothing is changed yet. "
                        + how
                        + " The request lapses on "
                        + Moments.of(now.plus(ChangeRequest.LASTS))
                        + ".");
    }

    /** A request that nobody can see is none. */
    private Proposed unasked(String id, String reason) {
        requests.remove(id);
        return new Proposed.Unfit(
                "Another admin has to approve this, but I could not ask in this channel ("
                        + reason
                        + "). Nothing was changed; try again, or do it in another channel.");
    }

    private static String question(Origin origin, Change change) {
        String particulars = change.particulars();
        return Markdown.bold(origin.author().name())
                + " wants to "
                + change.wish()
                + ". Another admin has to approve it."
                + (particulars.isEmpty()
                        ? ""
                        : "\n" + Markdown.shorten(particulars, LONGEST_PARTICULARS));
    }

    /** Nobody has to approve what they cannot read. */
    private static List<Choice> choices(String id, Change change) {
        var approve = new Choice("Approve", Decisions.APPROVE + ":" + id, Choice.Style.PRIMARY);
        var refuse = new Choice("Refuse", Decisions.REFUSE + ":" + id, Choice.Style.PLAIN);
        return change.particulars().length() <= LONGEST_PARTICULARS
                ? List.of(approve, refuse)
                : List.of(
                        approve,
                        refuse,
                        new Choice(
                                "Show all of it", Decisions.SHOW + ":" + id, Choice.Style.PLAIN));
    }

    /** 16 characters. */
    private static String fresh() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    /**
     * Makes what was approved and, after a fault or a crash, is not made yet, and forgets old
     * requests. To be called at the start and now and then.
     */
    public void sweep(Instant now) {
        approved.resume();
        requests.removeBefore(now.minus(KEPT));
    }
}
