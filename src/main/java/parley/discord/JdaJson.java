package parley.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import net.dv8tion.jda.api.utils.data.DataObject;

/** JDA's JSON as Jackson's. Stateless. */
final class JdaJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JdaJson() {}

    static JsonNode node(DataObject object) {
        try {
            return MAPPER.readTree(object.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JDA wrote what is no JSON", e);
        }
    }
}
