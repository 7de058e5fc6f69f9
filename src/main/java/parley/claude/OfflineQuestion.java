package parley.claude;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the offline model makes of a request; pure.
 *
 * @param messages how many it was sent
 * @param asker who asked last, or empty where the request does not tell
 * @param newest the last thing asked
 * @param first the first thing asked
 * @param pictures how many images and documents came along
 */
record OfflineQuestion(int messages, String asker, String newest, String first, long pictures) {
    /** People's words come wrapped with their names; whatever else comes is taken as it is. */
    private static final Pattern WRAPPED =
            Pattern.compile("<message\\b([^>]*)>(.*?)</message>", Pattern.DOTALL);

    private static final Pattern FROM = Pattern.compile("\\bfrom=\"([^\"]*)\"");

    static OfflineQuestion of(ClaudeRequest request) {
        List<ClaudeMessage> asked =
                request.messages().stream().filter(it -> it.role() == Role.USER).toList();
        String newest = asked.isEmpty() ? "" : text(asked.getLast());
        String first = asked.isEmpty() ? "" : text(asked.getFirst());
        return new OfflineQuestion(
                request.messages().size(), asker(newest), last(newest), first(first), files(asked));
    }

    static String text(ClaudeMessage message) {
        return message.content().stream()
                .filter(ContentBlock.Text.class::isInstance)
                .map(block -> ((ContentBlock.Text) block).text())
                .collect(Collectors.joining("\n"));
    }

    boolean asksFor(String word) {
        return Pattern.compile("\\b" + word).matcher(newest.toLowerCase(Locale.ROOT)).find();
    }

    private static String asker(String text) {
        return WRAPPED.matcher(text)
                .results()
                .map(message -> FROM.matcher(message.group(1)))
                .filter(Matcher::find)
                .map(from -> from.group(1))
                .reduce((_, later) -> later)
                .orElse("");
    }

    private static String last(String text) {
        return messages(text).getLast();
    }

    private static String first(String text) {
        return messages(text).getFirst();
    }

    private static List<String> messages(String text) {
        List<String> wrapped =
                WRAPPED.matcher(text).results().map(OfflineQuestion::content).toList();
        return wrapped.isEmpty() ? List.of(text.strip()) : wrapped;
    }

    private static String content(MatchResult message) {
        return message.group(2).replace("&lt;", "<").strip();
    }

    private static long files(List<ClaudeMessage> asked) {
        return asked.stream()
                .flatMap(message -> message.content().stream())
                .filter(block ->
                        block instanceof ContentBlock.Image
                                || block instanceof ContentBlock.Document)
                .count();
    }
}
