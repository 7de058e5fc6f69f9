package parley.privacy;

import java.time.Duration;
import java.util.Optional;
import parley.chat.ChannelId;

/** For how long threads are kept after their last message. Safe for use by many threads. */
@FunctionalInterface
public interface Retention {
    /** Empty for ever. */
    Optional<Duration> keep(ChannelId channel);
}
