package parley.discord;

import parley.adapter.BotMention;
import parley.adapter.Excerpt;

/** What a message says to the bot, for the model: without the address, as Markdown. Pure. */
final class Wording {
    /** What a reply is about is told by its beginning. */
    private static final int MOST_QUOTED = 2_000;

    private static final String GREETING = "Hello";

    private final Markup markup;
    private final MessageText texts;
    private final Speakers speakers;

    Wording(BotIdentity self, GuildNames names) {
        markup = new Markup(self, names);
        speakers = new Speakers(self);
        texts = new MessageText(markup, speakers);
    }

    /**
     * The words of a person, and under them the message replied to, where it is to be quoted. Empty
     * where the message says nothing.
     */
    String said(MessageJson message, long guild, boolean quotes) {
        String words =
                texts.whole(
                        message,
                        new BotMention(markup.address(guild)).strip(message.content()),
                        guild);
        String quoted = quotes ? message.repliedTo().map(it -> quote(it, guild)).orElse("") : "";
        return words.isBlank() || quoted.isBlank() ? words + quoted : words + "\n\n" + quoted;
    }

    /** Words that Discord keeps from the bot are not quoted as none. */
    private String quote(MessageJson message, long guild) {
        String words = Excerpt.of(texts.whole(message, guild), MOST_QUOTED);
        boolean files = message.each("attachments").findAny().isPresent();
        if (words.isBlank() && !files) {
            return "";
        }
        return MessageText.quote(
                "In reply to " + speakers.name(message) + ":",
                words.isBlank() ? "(a file without words)" : words);
    }

    /** Who does nothing but call the bot wants to be greeted. */
    static String orGreeting(String words, boolean files) {
        return words.isBlank() && !files ? GREETING : words;
    }

    /** The words of anybody, address and all. */
    String reported(MessageJson message, long guild) {
        return texts.whole(message, guild);
    }
}
