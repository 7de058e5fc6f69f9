package parley.responder;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.Ticker;

/**
 * Makes the thread show what the {@link Manuscript} holds, one write after the other, each with the
 * newest text. Runs in a thread of its own until the answer is over.
 */
final class ReplyWriter implements Runnable {
    private static final int MOST_LOSSES = 3;

    private final Manuscript manuscript;
    private final Screen screen;
    private final StatusLine status;
    private final Outlet outlet;
    private final ScopeGate gate;
    private final Ticker ticker;
    private final Pace pace;
    private volatile @Nullable Claim waiting;
    private int losses;
    private boolean lastLap;
    private boolean firstReported;

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
        this.gate = gate;
        this.ticker = ticker;
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
        } catch (RuntimeException e) {
            outlet.failed(e);
        } finally {
            manuscript.conclude(new Delivery.Postponed());
            status.end();
        }
    }

    /** The answer has come to its end: what waits to be written is now part of that. */
    void hurry() {
        Claim claim = waiting;
        if (claim != null) {
            gate.hurry(claim);
        }
    }

    /** The answer is over: nothing is waited for any more. */
    void withdraw() {
        Claim claim = waiting;
        if (claim != null) {
            gate.withdraw(claim);
        }
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
            manuscript.awaitNewer(view);
        }
    }

    /** The finished answer gets all its chances, whatever happened to the unfinished one. */
    private void beginLastLap(Urgency urgency) {
        if (!lastLap && urgency == Urgency.FINAL) {
            lastLap = true;
            losses = 0;
            pace.arrived();
        }
    }

    private void deliver() {
        status.end();
        outlet.finalText(manuscript.sinceEnd());
        manuscript.conclude(new Delivery.Delivered());
    }

    private void perform(Manuscript.View view, Step step) throws InterruptedException {
        switch (step) {
            case Step.Write write -> write(view, write);
            case Step.Remember _, Step.Forget _ -> record(step);
        }
    }

    private void record(Step step) {
        if (!outlet.record(step)) {
            pace.failed();
            return;
        }
        pace.arrived();
        if (step instanceof Step.Remember) {
            screen.remembered(step.part());
        } else {
            screen.forgotten();
        }
    }

    private void write(Manuscript.View view, Step.Write step) throws InterruptedException {
        Claim claim =
                new Claim(outlet.routes(step), view.urgency(), manuscript::behind, ticker.nanos());
        if (!pass(claim)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return;
        }
        SendResult result = new SendResult.Unreachable("not tried");
        boolean written = false;
        try {
            Manuscript.View newest = manuscript.isCurrent(view) ? view : manuscript.view();
            Optional<Step.Write> fresh = refresh(newest, step);
            if (fresh.isPresent()) {
                written = true;
                pace.writes();
                result = outlet.write(fresh.get(), claim.route());
                land(newest, fresh.get(), result);
            }
        } finally {
            settle(claim, written, result);
        }
    }

    /** Waits for the permits; what happened between making the claim and showing it counts too. */
    private boolean pass(Claim claim) {
        waiting = claim;
        try {
            if (manuscript.isOver()) {
                return false;
            }
            if (manuscript.isEnding()) {
                gate.hurry(claim);
            }
            return gate.pass(claim);
        } finally {
            waiting = null;
        }
    }

    private void settle(Claim claim, boolean written, SendResult result) {
        if (!written) {
            gate.giveBack(claim);
        } else if (result instanceof SendResult.RateLimited(var retryAfter)) {
            gate.coolOff(claim, retryAfter);
        } else {
            gate.landed(claim);
        }
    }

    /** What to write with the permits for {@code planned}, now that they are there. */
    private Optional<Step.Write> refresh(Manuscript.View view, Step.Write planned) {
        if (manuscript.isOver()) {
            return Optional.empty();
        }
        return screen.next(view.messages(), view.ending())
                .filter(Step.Write.class::isInstance)
                .map(Step.Write.class::cast)
                .filter(step -> step.write().kind() == planned.write().kind());
    }

    private void land(Manuscript.View view, Step.Write step, SendResult result) {
        switch (result) {
            case SendResult.Sent(MessageId id) -> sent(view, step, id);
            case SendResult.RateLimited _ -> {}
            case SendResult.Unreachable _ -> {
                screen.doubt(step);
                pace.failed();
            }
            case SendResult.Rejected(String reason) -> rejected(view, step, reason);
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

    private void rejected(Manuscript.View view, Step.Write step, String reason) {
        switch (step) {
            case Step.Post _ -> refused(view, reason);
            case Step.Edit edit -> {
                if (++losses > MOST_LOSSES) {
                    refused(view, reason);
                } else {
                    outlet.warn("message " + edit.part() + " is written anew", reason);
                    screen.lost(edit.part());
                }
            }
            case Step.Remove remove -> {
                outlet.warn("message " + remove.part() + " could not be taken away", reason);
                removed(remove);
            }
        }
    }

    private void refused(Manuscript.View view, String reason) {
        outlet.warn("the text was refused", reason);
        if (view.ending()) {
            manuscript.conclude(new Delivery.Undeliverable(reason));
        } else {
            pace.mute();
        }
    }
}
