package parley.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What admins can decide for a channel or for all channels of a workspace. */
public enum Rule {
    FOLLOW_UP(
            "follow-up",
            "mention|thread|always",
            "thread",
            "Who has to mention me in a thread of mine: everybody each time, whoever wants an answer"
                    + " once several people talk, or nobody."),
    WHO("who", "everyone|members|<group>", "everyone", "Whom I answer; admins I always answer."),
    OUTSIDERS(
            "outsiders",
            "answer|members|silent",
            "answer",
            "What people from outside get: an answer, the word that I answer members only, or"
                    + " nothing."),
    MODEL(
            "model",
            "<model>|any",
            "any",
            "The dearest model that answers; it also answers in the place of dearer ones."),
    PERSON("person", "<number>|unlimited", "unlimited", "Answers an hour for each person."),
    HOUR("hour", "<number>|unlimited", "unlimited", "Answers an hour for the whole channel."),
    LIMIT(
            "limit",
            "refuse|wait",
            "refuse",
            "What becomes of a question beyond that: it is told when to come again, or waits."),
    ANSWERS("answers", "on|off", "on", "Whether I answer at all."),
    NOTICES("notices", "on|off", "on", "Whether a change by an admin is told in the channel."),
    APPROVAL(
            "approval", "on|off", "off", "Whether a second admin has to approve what one changes."),
    /** Its default is a setting of the program. */
    KEEP("keep", "<days>|forever", "", "Days for which a thread is kept after its last message.");

    private final String word;
    private final String values;
    private final String standard;
    private final String description;

    Rule(String word, String values, String standard, String description) {
        this.word = word;
        this.values = values;
        this.standard = standard;
        this.description = description;
    }

    /** As people type it. */
    public String word() {
        return word;
    }

    /** What can be typed behind it, such as {@code refuse|wait}. */
    public String syntax() {
        return values;
    }

    /** The values that are one fixed word. */
    public List<String> fixed() {
        return Stream.of(values.split("\\|")).filter(value -> !value.startsWith("<")).toList();
    }

    /** One line for help. */
    public String description() {
        return description;
    }

    /** Whether it holds for a whole workspace only. */
    public boolean workspaceOnly() {
        return this == APPROVAL;
    }

    /** What holds where nobody has set it; empty for {@link #KEEP}. */
    String standard() {
        return standard;
    }

    /** The rule that people call so. */
    public static Optional<Rule> of(String word) {
        return Stream.of(Rule.values()).filter(rule -> rule.word.equals(word)).findFirst();
    }

    /** All words, in the order in which lists show them. */
    public static List<String> words() {
        return Stream.of(Rule.values()).map(Rule::word).toList();
    }
}
