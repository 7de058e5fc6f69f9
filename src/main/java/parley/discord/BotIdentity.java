package parley.discord;

/**
 * Who the bot is in Discord.
 *
 * @param application whose bot it is
 * @param user as which the bot writes and is mentioned
 * @param name as the model should read it where somebody mentions the bot
 * @param readsContent whether Discord tells the bot the words of messages that do not mention it
 * @see <a href="https://discord.com/developers/docs/events/gateway#message-content-intent">Message
 *     Content Intent</a>
 */
record BotIdentity(long application, long user, String name, boolean readsContent) {}
