package parley.slack;

import com.slack.api.model.Message;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.adapter.BotMention;

/** What a message says, for the model: without the address to the bot, as Markdown. Pure. */
final class Wording {
    private final BotMention mention;
    private final Names names;

    Wording(BotIdentity self, Names names) {
        this.mention = new BotMention(mentionOf(self));
        this.names = knowing(self, names);
    }

    /** Slack escapes what people type, so {@code <@U...>} is always a mention. */
    private static Pattern mentionOf(BotIdentity self) {
        return Pattern.compile("<@" + Pattern.quote(self.user().value()) + "(?:\\|[^>]*+)?>");
    }

    boolean addressed(Message message) {
        return mention.in(MessageText.typed(message));
    }

    /** The words of a person. */
    String said(Message message) {
        return Mrkdwn.toMarkdown(mention.strip(MessageText.said(message)), names);
    }

    /** The words of a program. */
    String reported(Message message) {
        return Mrkdwn.toMarkdown(MessageText.reported(message), names);
    }

    /** The bot knows its own name. */
    private static Names knowing(BotIdentity self, Names names) {
        return new Names() {
            @Override
            public Optional<String> person(String id) {
                return id.equals(self.user().value()) ? Optional.of(self.name()) : names.person(id);
            }

            @Override
            public Optional<String> channel(String id) {
                return names.channel(id);
            }
        };
    }
}
