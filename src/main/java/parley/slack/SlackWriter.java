package parley.slack;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.Write;

/**
 * Makes threads show what is written into them: as a stream while that goes, else by posts and
 * edits. Safe for use by many threads; the writes of one message come one after the other.
 */
final class SlackWriter {
    /** Which moves the permits of which route cover. */
    private static final Map<Class<? extends Move>, Set<String>> COVERED =
            Map.of(
                    Move.Start.class,
                    Set.of(SlackLimits.WAY_START, SlackLimits.WAY_POST),
                    Move.Post.class,
                    Set.of(SlackLimits.WAY_START, SlackLimits.WAY_POST, SlackLimits.WAY_LOOK),
                    Move.Look.class,
                    Set.of(SlackLimits.WAY_LOOK),
                    Move.Append.class,
                    Set.of(SlackLimits.WAY_APPEND),
                    Move.Stop.class,
                    Set.of(SlackLimits.WAY_STOP, SlackLimits.WAY_LEAVE, SlackLimits.WAY_LOOK),
                    Move.Leave.class,
                    Set.of(SlackLimits.WAY_LEAVE, SlackLimits.WAY_LOOK),
                    Move.Update.class,
                    Set.of(SlackLimits.WAY_UPDATE, SlackLimits.WAY_LEAVE, SlackLimits.WAY_LOOK),
                    Move.Remove.class,
                    Set.of(SlackLimits.WAY_DELETE, SlackLimits.WAY_END, SlackLimits.WAY_SWEEP),
                    Move.Sweep.class,
                    Set.of(SlackLimits.WAY_SWEEP),
                    Move.Nothing.class,
                    Set.of(SlackLimits.WAY_NONE, SlackLimits.WAY_SWEEP));

    private final Planner planner;
    private final SlackLimits limits;
    private final StreamWriter streaming;
    private final PlainWriter plain;
    private final Finder finder;
    private final StreamBook streams;
    private final PostBook posts;

    SlackWriter(
            SlackApi api,
            PostPace pace,
            Ticker ticker,
            InstantSource clock,
            Recipients recipients,
            Supplier<Optional<BotIdentity>> self) {
        streams = new StreamBook(ticker);
        posts = new PostBook(ticker, clock, _ -> Optional.empty());
        planner = new Planner(streams, posts);
        limits = new SlackLimits(planner);
        plain = new PlainWriter(api, pace, streams, posts);
        streaming = new StreamWriter(api, streams, posts, plain, recipients);
        finder = new Finder(new OwnMessages(api, self), posts);
    }

    SlackLimits limits() {
        return limits;
    }

    /**
     * Carries the write out.
     *
     * @return unreachable too when the write needs another route by now than it was given
     */
    SendResult write(ThreadId thread, Write write, Route route) {
        Move move = planner.plan(thread, write);
        if (!COVERED.getOrDefault(move.getClass(), Set.of()).contains(route.name())) {
            return new SendResult.Unreachable("the message goes another way by now");
        }
        return switch (move) {
            case Move.Start(Outgoing message, String text) ->
                    route.name().equals(SlackLimits.WAY_START)
                            ? streaming.start(thread, message, text)
                            : plain.post(thread, message);
            case Move.Post(Outgoing message) -> plain.post(thread, message);
            case Move.Look look -> look(thread, look);
            case Move.Append(MessageId id, String more) -> streaming.append(thread, id, more);
            case Move.Stop(MessageId id, Outgoing message, String rest) ->
                    streaming.stop(thread, id, message, rest);
            case Move.Leave(MessageId id, Outgoing message) -> leave(thread, id, message);
            case Move.Update(MessageId id, Outgoing message) -> plain.update(thread, id, message);
            case Move.Remove(MessageId id, boolean open) -> remove(thread, id, open);
            case Move.Sweep sweep -> sweep(thread, sweep);
            case Move.Nothing(Outgoing message) -> Write.Sweep.nothing(message);
        };
    }

    private SendResult sweep(ThreadId thread, Move.Sweep sweep) {
        Outgoing message = sweep.message();
        return switch (finder.find(thread, message, sweep.doubt().since())) {
            case Finder.Finding.There(MessageId id, boolean open) -> {
                posts.placed(thread, message.nonce(), id);
                yield remove(thread, id, open);
            }
            case Finder.Finding.NotThere _ -> {
                posts.absent(thread, message.nonce());
                yield Write.Sweep.nothing(message);
            }
            case Finder.Finding.Unknown(SendResult result) -> result;
        };
    }

    private SendResult look(ThreadId thread, Move.Look look) {
        Outgoing message = look.message();
        return switch (finder.find(thread, message, look.doubt().since())) {
            case Finder.Finding.There(MessageId id, boolean open) -> {
                posts.placed(thread, message.nonce(), id);
                yield open ? adopt(thread, id, message) : plain.update(thread, id, message);
            }
            case Finder.Finding.NotThere _ -> {
                posts.absent(thread, message.nonce());
                yield plain.post(thread, message);
            }
            case Finder.Finding.Unknown(SendResult result) -> result;
        };
    }

    private SendResult adopt(ThreadId thread, MessageId id, Outgoing message) {
        streams.found(thread, id);
        return leave(thread, id, message);
    }

    /** The same message goes on growing, by edits. */
    private SendResult leave(ThreadId thread, MessageId id, Outgoing message) {
        return streaming.end(thread, id).orElseGet(() -> plain.update(thread, id, message));
    }

    private SendResult remove(ThreadId thread, MessageId id, boolean open) {
        Optional<SendResult> kept = open ? streaming.end(thread, id) : Optional.empty();
        return kept.orElseGet(() -> plain.delete(thread, id));
    }
}
