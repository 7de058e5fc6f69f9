package parley.usage;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the price list that comes with the program ({@code parley/prices.json}). */
public final class PriceFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private record Content(String asOf, String source, Map<String, List<Price>> models) {}

    private PriceFile() {}

    /** The list of this version of the program. */
    public static PriceTable load() {
        try (InputStream in = PriceFile.class.getResourceAsStream("/parley/prices.json")) {
            return read(Objects.requireNonNull(in, "parley/prices.json is not on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException("prices.json cannot be read", e);
        }
    }

    static PriceTable read(InputStream in) throws IOException {
        Content content = MAPPER.readValue(in, Content.class);
        return new PriceTable(LocalDate.parse(content.asOf()), content.source(), content.models());
    }
}
