package parley.testing.discord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the handler of a request. Templates are paths below the base of the API with variables in
 * braces, such as {@code channels/{c}/messages}; one with fewer variables goes before another.
 */
final class Router {
    private final List<Route> routes = new ArrayList<>();

    /** A way to a handler. */
    record Route(String method, String template, Handler handler) {
        /** What its variables stand for; empty when the path is another. */
        Optional<Map<String, String>> match(String path) {
            String[] wanted = template.split("/");
            String[] steps = path.split("/", -1);
            if (wanted.length != steps.length) {
                return Optional.empty();
            }
            Map<String, String> variables = new LinkedHashMap<>();
            for (int i = 0; i < steps.length; i++) {
                if (wanted[i].startsWith("{")) {
                    variables.put(wanted[i].substring(1, wanted[i].length() - 1), steps[i]);
                } else if (!wanted[i].equals(steps[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }

        private long variables() {
            return template.chars().filter(c -> c == '{').count();
        }
    }

    /** A route with what its variables stand for. */
    record Found(Route route, Map<String, String> variables) {}

    void add(String method, String template, Handler handler) {
        routes.add(new Route(method, template, handler));
        routes.sort(Comparator.comparing(Route::variables));
    }

    Optional<Found> find(String method, String path) {
        return routes.stream()
                .filter(route -> route.method.equals(method))
                .flatMap(route ->
                        route.match(path).map(variables -> new Found(route, variables)).stream())
                .findFirst();
    }

    /** Whether another method would find something there. */
    boolean known(String path) {
        return routes.stream().anyMatch(route -> route.match(path).isPresent());
    }

    /** Whether two templates are one but for the names of their variables. */
    static boolean same(String template, String other) {
        return nameless(template).equals(nameless(other));
    }

    private static String nameless(String template) {
        return template.replaceAll("\\{[^}]*\\}", "{}");
    }
}
