package parley.prompt;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.chat.ThreadId;

/**
 * Checks the mustache variables of a prompt and fills them in. Only persona files are templates.
 */
final class PromptTemplate {
    /** Facts of a place that never change, so that equal places give equal bytes. */
    static final List<String> VARIABLES = List.of("platform", "workspace", "channel");

    private static final String KNOWN = "{{platform}}, {{workspace}} and {{channel}}";
    private static final Pattern LINE = Pattern.compile("(?s)(.*?)\\s*@ line (\\d+).*");

    /** More are not looked for, since each costs a look through the whole prompt. */
    private static final int MOST_FAULTS = 50;

    private PromptTemplate() {}

    /** Fills the variables in; the values are put in as they are and never read as templates. */
    static String fill(String prompt, ThreadId place) {
        return compile(prompt)
                .execute(
                        Map.of(
                                "platform", place.platform().label(),
                                "workspace", place.channel().workspace().value(),
                                "channel", place.channel().value()));
    }

    /** Notes what of the prompt could not be filled in; {@code firstLine} is where it begins. */
    static void check(String prompt, int firstLine, FaultList faults) {
        Template template;
        try {
            template = compile(prompt);
        } catch (MustacheException e) {
            Matcher matcher = LINE.matcher(String.valueOf(e.getMessage()));
            boolean known = matcher.matches();
            faults.add(
                    known ? firstLine + Integer.parseInt(matcher.group(2)) - 1 : firstLine,
                    "the variables cannot be read: " + (known ? matcher.group(1) : e.getMessage()));
            return;
        }
        var uses = new TemplateUses();
        template.visit(uses);
        for (String name : uses.others().stream().limit(MOST_FAULTS).toList()) {
            faults.add(
                    firstLine + lineOf(name, prompt),
                    "'{{"
                            + name
                            + "}}' does more than name a variable; only "
                            + KNOWN
                            + " are allowed");
        }
        if (uses.others().isEmpty()) {
            unknown(template, prompt, uses)
                    .forEach((name, line) ->
                            faults.add(
                                    firstLine + line,
                                    "unknown variable '{{"
                                            + name
                                            + "}}'."
                                            + Nearest.of(name, VARIABLES)
                                                    .map(near ->
                                                            " Did you mean '{{" + near + "}}'?")
                                                    .orElse(" Known are " + KNOWN)));
        }
    }

    /** The unknown variables with the line of their first use, from 0. */
    private static Map<String, Integer> unknown(
            Template template, String prompt, TemplateUses uses) {
        Map<String, Integer> found = new TreeMap<>();
        Map<String, String> values = new HashMap<>();
        VARIABLES.forEach(name -> values.put(name, ""));
        uses.variables().stream()
                .filter(name -> !values.containsKey(name))
                .limit(MOST_FAULTS)
                .forEach(name -> found.put(name, lineOf(name, prompt)));
        // The library tells the line of one unknown variable at a time.
        for (int i = 0; i < Math.min(uses.variables().size(), MOST_FAULTS); i++) {
            try {
                template.execute(values);
                return found;
            } catch (MustacheException.Context e) {
                found.put(e.key, e.lineNo - 1);
                values.put(e.key, "");
            }
        }
        return found;
    }

    /** The first line, from 0, with a tag of that content. */
    private static int lineOf(String name, String prompt) {
        Matcher tag = Pattern.compile("\\{\\{\\{?&?\\s*" + Pattern.quote(name)).matcher(prompt);
        return tag.find() ? (int) prompt.substring(0, tag.start()).lines().count() - 1 : 0;
    }

    private static Template compile(String prompt) {
        return Mustache.compiler().escapeHTML(false).compile(prompt);
    }
}
