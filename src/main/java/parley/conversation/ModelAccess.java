package parley.conversation;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import parley.chat.Ticker;
import parley.claude.Circuits;
import parley.claude.Claude;

/**
 * The way to Claude that all turns share; immutable.
 *
 * @param circuits tell when Claude is to be left alone
 * @param ticker for how long turns wait
 * @param jitter from 0 inclusive to 1 exclusive
 */
public record ModelAccess(
        Claude claude, Circuits circuits, Ticker ticker, Pauses pauses, DoubleSupplier jitter) {
    /** By the machine's clock. */
    public ModelAccess(Claude claude, Circuits circuits, Ticker ticker) {
        this(claude, circuits, ticker, Pauses.REAL, () -> ThreadLocalRandom.current().nextDouble());
    }
}
