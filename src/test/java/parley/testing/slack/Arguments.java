package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.testing.FormText;
import parley.testing.HttpRequest;
import parley.testing.Json;
import parley.testing.Multipart;

/** The arguments of a call, wherever they stood. An empty one counts as left out. */
final class Arguments {
    private final Map<String, String> values;
    private final Set<String> contradicted;

    private Arguments(Map<String, String> values, Set<String> contradicted) {
        this.values = values;
        this.contradicted = contradicted;
    }

    static Arguments none() {
        return new Arguments(Map.of(), Set.of());
    }

    static Arguments named(String name, String value) {
        return new Arguments(Map.of(name, value), Set.of());
    }

    /** From the query, and from a form or a JSON object in the body. */
    static Arguments of(HttpRequest request) {
        Map<String, List<String>> fields = request.query();
        switch (request.contentType()) {
            case "application/json" -> addJson(request, fields);
            case "multipart/form-data" -> addParts(request, fields);
            default ->
                    FormText.decode(request.text())
                            .forEach((name, list) -> add(fields, name, list));
        }
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> contradicted = new LinkedHashSet<>();
        fields.forEach((name, list) -> {
            values.put(name, list.getLast());
            if (Set.copyOf(list).size() > 1) {
                contradicted.add(name);
            }
        });
        return new Arguments(values, contradicted);
    }

    private static void add(Map<String, List<String>> fields, String name, List<String> more) {
        fields.merge(
                name,
                more,
                (a, b) -> {
                    a.addAll(b);
                    return a;
                });
    }

    private static void addParts(HttpRequest request, Map<String, List<String>> fields) {
        try {
            for (Multipart.Part part : Multipart.parts(request)) {
                part.name()
                        .ifPresent(
                                name -> add(fields, name, new ArrayList<>(List.of(part.text()))));
            }
        } catch (IllegalArgumentException unreadable) {
            throw ApiError.mistake("invalid_form_data", "multipart without a boundary");
        }
    }

    private static void addJson(HttpRequest request, Map<String, List<String>> fields) {
        Json.parse(request.text())
                .filter(JsonNode::isObject)
                .ifPresent(body ->
                        body.properties().stream()
                                .filter(field -> !field.getValue().isNull())
                                .forEach(field ->
                                        add(fields, field.getKey(), listOf(field.getValue()))));
    }

    private static List<String> listOf(JsonNode value) {
        return new ArrayList<>(List.of(value.isValueNode() ? value.asText() : Json.text(value)));
    }

    Set<String> names() {
        return values.keySet();
    }

    /** Arguments that came twice with different values. */
    Set<String> contradicted() {
        return contradicted;
    }

    Map<String, String> asMap() {
        return Map.copyOf(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Also when it is empty. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Of an argument that the method requires; whether it is there is checked before. */
    String need(String name) {
        return values.getOrDefault(name, "");
    }

    boolean flag(String name) {
        return find(name).filter(value -> value.equals("1") || value.equals("true")).isPresent();
    }

    int number(String name, int otherwise) {
        return find(name)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    /** The JSON in it; empty when it is left out. */
    Optional<JsonNode> json(String name, String error) {
        return find(name)
                .map(text ->
                        Json.parse(text)
                                .orElseThrow(() -> ApiError.mistake(error, name + " is not JSON")));
    }
}
