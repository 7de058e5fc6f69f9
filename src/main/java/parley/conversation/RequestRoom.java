package parley.conversation;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The memory that the files of a turn's request take. It is held while a request is under way, and
 * given back while the turn waits for Claude, lest an outage keep it from all others. For one turn
 * and one thread.
 */
final class RequestRoom {
    private final FileMemory memory;
    private final long bytes;
    private final LiveTurn live;
    private final Consumer<String> status;
    private Optional<FileMemory.Hold> hold = Optional.empty();

    /**
     * @param bytes of the files, as they are
     * @param status told what the turn waits for
     */
    RequestRoom(FileMemory memory, long bytes, LiveTurn live, Consumer<String> status) {
        this.memory = memory;
        this.bytes = bytes;
        this.live = live;
        this.status = status;
    }

    /** Blocks until it is there, or the turn is to end. */
    void await() {
        if (!takeNow()) {
            hold =
                    Optional.of(
                            memory.hold(
                                    bytes,
                                    this::isOver,
                                    () -> status.accept(Sentences.FILES_WAITING)));
            status.accept(Sentences.THINKING);
        }
    }

    /** What changes the question has the turn ask all the same. */
    private boolean isOver() {
        return live.signal().filter(signal -> !(signal instanceof Signal.Restart)).isPresent();
    }

    /** Whether it is there, now if not before; does not wait. */
    boolean takeNow() {
        if (hold.isEmpty()) {
            hold = memory.holdNow(bytes);
        }
        return hold.isPresent();
    }

    void giveBack() {
        hold.ifPresent(FileMemory.Hold::close);
        hold = Optional.empty();
    }
}
