package parley.testing.slack;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Ids in Slack's shapes. */
final class Ids {
    private final AtomicInteger numbers = new AtomicInteger();

    /** Such as {@code Ev00000001}. */
    String next(String prefix) {
        return prefix + String.format(Locale.ROOT, "%08X", numbers.incrementAndGet());
    }

    String uuid() {
        return UUID.randomUUID().toString();
    }
}
