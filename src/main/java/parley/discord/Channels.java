package parley.discord;

import java.util.Optional;

/** Knows what a channel id stands for. Safe for use by many threads; may block for a call. */
@FunctionalInterface
interface Channels {
    /** Empty where Discord does not show the channel to the bot, or does not answer just now. */
    Optional<ChannelFacts> facts(long channel);
}
