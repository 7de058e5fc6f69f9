package parley.responder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.Outgoing;

/** What the thread shows of one answer, as far as that is known. Not thread-safe. */
final class Screen {
    private final List<Slot> slots = new ArrayList<>();
    private int keep = Integer.MAX_VALUE;
    private boolean postInDoubt;
    private Optional<Instant> since;
    private boolean toForget;

    /**
     * @param shown the message as it was last seen to arrive; empty when that is not known
     * @param remembered whether the ledger knows of it
     */
    private record Slot(MessageId id, Optional<Outgoing> shown, boolean remembered) {}

    /**
     * @param messages that the answer has already; what they show is not known
     * @param since when the one behind them may have been posted without being remembered, at the
     *     earliest; empty when it was not
     */
    Screen(List<MessageId> messages, Optional<Instant> since) {
        messages.forEach(id -> slots.add(new Slot(id, Optional.empty(), true)));
        this.since = since;
        this.postInDoubt = since.isPresent();
    }

    /**
     * What to do next so that the thread shows that; empty when it does.
     *
     * @param ending whether messages beyond the wanted ones are to go
     */
    Optional<Step> next(List<Wanted> wanted, boolean ending) {
        return bookkeeping()
                .or(this::removal)
                .or(() -> update(wanted))
                .or(() -> ending ? surplus(wanted.size()) : Optional.empty());
    }

    private Optional<Step> bookkeeping() {
        int last = slots.size() - 1;
        if (toForget) {
            return Optional.of(new Step.Forget(slots.size()));
        }
        return last >= 0 && !slots.get(last).remembered()
                ? Optional.of(new Step.Remember(last, slots.get(last).id()))
                : Optional.empty();
    }

    private Optional<Step> removal() {
        return slots.size() > keep ? surplus(keep) : Optional.empty();
    }

    private Optional<Step> surplus(int from) {
        int last = slots.size() - 1;
        return last >= from
                ? Optional.of(new Step.Remove(last, slots.get(last).id()))
                : Optional.empty();
    }

    private Optional<Step> update(List<Wanted> wanted) {
        for (int part = 0; part < wanted.size(); part++) {
            Wanted message = wanted.get(part);
            if (part >= slots.size()) {
                return Optional.of(new Step.Post(part, message, since));
            }
            Slot slot = slots.get(part);
            if (!slot.shown().equals(Optional.of(message.message()))) {
                return Optional.of(new Step.Edit(part, slot.id(), message));
            }
        }
        return Optional.empty();
    }

    /**
     * The post arrived. Where an earlier try may have arrived as well, the platform may have kept
     * that one, with its older text.
     */
    void posted(Step.Post post, MessageId id) {
        Optional<Outgoing> shown =
                postInDoubt ? Optional.empty() : Optional.of(post.wanted().message());
        slots.add(new Slot(id, shown, false));
        postInDoubt = false;
        since = Optional.empty();
    }

    void edited(Step.Edit edit) {
        slots.set(edit.part(), new Slot(edit.id(), Optional.of(edit.wanted().message()), true));
    }

    /** The message is gone, or as good as gone. */
    void removed() {
        slots.removeLast();
        toForget = true;
        if (slots.size() <= keep) {
            keep = Integer.MAX_VALUE;
        }
    }

    /** It is not known whether the step took effect. */
    void doubt(Step.Write step) {
        switch (step) {
            case Step.Post _ -> postInDoubt = true;
            case Step.Edit(int part, MessageId id, Wanted _) ->
                    slots.set(part, new Slot(id, Optional.empty(), true));
            case Step.Remove _ -> {}
        }
    }

    /** That message cannot be changed any more: it and all behind it are to be written anew. */
    void lost(int part) {
        keep = Math.min(keep, part);
    }

    void remembered(int part) {
        slots.set(part, new Slot(slots.get(part).id(), slots.get(part).shown(), true));
    }

    void forgotten() {
        toForget = false;
    }
}
