package parley.adapter;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Since when something is missing that was heard and could not be stored. It is told of when the
 * store takes something else, or when it is seen to work again, so that in a quiet place it waits
 * for nobody's next words. Safe for use by many threads.
 */
public final class Owed {
    private final Consumer<Instant> missed;
    private final AtomicReference<@Nullable Instant> since = new AtomicReference<>();

    /**
     * @param missed is told since when something is missing, as soon as there is a store again;
     *     returns at once
     */
    public Owed(Consumer<Instant> missed) {
        this.missed = missed;
    }

    /** What was said at that moment is not stored. */
    public void owe(Instant at) {
        since.accumulateAndGet(at, (old, now) -> old == null || old.isAfter(now) ? now : old);
    }

    /** Something was stored, or could be. */
    public void settle() {
        Instant owed = since.get() == null ? null : since.getAndSet(null);
        if (owed != null) {
            missed.accept(owed);
        }
    }
}
