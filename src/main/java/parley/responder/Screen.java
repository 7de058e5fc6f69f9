package parley.responder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.PostedMessage;

/** What the thread shows of one answer, as far as that is known. Not thread-safe. */
final class Screen {
    /** No look: the ledger may say that one is so, and may not. */
    private static final Optional<String> UNSURE = Optional.of("");

    private final Byline byline;
    private final List<Slot> slots = new ArrayList<>();
    private int keep = Integer.MAX_VALUE;
    private boolean postInDoubt;
    private Optional<Instant> since;

    /** Whether a message may stand behind the known ones that nobody may come to post again. */
    private boolean mayBeMore;

    private boolean toForget;

    /**
     * @param shown the message as it was last seen to arrive; empty when that is not known
     * @param noted what the ledger says that it looks like: true, where it says so; or that it may
     *     say something
     * @param remembered whether the ledger knows of it
     */
    private record Slot(
            MessageId id, Optional<Outgoing> shown, Optional<String> noted, boolean remembered) {
        static Slot written(MessageId id, Optional<Outgoing> shown, boolean remembered) {
            return new Slot(id, shown, Optional.empty(), remembered);
        }

        Slot noting(Optional<String> look) {
            return new Slot(id, shown, look, remembered);
        }

        boolean shows(Outgoing message) {
            return shown.map(message::equals)
                    .orElseGet(() -> noted.equals(Optional.of(message.look())));
        }
    }

    /**
     * @param messages that the answer has already
     * @param since when the one behind them may have been posted without being remembered, at the
     *     earliest; empty when it was not
     */
    Screen(Byline byline, List<PostedMessage> messages, Optional<Instant> since) {
        this.byline = byline;
        messages.forEach(it -> slots.add(new Slot(it.id(), Optional.empty(), it.look(), true)));
        this.since = since;
        this.postInDoubt = since.isPresent();
        this.mayBeMore = since.isPresent() && isFollowed(slots.size() - 1);
    }

    /** Behind what is noted to be as it stays, another one was to be posted. */
    private boolean isFollowed(int part) {
        return part >= 0 && slots.get(part).noted().isPresent();
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
        if (mayBeMore) {
            return Optional.of(sweep());
        }
        if (last < from) {
            return Optional.empty();
        }
        Slot slot = slots.get(last);
        return Optional.of(
                slot.noted().isPresent()
                        ? new Step.Note(last, Optional.empty())
                        : new Step.Remove(last, slot.id()));
    }

    private Step sweep() {
        return new Step.Sweep(slots.size(), Wanted.blank(byline, slots.size()), since);
    }

    private Optional<Step> update(List<Wanted> wanted) {
        for (int part = 0; part < wanted.size(); part++) {
            Wanted message = wanted.get(part);
            if (part >= slots.size()) {
                return Optional.of(new Step.Post(part, message, since));
            }
            Optional<Step> step = change(part, message, part == wanted.size() - 1);
            if (step.isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    /**
     * What the ledger says is taken back before it is untrue, and not while a restart needs it to
     * know that one more message may stand there. The last message is not noted: where it is as it
     * should be, so is the whole answer.
     */
    private Optional<Step> change(int part, Wanted wanted, boolean last) {
        Slot slot = slots.get(part);
        Outgoing message = wanted.message();
        if (slot.shows(message)) {
            var note = Optional.of(message.look());
            return last || slot.noted().equals(note) || !message.settled()
                    ? Optional.empty()
                    : Optional.of(new Step.Note(part, note));
        }
        if (slot.noted().isEmpty()) {
            return Optional.of(new Step.Edit(part, slot.id(), wanted));
        }
        boolean alone = mayBeMore && part == slots.size() - 1;
        return Optional.of(alone ? sweep() : new Step.Note(part, Optional.empty()));
    }

    /**
     * The post arrived. Where an earlier try may have arrived as well, the platform may have kept
     * that one, with its older text.
     */
    void posted(Step.Post post, MessageId id) {
        Optional<Outgoing> shown =
                postInDoubt ? Optional.empty() : Optional.of(post.wanted().message());
        slots.add(Slot.written(id, shown, false));
        certain();
    }

    /** Nothing stands behind the known messages. */
    void swept() {
        certain();
    }

    private void certain() {
        postInDoubt = false;
        mayBeMore = false;
        since = Optional.empty();
    }

    void edited(Step.Edit edit) {
        Optional<Outgoing> shown = Optional.of(edit.wanted().message());
        slots.set(edit.part(), Slot.written(edit.id(), shown, true));
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
            case Step.Post _ -> {
                postInDoubt = true;
                mayBeMore = true;
            }
            case Step.Edit(int part, MessageId id, Wanted _) ->
                    slots.set(part, Slot.written(id, Optional.empty(), true));
            case Step.Remove _, Step.Sweep _ -> {}
        }
    }

    /** That message cannot be changed any more: it and all behind it are to be written anew. */
    void lost(int part) {
        keep = Math.min(keep, part);
    }

    /** It is not known whether the ledger has learned it. */
    void recordInDoubt(Step step) {
        if (step instanceof Step.Note(int part, var look) && look.isPresent()) {
            slots.set(part, slots.get(part).noting(UNSURE));
        }
    }

    /** The ledger has learned it. */
    void recorded(Step step) {
        switch (step) {
            case Step.Remember(int part, MessageId id) ->
                    slots.set(part, Slot.written(id, slots.get(part).shown(), true));
            case Step.Note(int part, Optional<String> look) ->
                    slots.set(part, slots.get(part).noting(look));
            case Step.Forget _ -> toForget = false;
            case Step.Write _ -> throw new IllegalArgumentException("not for the ledger");
        }
    }
}
