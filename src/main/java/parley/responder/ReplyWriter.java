package parley.responder;

import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.SendResult.Ground;
import parley.chat.Ticker;

/**
 * Makes the thread show what the {@link Manuscript} holds, one write after the other. Runs in a
 * thread of its own until the answer is over.
 *
 * <ol>
 *   <li>{@link Screen} says which write comes next, and the platform which routes it can go.
 *   <li>{@link Passage} waits for the first route that has room in all its scopes.
 *   <li>By then the newest text may ask for another write. It is made when it can go the granted
 *       route as well; if not, the permits are given back and it asks for routes of its own, in the
 *       place that the reply had among those who wait. The same happens to a write that still waits
 *       when the answer is finished.
 *   <li>How the write ended is noted on the screen and settles the permits of the granted route.
 * </ol>
 *
 * A finished answer is tried again until it arrives, is refused, or the platform could not be
 * reached for as long as the caller of {@link Reply#finish} has patience. What is refused for its
 * own sake gives way to its {@link Substitute}, once.
 */
final class ReplyWriter implements Runnable {
    private static final int MOST_LOSSES = 3;

    private final Manuscript manuscript;
    private final Screen screen;
    private final StatusLine status;
    private final Outlet outlet;
    private final Passage passage;
    private final Pace pace;
    private int losses;
    private boolean lastLap;
    private boolean firstReported;

    /** How the answer ends when the thread shows what the manuscript holds. */
    private Delivery end = new Delivery.Delivered();

    ReplyWriter(
            Manuscript manuscript,
            Screen screen,
            StatusLine status,
            Outlet outlet,
            ScopeGate gate,
            Ticker ticker) {
        this.manuscript = manuscript;
        this.screen = screen;
        this.status = status;
        this.outlet = outlet;
        this.passage = new Passage(gate, manuscript::behind, ticker);
        this.pace = new Pace(ticker);
    }

    @Override
    public void run() {
        try {
            while (!manuscript.isOver()) {
                advance();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            outlet.failed(e);
            manuscript.conclude(new Delivery.Broken(String.valueOf(e)));
        } finally {
            manuscript.conclude(new Delivery.Postponed());
            status.end();
        }
    }

    /**
     * The answer has come to its end, or is over. A write that waits was planned before, and may
     * wait for the budget of a route that the last one does not go: it is planned anew.
     */
    void turned() {
        passage.turnBack();
    }

    private void advance() throws InterruptedException {
        Urgency urgency = manuscript.urgency();
        beginLastLap(urgency);
        long nanos = pace.nanosUntil(urgency, manuscript.length());
        if (nanos > 0) {
            manuscript.pause(nanos, urgency);
            return;
        }
        Manuscript.View view = manuscript.view();
        Optional<Step> step = screen.next(view.messages(), view.ending());
        if (step.isPresent()) {
            perform(view, step.get());
        } else if (view.ending()) {
            deliver();
        } else {
            passage.leave();
            manuscript.awaitNewer(view);
        }
    }

    /** The finished answer gets all its chances, whatever happened to the unfinished one. */
    private void beginLastLap(Urgency urgency) {
        if (!lastLap && urgency == Urgency.FINAL) {
            lastLap = true;
            losses = 0;
            pace.lastLap(manuscript.patience());
        }
    }

    private void deliver() {
        status.end();
        outlet.finalText(manuscript.sinceEnd());
        manuscript.conclude(end);
    }

    private void perform(Manuscript.View view, Step step) throws InterruptedException {
        switch (step) {
            case Step.Write write -> write(view, write);
            case Step.Remember _, Step.Note _, Step.Forget _ -> record(step);
        }
    }

    private void record(Step step) {
        if (outlet.record(step)) {
            pace.arrived();
            screen.recorded(step);
        } else {
            screen.recordInDoubt(step);
            pace.failed();
        }
    }

    /** Claims a way for the planned write, and writes the newest one when it is granted. */
    private void write(Manuscript.View view, Step.Write planned) throws InterruptedException {
        Optional<Claim> claim =
                passage.enter(
                        outlet.routes(planned),
                        view.urgency(),
                        () -> manuscript.isOver() || manuscript.isEnding() != view.ending());
        if (claim.isPresent()) {
            write(view, claim.get());
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void write(Manuscript.View planned, Claim claim) {
        Optional<Go> go = Optional.empty();
        SendResult result = new SendResult.Unreachable("not tried");
        try {
            go = go(manuscript.isCurrent(planned) ? planned : manuscript.view(), claim.route());
            if (go.isPresent()) {
                pace.writes();
                result = outlet.write(go.get().step(), go.get().route());
                land(go.get().view(), go.get().step(), result);
            }
        } finally {
            if (go.isPresent()) {
                passage.wrote(claim, result);
            } else {
                passage.giveBack(claim);
            }
        }
    }

    /** A write that is made now. */
    private record Go(Manuscript.View view, Step.Write step, Route route) {}

    /** What to write by the granted route; empty when the newest write cannot go that way. */
    private Optional<Go> go(Manuscript.View newest, Route granted) {
        if (manuscript.isOver()) {
            return Optional.empty();
        }
        return screen.next(newest.messages(), newest.ending())
                .filter(Step.Write.class::isInstance)
                .map(Step.Write.class::cast)
                .flatMap(step ->
                        outlet.route(step, granted).map(route -> new Go(newest, step, route)));
    }

    private void land(Manuscript.View view, Step.Write step, SendResult result) {
        switch (result) {
            case SendResult.Sent(MessageId id) -> sent(view, step, id);
            case SendResult.RateLimited _ -> pace.arrived();
            case SendResult.Unreachable(String reason) -> unreachable(step, reason);
            case SendResult.Rejected why -> rejected(view, step, why);
        }
    }

    private void unreachable(Step.Write step, String reason) {
        screen.doubt(step);
        pace.unreachable();
        if (pace.isExhausted()) {
            manuscript.conclude(Delivery.Postponed.because(reason));
        }
    }

    private void sent(Manuscript.View view, Step.Write step, MessageId id) {
        pace.arrived();
        switch (step) {
            case Step.Post post -> {
                screen.posted(post, id);
                record(new Step.Remember(post.part(), id));
                reached(view, post.wanted());
            }
            case Step.Edit edit -> {
                screen.edited(edit);
                reached(view, edit.wanted());
            }
            case Step.Remove remove -> removed(remove);
            case Step.Sweep _ -> screen.swept();
        }
    }

    private void removed(Step.Remove step) {
        screen.removed();
        record(new Step.Forget(step.part()));
    }

    private void reached(Manuscript.View view, Wanted wanted) {
        if (wanted.message().text().isEmpty() || !manuscript.reached(view, wanted.textEnd())) {
            return;
        }
        status.clear();
        if (!firstReported) {
            firstReported = true;
            manuscript.age().ifPresent(outlet::firstText);
        }
    }

    private void rejected(Manuscript.View view, Step.Write step, SendResult.Rejected why) {
        switch (step) {
            case Step.Post post -> refused(view, post, why);
            case Step.Edit edit -> {
                if (why.ground() == Ground.CONTENT || ++losses > MOST_LOSSES) {
                    refused(view, edit, why);
                } else {
                    outlet.warn("message " + edit.part() + " is written anew", why.reason());
                    screen.lost(edit.part());
                }
            }
            case Step.Sweep sweep -> {
                outlet.warn("what may stand as message " + sweep.part() + " stays", why.reason());
                screen.swept();
            }
            case Step.Remove remove -> {
                outlet.warn("message " + remove.part() + " could not be taken away", why.reason());
                removed(remove);
            }
        }
    }

    private void refused(Manuscript.View view, Step.Write step, SendResult.Rejected why) {
        outlet.warn("the text was refused", why.reason());
        if (!view.ending()) {
            pace.mute();
        } else if (why.ground() != Ground.PLACE
                && manuscript.replace(view, step.part(), why.reason())) {
            end = new Delivery.Replaced(why.reason());
        } else {
            manuscript.conclude(new Delivery.Undeliverable(why.reason()));
        }
    }
}
