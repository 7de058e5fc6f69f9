package parley.command;

import java.util.Map;
import java.util.Optional;

/** Takes values out of the data of a kept change. */
final class Stored {
    private Stored() {}

    /**
     * @throws IllegalArgumentException when there is no such value
     */
    static String text(Map<String, String> data, String key) {
        return Optional.ofNullable(data.get(key))
                .orElseThrow(() -> new IllegalArgumentException("lacks " + key));
    }

    /**
     * @throws IllegalArgumentException when there is no such number
     */
    static int number(Map<String, String> data, String key) {
        return Integer.parseInt(text(data, key));
    }
}
