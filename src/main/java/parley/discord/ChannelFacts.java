package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a channel is.
 *
 * @param type Discord's number of it
 * @param guild the server in which it is; 0 for direct messages
 * @param parent the channel of a thread, or the category of a channel; 0 for neither
 * @param name without its sign; empty for direct messages
 * @see <a
 *     href="https://discord.com/developers/docs/resources/channel#channel-object-channel-types">Channel
 *     types</a>
 */
record ChannelFacts(long id, int type, long guild, long parent, String name) {
    private static final int TEXT = 0;
    private static final int DIRECT = 1;
    private static final int NEWS_THREAD = 10;
    private static final int PUBLIC_THREAD = 11;
    private static final int PRIVATE_THREAD = 12;

    static ChannelFacts direct(long channel) {
        return new ChannelFacts(channel, DIRECT, 0, 0, "");
    }

    /** A channel of a server in which people talk, as long as nothing more is known of it. */
    static ChannelFacts room(long channel, long guild) {
        return new ChannelFacts(channel, TEXT, guild, 0, "");
    }

    /** A thread, likewise. */
    static ChannelFacts thread(long thread, long guild, long parent) {
        return new ChannelFacts(thread, PUBLIC_THREAD, guild, parent, "");
    }

    /** As the REST API tells of it. */
    static ChannelFacts of(JsonNode channel) {
        return new ChannelFacts(
                channel.path("id").asLong(),
                channel.path("type").asInt(),
                channel.path("guild_id").asLong(),
                channel.path("parent_id").asLong(),
                channel.path("name").asText(""));
    }

    boolean isDirect() {
        return guild == 0;
    }

    /** Posts of forums are threads too. */
    boolean isThread() {
        return type >= NEWS_THREAD && type <= PRIVATE_THREAD;
    }
}
