package parley.slack;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may administer Parley besides the workspace's own admins and owners; immutable.
 *
 * @param people ids, such as {@code U012AB3CD}
 * @param groups ids of user groups, such as {@code S0614TZR7}
 */
public record SlackAdmins(Set<String> people, Set<String> groups) {
    public static final SlackAdmins NONE = new SlackAdmins(Set.of(), Set.of());

    private static final Pattern PERSON = Pattern.compile("[UW][A-Z0-9]{2,40}");
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{2,40}");

    public SlackAdmins {
        people = Set.copyOf(people);
        groups = Set.copyOf(groups);
    }

    /**
     * Reads ids with commas between.
     *
     * @throws IllegalArgumentException for what is no id, with a message that says how to mend it
     */
    public static SlackAdmins parse(String text) {
        Set<String> ids =
                Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        ids.stream()
                .filter(SlackAdmins::isNoId)
                .sorted()
                .findFirst()
                .ifPresent(SlackAdmins::refuse);
        return new SlackAdmins(those(ids, PERSON), those(ids, GROUP));
    }

    private static boolean isNoId(String text) {
        return !PERSON.matcher(text).matches() && !GROUP.matcher(text).matches();
    }

    private static void refuse(String text) {
        throw new IllegalArgumentException(
                "%s is no id; write ids of people (U012AB3CD: their profile, Copy member ID) and of user groups (S0614TZR7) with commas between"
                        .formatted(text));
    }

    private static Set<String> those(Set<String> ids, Pattern form) {
        return ids.stream()
                .filter(id -> form.matcher(id).matches())
                .collect(Collectors.toUnmodifiableSet());
    }
}
