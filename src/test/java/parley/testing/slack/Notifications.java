package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds whom a message of the bot notifies. Slack does not say what wakes people in Markdown, so
 * everything that may is taken to do so, code included.
 */
final class Notifications {
    /** {@code <!channel>}, {@code <!here|here>}, {@code <!subteam^S1>}, {@code <@U1|name>}. */
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "<(!(?:channel|here|everyone|group)|!subteam\\^[A-Z0-9]+|@[UWB][A-Z0-9]+)"
                            + "(?:\\|[^<>]*)?>",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN =
            Pattern.compile("(?<![\\w@])@(channel|here|everyone)\\b", Pattern.CASE_INSENSITIVE);

    private final Workspace workspace;

    Notifications(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Looks at the whole message as it stands now. */
    void look(Post post, Arguments arguments) {
        boolean names = arguments.flag("link_names") || arguments.find("parse").equals(full());
        boolean markdown = arguments.find("text").isEmpty();
        text(post, post.text, markdown || names);
        if (names) {
            people(post, post.text);
        }
        for (JsonNode block : post.blocks) {
            block(post, block);
        }
    }

    private static java.util.Optional<String> full() {
        return java.util.Optional.of("full");
    }

    private void block(Post post, JsonNode block) {
        switch (block.path("type").asText()) {
            case "markdown" -> text(post, block.path("text").asText(), true);
            case "section" -> {
                mrkdwn(post, block.path("text"));
                block.path("fields").forEach(field -> mrkdwn(post, field));
            }
            case "context" -> block.path("elements").forEach(element -> mrkdwn(post, element));
            case "rich_text" -> rich(post, block);
            default -> {
                // Plain text notifies nobody.
            }
        }
    }

    private void mrkdwn(Post post, JsonNode object) {
        if (object.path("type").asText().equals("mrkdwn")) {
            text(post, object.path("text").asText(), false);
        }
    }

    private void rich(Post post, JsonNode block) {
        for (String field : List.of("user_id", "usergroup_id", "range")) {
            block.findValuesAsText(field)
                    .forEach(id -> add(post, field.equals("range") ? "@" + id : id));
        }
    }

    private void text(Post post, String text, boolean plainToo) {
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            add(post, who(reference.group(1)));
        }
        Matcher plain = PLAIN.matcher(text);
        while (plainToo && plain.find()) {
            add(post, "@" + plain.group(1).toLowerCase(Locale.ROOT));
        }
    }

    private static String who(String reference) {
        if (reference.startsWith("@")) {
            return reference.substring(1).toUpperCase(Locale.ROOT);
        }
        int subteam = reference.indexOf('^');
        if (subteam >= 0) {
            return reference.substring(subteam + 1).toUpperCase(Locale.ROOT);
        }
        String name = reference.substring(1).toLowerCase(Locale.ROOT);
        return name.equals("group") ? "@channel" : "@" + name;
    }

    private void people(Post post, String text) {
        Set<String> words = Set.of(text.toLowerCase(Locale.ROOT).split("[^@\\w.-]+"));
        workspace.people.values().stream()
                .filter(person -> words.contains("@" + person.handle()))
                .forEach(person -> add(post, person.id()));
    }

    private void add(Post post, String who) {
        workspace.notices.add(new Notice(post.room.id, post.ts, who));
    }
}
