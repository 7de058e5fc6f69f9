package parley.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import parley.claude.ContentBlock;

/** How columns hold JSON. Unknown fields are passed over, so that rows of other versions read. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    // ContentBlock.isThinking is a question, not a field.
                    .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .build();
    private static final TypeReference<List<ContentBlock>> BLOCKS = new TypeReference<>() {};
    private static final ObjectWriter BLOCK_WRITER = MAPPER.writerFor(BLOCKS);
    private static final ObjectReader BLOCK_READER =
            MAPPER.readerFor(BLOCKS).with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String write(JsonNode tree) {
        return Surrogates.escapeLone(tree.toString());
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    static String writeBlocks(List<ContentBlock> blocks) {
        try {
            return Surrogates.escapeLone(BLOCK_WRITER.writeValueAsString(blocks));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("blocks always have a JSON form", e);
        }
    }

    static List<ContentBlock> readBlocks(String json) {
        try {
            return BLOCK_READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** Without the cause's message, which quotes the text. */
    private static StoreException unreadable(JsonProcessingException cause) {
        return new StoreException(
                "A row of the database cannot be read ("
                        + cause.getClass().getSimpleName()
                        + "): start the version of Parley that wrote it, or restore a backup.");
    }
}
