package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Excerpt;

/**
 * The small line that tells the people of a place what somebody asked there through the window.
 * Best effort; nobody is pinged. One line a window, also when it is submitted again. Safe for use
 * by many threads.
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

    private final DiscordCalls calls;

    AskNotice(DiscordCalls calls) {
        this.calls = calls;
    }

    /**
     * @param place in which the answer is going to stand
     * @param name of who asked
     */
    void post(Place place, AskModal window, String name, String question) {
        String words = MarkdownSanitizer.escape(name) + " asked Parley: " + question;
        String line = SMALL + Excerpt.of(SPACE.matcher(words).replaceAll(" "), LONGEST);
        String message =
                DiscordMessages.create(
                        new DiscordMessages.Look(line, List.of()),
                        place.replyTo(),
                        "ask." + Long.toUnsignedString(window.window()));
        Outcome<JsonNode> posted = calls.post(place.channel(), message);
        if (!(posted instanceof Outcome.Done<JsonNode>)) {
            LOG.warn("A question about a message goes on without its line: {}", posted);
        }
    }
}
