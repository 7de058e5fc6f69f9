package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import parley.chat.Button;
import parley.chat.ChannelId;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Platform;
import parley.chat.PostedMessage;
import parley.chat.RateScope;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.chat.Write;
import parley.chat.WriteKind;
import parley.testing.RecordingAdapter;

/** A responder over a platform in memory. */
final class ResponderRig implements ReplyLedger, WriteObserver, AutoCloseable {
    static final ReplyEnd END =
            new ReplyEnd(
                    Optional.of("A note."),
                    Optional.of("default · 1 s"),
                    List.of(Button.RETRY, Button.LIKE));
    static final ReplyEnd BARE = new ReplyEnd(Optional.empty(), Optional.empty(), List.of());
    static final Delivery DELIVERED = new Delivery.Delivered();
    static final UserId ASKER = new UserId("asker");
    static final Reference TURN = new Reference("T-1");

    final RecordingAdapter adapter;
    final Responder responder;
    final List<String> ledger = new CopyOnWriteArrayList<>();
    final List<String> observed = new CopyOnWriteArrayList<>();
    private final CountDownLatch lookFault = new CountDownLatch(1);
    final AtomicInteger ledgerFaults = new AtomicInteger();
    final AtomicInteger looksFail = new AtomicInteger();

    /** Time goes on by itself, and may be put forward. */
    final AtomicLong skipped = new AtomicLong();

    ResponderRig(int messageLength, RateScope... scopes) {
        Ticker ticker = () -> System.nanoTime() + skipped.get();
        adapter = new RecordingAdapter(Platform.WEB, messageLength, List.of(scopes), ticker);
        responder = new Responder(Map.of(Platform.WEB, adapter), this, ticker, this);
    }

    void awaitLookFault() {
        try {
            assertThat(lookFault.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void skip(Duration time) {
        skipped.addAndGet(time.toNanos());
    }

    static RateScope scope(String name, int permits, long millis) {
        return new RateScope(name, permits, Duration.ofMillis(millis));
    }

    static ThreadId thread(int number) {
        var channel = new ChannelId(new WorkspaceId(Platform.WEB, "w"), "c");
        return new ThreadId(channel, "t" + number);
    }

    static Byline byline(Reference turn) {
        return new Byline(turn, ASKER, Optional.empty());
    }

    Reply open(MessageId... messages) {
        return responder.open(thread(0), byline(TURN), posted(messages));
    }

    Reply resume(MessageId... messages) {
        return responder.resume(thread(0), byline(TURN), posted(messages), Instant.EPOCH);
    }

    private static List<PostedMessage> posted(MessageId... messages) {
        return Stream.of(messages).map(PostedMessage::new).toList();
    }

    List<Outgoing> shown() {
        return adapter.shown(thread(0));
    }

    List<String> texts() {
        return shown().stream().map(Outgoing::text).toList();
    }

    void awaitText(String text) {
        adapter.await("the text " + text, () -> texts().equals(List.of(text)));
    }

    void awaitWrites(int count) {
        adapter.await(count + " writes", () -> adapter.writes().size() >= count);
    }

    /** Puts messages there as an earlier run of the program left them. */
    MessageId left(int part, String text) {
        var message =
                new Outgoing(
                        TURN,
                        ASKER,
                        part,
                        text,
                        text.length(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Button.STOP),
                        false);
        var write = new Write.Post(message);
        Route route = adapter.limits().routes(thread(0), write).getFirst();
        return ((SendResult.Sent) adapter.write(thread(0), write, route)).message();
    }

    @Override
    public void posted(Reference turn, int part, MessageId message) {
        if (ledgerFaults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the store is full");
        }
        ledger.add(turn + " part " + part + " is " + message + " after " + adapter.writes().size());
    }

    @Override
    public void looks(Reference turn, int part, Optional<String> look) {
        if (look.isPresent() && looksFail.getAndDecrement() > 0) {
            lookFault.countDown();
            throw new IllegalStateException("the store is full");
        }
        ledger.add(turn + " part " + part + (look.isPresent() ? " is as it stays" : " changes"));
    }

    @Override
    public void withdrawn(Reference turn, int fromPart) {
        ledger.add(turn + " ends before " + fromPart);
    }

    @Override
    public void wrote(Platform platform, WriteKind kind, SendResult result) {
        observed.add(kind + " " + result.getClass().getSimpleName());
    }

    @Override
    public void firstText(Platform platform, long nanosSinceFirstAppend) {
        assertThat(nanosSinceFirstAppend).isNotNegative();
        observed.add("first text");
    }

    @Override
    public void finalText(Platform platform, long nanosSinceFinish) {
        assertThat(nanosSinceFinish).isNotNegative();
        observed.add("final text");
    }

    @Override
    public void close() {
        responder.close();
        assertThat(adapter.faults()).isEmpty();
    }
}
