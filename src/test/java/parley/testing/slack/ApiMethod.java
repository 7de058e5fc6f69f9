package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A method of the Web API, as its page describes it.
 *
 * @param scopes of which the token needs one; none when empty
 * @param json whether it reads a JSON body
 */
record ApiMethod(
        String name,
        Tier tier,
        TokenKind token,
        List<String> scopes,
        Set<String> arguments,
        Set<String> required,
        boolean json,
        Handler handler) {
    /** What the method does, under the watch. */
    @FunctionalInterface
    interface Handler {
        /** The fields of the answer beside {@code ok}. */
        ObjectNode answer(Arguments arguments);
    }

    /**
     * @param arguments their names with a space between, the required ones with a star
     */
    static ApiMethod bot(String name, Tier tier, String scopes, String arguments, Handler handler) {
        return of(name, tier, TokenKind.BOT, scopes, arguments, true, handler);
    }

    /** One that reads its arguments from forms only. */
    static ApiMethod form(
            String name, Tier tier, String scopes, String arguments, Handler handler) {
        return of(name, tier, TokenKind.BOT, scopes, arguments, false, handler);
    }

    static ApiMethod of(
            String name,
            Tier tier,
            TokenKind token,
            String scopes,
            String arguments,
            boolean json,
            Handler handler) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> required = new LinkedHashSet<>();
        for (String word : words(arguments)) {
            String argument = word.replace("*", "");
            all.add(argument);
            if (word.endsWith("*")) {
                required.add(argument);
            }
        }
        return new ApiMethod(name, tier, token, words(scopes), all, required, json, handler);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        words.remove("");
        return words;
    }
}
