package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Reference;
import parley.claude.ClaudeException;
import parley.claude.ClaudeMessage;
import parley.claude.ClaudeRequest;
import parley.claude.ModelId;
import parley.claude.Pass;
import parley.claude.Role;
import parley.claude.StopReason;
import parley.responder.Reply;

/**
 * Gets one answer out of the model, whatever comes: each way in which a request can end has its
 * treatment here, and either is the answer or asks again in another way. For one turn and one
 * thread.
 */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private static final int MOST_PAUSES = 5;
    private static final double SHORTEN = 0.6;
    private static final double SHORTEST = 0.2;
    private static final Step AGAIN = new Step.Again();

    /** What is asked, made anew from the store at each try. */
    interface RequestSource {
        /**
         * @param share of the model's room that the history may take
         * @param files the room for files, of which the share applies too
         */
        RequestBuilder.Built build(ModelId model, double share, FileRoom files);
    }

    /** What to do after a request. */
    private sealed interface Step {
        record Again() implements Step {}

        record Done(Answer answer) implements Step {}

        record Leave() implements Step {}
    }

    private final Reference turn;
    private final Entrance entrance;
    private final RequestRoom room;
    private final RequestSource requests;
    private final Listener listener;
    private final Reply reply;
    private final LiveTurn live;
    private final Gathered gathered;

    private double share = 1;
    private boolean mended;
    private FileRoom files = FileRoom.WHOLE;
    private boolean hasFiles;
    private List<String> remarks = List.of();
    private int pauses;
    private String prefixHash = "";

    Asking(
            Reference turn,
            Entrance entrance,
            RequestRoom room,
            RequestSource requests,
            Listener listener,
            Reply reply,
            LiveTurn live,
            Gathered gathered) {
        this.turn = turn;
        this.entrance = entrance;
        this.room = room;
        this.requests = requests;
        this.listener = listener;
        this.reply = reply;
        this.live = live;
        this.gathered = gathered;
    }

    /**
     * The answer, or empty when the program is stopping and the turn is left for its next start.
     */
    Optional<Answer> ask() {
        for (boolean first = true; ; first = false) {
            switch (askOnce(first)) {
                case Step.Again again -> LOG.info("Asking again");
                case Step.Done(Answer answer) -> {
                    return Optional.of(answer);
                }
                case Step.Leave leave -> {
                    return Optional.empty();
                }
            }
        }
    }

    private Step askOnce(boolean first) {
        return switch (enter()) {
            case Entrance.Next.Interrupted(Signal signal) -> interrupted(signal);
            case Entrance.Next.Over(Optional<ClaudeException> why) -> new Step.Done(over(why));
            case Entrance.Next.Ask(Pass pass) -> {
                if (!first) {
                    listener.again();
                }
                try (pass) {
                    yield askOnce(pass);
                } finally {
                    room.giveBack();
                }
            }
        };
    }

    /** Nobody who may ask keeps others from it by waiting for memory. */
    private Entrance.Next enter() {
        while (true) {
            room.await();
            Entrance.Next next = entrance.next(room::giveBack);
            if (!(next instanceof Entrance.Next.Ask(Pass pass))) {
                room.giveBack();
                return next;
            }
            if (room.takeNow()) {
                return next;
            }
            pass.close();
        }
    }

    private Step askOnce(Pass pass) {
        RequestBuilder.Built built = build();
        prefixHash = built.prefixHash();
        remarks = built.remarks();
        hasFiles = built.hasFiles();
        if (!built.hasQuestion()) {
            return new Step.Done(answer(Outcome.STOPPED, "", Sentences.questionGone()));
        }
        return switch (listener.hear(goingOn(built.request()), pass)) {
            case Heard.Ended(StopReason reason, String detail) -> ended(reason, detail);
            case Heard.Interrupted(Signal signal) -> interrupted(signal);
            case Heard.Broken(ClaudeException fault) -> broken(fault);
        };
    }

    private RequestBuilder.Built build() {
        RequestBuilder.Built built = requests.build(entrance.model().model(), share, files);
        return mended ? built.mended() : built;
    }

    /** After a pause the model goes on from its own words. */
    private ClaudeRequest goingOn(ClaudeRequest request) {
        if (pauses == 0 || gathered.content().isEmpty()) {
            return request;
        }
        List<ClaudeMessage> messages = new ArrayList<>(request.messages());
        messages.add(new ClaudeMessage(Role.ASSISTANT, gathered.content()));
        return request.withMessages(HistoryRepair.withoutTrailingSpace(messages));
    }

    private Step ended(StopReason reason, String detail) {
        return switch (reason) {
            case END_TURN, STOP_SEQUENCE, UNRECOGNIZED, TOOL_USE ->
                    done(Outcome.ANSWERED, reason, detail);
            case MAX_TOKENS -> done(Outcome.CUT_SHORT, reason, detail);
            case PAUSE_TURN ->
                    ++pauses <= MOST_PAUSES ? AGAIN : done(Outcome.CUT_SHORT, reason, detail);
            case REFUSAL -> declined() ? AGAIN : done(Outcome.REFUSED, reason, detail);
            case MODEL_CONTEXT_WINDOW_EXCEEDED ->
                    shorten() ? AGAIN : done(Outcome.CUT_SHORT, reason, detail);
        };
    }

    private Step interrupted(Signal signal) {
        return switch (signal) {
            case Signal.Park park -> new Step.Leave();
            case Signal.Stop(String by) ->
                    new Step.Done(
                            answer(
                                    Outcome.STOPPED,
                                    "",
                                    Sentences.stopped(by),
                                    Sentences.STOPPED_EARLY));
            case Signal.Restart restart -> {
                live.restarting();
                forget();
                yield AGAIN;
            }
        };
    }

    /**
     * What was shown is kept: only an answer of which nobody has seen a word is asked for again.
     */
    private Step broken(ClaudeException fault) {
        LOG.warn("Claude: {} (request {})", fault.getMessage(), fault.requestId());
        if (!gathered.nothingSaid()) {
            return new Step.Done(failed(fault));
        }
        boolean again =
                switch (fault) {
                    case ClaudeException.Internal _ -> false;
                    case ClaudeException.InvalidRequest invalid ->
                            invalid.tooLong()
                                    ? shorten() || withoutFiles()
                                    : mend() || withoutFiles();
                    case ClaudeException.ConnectionLost _,
                            ClaudeException.Overloaded _,
                            ClaudeException.RateLimited _,
                            ClaudeException.NotFound _,
                            ClaudeException.Unauthorized _ ->
                            atTheEntrance(fault);
                };
        return again ? AGAIN : new Step.Done(failed(fault));
    }

    /** There it is decided whether and when this model is asked again, or another one. */
    private boolean atTheEntrance(ClaudeException fault) {
        entrance.failed(fault, gathered.model().isPresent());
        forget();
        return true;
    }

    private Answer over(Optional<ClaudeException> why) {
        return why.map(this::failed)
                .orElseGet(() -> answer(Outcome.FAILED, "internal", Sentences.internal(turn)));
    }

    private Answer failed(ClaudeException fault) {
        String note = Sentences.failure(fault, !gathered.nothingSaid(), turn);
        return answer(Outcome.FAILED, Sentences.kind(fault) + ": " + fault.getMessage(), note);
    }

    private boolean declined() {
        boolean another = entrance.declined();
        if (another) {
            forget();
        }
        return another;
    }

    /** As far as it takes to leave something out: the same request would be refused again. */
    private boolean shorten() {
        ClaudeRequest refused = build().request();
        while (share * SHORTEN >= SHORTEST) {
            share *= SHORTEN;
            if (!build().request().messages().equals(refused.messages())) {
                forget();
                return true;
            }
        }
        return false;
    }

    /**
     * Once, and only where there is something to mend: the same request would be refused again.
     * Thinking of another account is refused, whatever the hash says of the prefix; and what has
     * ever got into the store must not keep its thread from being answered.
     */
    private boolean mend() {
        ClaudeRequest refused = build().request();
        if (mended || HistoryRepair.mend(refused.messages()).equals(refused.messages())) {
            return false;
        }
        LOG.warn("Claude refused the request: asking with a mended history");
        mended = true;
        forget();
        return true;
    }

    /** One broken file would otherwise keep its thread from ever being answered again. */
    private boolean withoutFiles() {
        if (!hasFiles) {
            return false;
        }
        LOG.warn("Claude refused the request, perhaps for its files: asking without them");
        files = FileRoom.NONE;
        forget();
        return true;
    }

    private void forget() {
        gathered.restart();
        pauses = 0;
        reply.restart();
    }

    private Step done(Outcome outcome, StopReason reason, String detail) {
        if (reason == StopReason.UNRECOGNIZED) {
            LOG.warn("Unknown stop reason '{}', taken as finished", detail);
        }
        return new Step.Done(
                new Answer(
                        outcome,
                        model(),
                        entrance.model().why(),
                        outcome == Outcome.REFUSED ? List.of() : gathered.content(),
                        prefixHash,
                        Optional.of(reason),
                        detail,
                        note(ending(reason, detail)),
                        wordless(reason, detail)));
    }

    /** Without a word there is nothing to continue. */
    private static Optional<String> wordless(StopReason reason, String detail) {
        boolean more = reason == StopReason.MAX_TOKENS || reason == StopReason.PAUSE_TURN;
        return Sentences.ending(reason, detail).filter(_ -> !more);
    }

    private Optional<String> ending(StopReason reason, String detail) {
        Optional<String> ending = Sentences.ending(reason, detail);
        return files.equals(FileRoom.NONE)
                ? Optional.of(
                        ending.map(more -> Sentences.FILES_REFUSED + " " + more)
                                .orElse(Sentences.FILES_REFUSED))
                : ending;
    }

    private Answer answer(Outcome outcome, String detail, String note) {
        return answer(outcome, detail, note, note);
    }

    private Answer answer(Outcome outcome, String detail, String note, String ending) {
        return new Answer(
                outcome,
                model(),
                entrance.model().why(),
                gathered.content(),
                prefixHash,
                Optional.empty(),
                detail,
                note(Optional.of(note)),
                Optional.of(ending));
    }

    /** What there is to say of the question and its files, of who answers, and of the answer. */
    private Optional<String> note(Optional<String> ending) {
        List<String> sentences = new ArrayList<>(remarks);
        if (!gathered.nothingSaid()) {
            entrance.standIn().ifPresent(sentences::add);
        }
        ending.ifPresent(sentences::add);
        return Optional.of(String.join(" ", sentences)).filter(note -> !note.isEmpty());
    }

    private ModelId model() {
        return gathered.model().orElse(entrance.model().model());
    }
}
