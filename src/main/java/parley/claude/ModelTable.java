package parley.claude;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of models without asking, from {@code models.json}; immutable.
 *
 * <p>Of a Claude model that it does not list, it assumes 200,000 tokens of context, 8,192 of
 * answer, no effort and no sampling: every Claude model since 2024 takes that. Of any other model,
 * which only local servers and gateways have, 32,000 tokens, 8,192 of answer, sampling but no
 * effort.
 */
final class ModelTable {
    private static final Pattern DATE = Pattern.compile("[-@]\\d{8}\\b.*$");
    private static final double NEW_TOKENIZER = 2.7;
    private static final double OTHER_TOKENIZER = 3.5;

    private record Row(long context, long output, Set<Effort> efforts, double charactersPerToken) {}

    private record Table(String asOf, String source, Map<String, Row> models) {}

    private static final Row UNKNOWN_CLAUDE = new Row(200_000, 8_192, Set.of(), NEW_TOKENIZER);
    private static final Row UNKNOWN_OTHER = new Row(32_000, 8_192, Set.of(), OTHER_TOKENIZER);

    private final Map<String, Row> rows;

    private ModelTable(Map<String, Row> rows) {
        this.rows = Map.copyOf(rows);
    }

    static ModelTable load() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build();
        try (InputStream in = ModelTable.class.getResourceAsStream("/parley/models.json")) {
            Table table = mapper.readValue(Objects.requireNonNull(in), Table.class);
            return new ModelTable(table.models());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ModelFacts facts(ModelId model) {
        String name = plain(model.value());
        boolean claude = name.startsWith("claude-");
        Row row = rows.getOrDefault(name, claude ? UNKNOWN_CLAUDE : UNKNOWN_OTHER);
        return new ModelFacts(
                model,
                row.context(),
                row.output(),
                row.efforts(),
                !claude,
                row.charactersPerToken());
    }

    /** Gateways put a provider before the name ({@code anthropic/…}); dates come after it. */
    private static String plain(String name) {
        int start = name.indexOf("claude-");
        return DATE.matcher(start < 0 ? name : name.substring(start)).replaceFirst("");
    }
}
