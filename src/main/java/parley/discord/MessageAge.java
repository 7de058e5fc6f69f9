package parley.discord;

import java.time.Duration;
import java.time.InstantSource;
import parley.chat.MessageId;

/** Tells whether messages are so old that Discord makes their edits scarce. Immutable. */
record MessageAge(InstantSource clock) {
    /**
     * Discord's limit for "messages older than 1 hour", code 30046; a minute is for clocks that
     * differ.
     */
    private static final Duration YOUNG = Duration.ofMinutes(59);

    boolean isOld(MessageId message) {
        return DiscordIds.madeAt(DiscordIds.idOf(message)).plus(YOUNG).isBefore(clock.instant());
    }
}
