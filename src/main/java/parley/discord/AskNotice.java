package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Excerpt;

/**
 * The small line that tells the people of a place what somebody asked there through the window.
 * Best effort; nobody is pinged or notified. One line a window, also when it is submitted again.
 * Safe for use by many threads.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#create-message">Create
 *     message</a>
 */
final class AskNotice {
    private static final Logger LOG = LoggerFactory.getLogger(AskNotice.class);
    private static final int LONGEST = 300;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** Discord's Markdown for small text. */
    private static final String SMALL = "-# ";

    /** SUPPRESS_EMBEDS and SUPPRESS_NOTIFICATIONS. */
    private static final int QUIET = 1 << 2 | 1 << 12;

    private final DiscordRest rest;

    AskNotice(DiscordRest rest) {
        this.rest = rest;
    }

    /**
     * @param channel or thread in which the answer is going to stand
     * @param name of who asked
     */
    void post(long channel, AskModal window, String name, String question) {
        String words = MarkdownSanitizer.escape(name) + " asked Parley: " + question;
        String line = SMALL + Excerpt.of(SPACE.matcher(words).replaceAll(" "), LONGEST);
        Outcome<JsonNode> posted =
                rest.send(
                        "POST",
                        "channels/" + Long.toUnsignedString(channel) + "/messages",
                        message(line, window).toString());
        if (!(posted instanceof Outcome.Done<JsonNode>)) {
            LOG.warn("A question about a message goes on without its line: {}", posted);
        }
    }

    private static ObjectNode message(String line, AskModal window) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("content", line)
                .put("flags", QUIET)
                .put("nonce", "ask." + Long.toUnsignedString(window.window()))
                .put("enforce_nonce", true);
        message.putObject("allowed_mentions").putArray("parse");
        return message;
    }
}
