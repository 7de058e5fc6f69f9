package parley.slack;

import java.time.Instant;
import java.util.Optional;
import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.ThreadId;
import parley.chat.Write;

/** Says by which move a write goes, from what is known now; changes nothing. */
final class Planner {
    private final StreamBook streams;
    private final PostBook posts;

    Planner(StreamBook streams, PostBook posts) {
        this.streams = streams;
        this.posts = posts;
    }

    Move plan(ThreadId thread, Write write) {
        return switch (write) {
            case Write.Post post -> post(thread, post.message(), post.since());
            case Write.Edit(MessageId id, Outgoing message) -> edit(thread, id, message);
            case Write.Sweep sweep -> sweep(thread, sweep.message(), sweep.since());
            case Write.Delete(MessageId id) -> remove(thread, id);
        };
    }

    private Move remove(ThreadId thread, MessageId id) {
        return new Move.Remove(id, streams.find(thread, id).filter(Planner::open).isPresent());
    }

    private Move sweep(ThreadId thread, Outgoing message, Optional<Instant> since) {
        return switch (posts.standing(thread, message.nonce(), since)) {
            case PostBook.Standing.Placed(MessageId id) -> remove(thread, id);
            case PostBook.Standing.Doubted doubt -> new Move.Sweep(message, doubt);
            case PostBook.Standing.Absent _ -> new Move.Nothing(message);
        };
    }

    private Move post(ThreadId thread, Outgoing message, Optional<Instant> since) {
        return switch (posts.standing(thread, message.nonce(), since)) {
            case PostBook.Standing.Placed(MessageId id) -> edit(thread, id, message);
            case PostBook.Standing.Doubted doubt -> new Move.Look(message, doubt);
            case PostBook.Standing.Absent _ -> fresh(thread, message);
        };
    }

    /** A message that is whole from the start needs no stream. */
    Move fresh(ThreadId thread, Outgoing message) {
        String text = shown(message);
        boolean stream =
                !message.settled()
                        && !text.isBlank()
                        && Stream.fits(text)
                        && !streams.banned(thread);
        return stream ? new Move.Start(message, text) : new Move.Post(message);
    }

    private Move edit(ThreadId thread, MessageId id, Outgoing message) {
        Optional<Stream> known = streams.find(thread, id).filter(Planner::open);
        if (known.isEmpty()) {
            return new Move.Update(id, message);
        }
        Stream stream = known.get();
        String text = shown(message);
        if (!streams.takes(stream, text)) {
            return new Move.Leave(id, message);
        }
        return message.settled()
                ? new Move.Stop(id, message, stream.rest(text))
                : new Move.Append(id, stream.rest(text));
    }

    private static boolean open(Stream stream) {
        return stream.state() != Stream.State.OVER;
    }

    /** What a stream shows of the message: nothing that could still change. */
    private static String shown(Outgoing message) {
        return message.settled()
                ? Inert.of(message.text())
                : Inert.growing(message.text().substring(0, message.stable()));
    }
}
