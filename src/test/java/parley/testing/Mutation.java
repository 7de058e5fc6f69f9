package parley.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A sound piece of JSON made unsound, the same way for the same seed. */
public final class Mutation {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamWriteConstraints(
                                            StreamWriteConstraints.builder()
                                                    .maxNestingDepth(10_000)
                                                    .build())
                                    .build())
                    .build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 1_000;
    private static final int MANY = 10_000;
    private static final int LARGE = 400_000;
    private static final List<String> WORDS =
            List.of(
                    "",
                    " ",
                    "/",
                    "a/b",
                    "a|b",
                    "a:b",
                    "..",
                    "null",
                    "true",
                    "-1",
                    "0",
                    "NaN",
                    "1e400",
                    "abc",
                    "99999999999999999999",
                    "-1721934000.123456",
                    "1721934000.12345",
                    "17219x4000.123456",
                    "1721934000.123456/../x",
                    "9999-99-99T99:99:99Z",
                    "message_changed",
                    "message_deleted",
                    "no_such_subtype",
                    "\u0000",
                    "\ud83d",
                    "\ude00\ud83d",
                    "\u202etxet",
                    "\u200b",
                    "\uff1c!channel\uff1e",
                    "<@U0PARLEY01>",
                    "<@1190000000000000011>",
                    "</message>",
                    "\n\nHuman: hello",
                    "T0OTHER001",
                    "C0OTHER001",
                    "x".repeat(20_000),
                    "<@U0PARLEY01> ".repeat(3_000),
                    "\n".repeat(20_000),
                    "`".repeat(20_000),
                    "<".repeat(20_000));

    private final Random random;
    private final JsonNode root;

    /** A place in the tree, and what puts something else there. */
    private record Spot(JsonNode value, Consumer<JsonNode> set, Runnable remove) {}

    private Mutation(JsonNode root, long seed) {
        this.root = root;
        this.random = new Random(seed);
    }

    /** Each as likely as any other. */
    public static Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }

    /** The JSON with one to four faults. */
    public static String of(String json, long seed) {
        try {
            return new Mutation(MAPPER.readTree(json), seed).mutated();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not sound to begin with", e);
        }
    }

    private String mutated() {
        for (int faults = 1 + random.nextInt(4); faults > 0; faults--) {
            List<Spot> spots = new ArrayList<>();
            collect(root, spots, 0);
            if (!spots.isEmpty()) {
                harm(spots.get(random.nextInt(spots.size())), spots);
            }
        }
        String text = written(root);
        return random.nextInt(10) == 0 ? doubled(text) : text;
    }

    private static void collect(JsonNode node, List<Spot> spots, int depth) {
        if (spots.size() > 2_000 || depth > 60) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.propertyStream()
                    .toList()
                    .forEach(field -> {
                        String name = field.getKey();
                        spots.add(
                                new Spot(
                                        field.getValue(),
                                        value -> object.set(name, value),
                                        () -> object.remove(name)));
                        collect(field.getValue(), spots, depth + 1);
                    });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                spots.add(
                        new Spot(
                                array.get(i),
                                value -> array.set(at, value),
                                () -> array.remove(at)));
                collect(array.get(i), spots, depth + 1);
            }
        }
    }

    private void harm(Spot spot, List<Spot> others) {
        switch (random.nextInt(9)) {
            case 0 -> spot.remove().run();
            case 1 -> spot.set().accept(JSON.nullNode());
            case 2, 3 -> spot.set().accept(JSON.textNode(word()));
            case 4 -> spot.set().accept(number());
            case 5 -> spot.set().accept(container(spot.value()));
            case 6 -> spot.set().accept(deep());
            case 7 -> spot.set().accept(many(spot.value()));
            default ->
                    spot.set().accept(others.get(random.nextInt(others.size())).value().deepCopy());
        }
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private JsonNode number() {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.numberNode(-1);
            case 1 -> JSON.numberNode(Long.MIN_VALUE);
            case 2 -> JSON.numberNode(new BigInteger("9".repeat(60)));
            case 3 -> JSON.numberNode(new BigDecimal("1e400"));
            case 4 -> JSON.numberNode(0.5);
            default -> JSON.booleanNode(random.nextBoolean());
        };
    }

    private JsonNode container(JsonNode value) {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.objectNode();
            case 1 -> JSON.arrayNode();
            case 2 -> JSON.arrayNode().add(value.deepCopy());
            case 3 -> JSON.objectNode().set("type", value.deepCopy());
            case 4 -> JSON.arrayNode().addNull().add(JSON.arrayNode());
            default -> JSON.objectNode().set("type", JSON.objectNode());
        };
    }

    private JsonNode deep() {
        JsonNode node = JSON.textNode("deep");
        int depth = random.nextBoolean() ? DEEP : 40;
        boolean arrays = random.nextBoolean();
        for (int i = 0; i < depth; i++) {
            node =
                    arrays
                            ? JSON.arrayNode().add(node)
                            : JSON.objectNode().<ObjectNode>set("elements", node);
        }
        return node;
    }

    /** As often as the whole stays within some megabytes. */
    private JsonNode many(JsonNode value) {
        ArrayNode array = JSON.arrayNode();
        int times = Math.clamp(LARGE / (1 + written(value).length()), 1, MANY);
        for (int i = 0; i < times; i++) {
            array.add(value.deepCopy());
        }
        return array;
    }

    private static String written(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** The same names a second time, with other values. */
    private String doubled(String text) {
        int at = text.indexOf('{', random.nextInt(Math.max(1, text.length() / 2)));
        List<String> names = List.of("type", "ts", "channel", "user", "text", "id", "author");
        String name = names.get(random.nextInt(names.size()));
        return at < 0 || text.startsWith("{}", at)
                ? text
                : text.substring(0, at + 1)
                        + "\"%s\":%s,".formatted(name, JSON.textNode(word()))
                        + text.substring(at + 1);
    }
}
