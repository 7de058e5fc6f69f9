package parley.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file that the model does not get.
 *
 * @param name fit to stand in a sentence
 * @param reason continues "could not be read: …"
 */
record Refusal(String name, String reason) {

    /** All of them by their reasons. */
    static Map<String, List<String>> byReason(List<Refusal> refusals) {
        return refusals.stream()
                .collect(
                        Collectors.groupingBy(
                                Refusal::reason,
                                LinkedHashMap::new,
                                Collectors.mapping(Refusal::name, Collectors.toList())));
    }
}
