package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.testing.Json;

final class BlockCheckTest {
    private static final String BUTTON =
            "{'type':'button','action_id':'a','text':{'type':'plain_text','text':'%s'}%s}";

    static java.util.stream.Stream<String> wrong() {
        return java.util.stream.Stream.of(
                "{'type':'section'}",
                "{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(3_001) + "'}}",
                "{'type':'section','text':{'type':'markdown','text':'x'}}",
                "{'type':'section','text':{'type':'mrkdwn','text':''}}",
                "{'type':'header','text':{'type':'plain_text','text':'" + "x".repeat(151) + "'}}",
                "{'type':'header','text':{'type':'mrkdwn','text':'x'}}",
                "{'type':'nonsense'}",
                "{'type':'divider','text':'x'}",
                "{'type':'markdown','text':''}",
                "{'type':'context','elements':[]}",
                actions(BUTTON.formatted("x".repeat(76), "")),
                actions(BUTTON.formatted("x", ",'value':'" + "x".repeat(2_001) + "'")),
                actions(BUTTON.formatted("x", ",'style':'green'")),
                actions(BUTTON.formatted("x", ",'colour':'green'")),
                actions(BUTTON.formatted("x", "") + "," + BUTTON.formatted("x", "")),
                actions(BUTTON.formatted("x", "").replace("'a'", "'" + "a".repeat(256) + "'")),
                actions("{'type':'feedback_buttons','action_id':'a'}"),
                "{'type':'context_actions','elements':[" + BUTTON.formatted("x", "") + "]}");
    }

    private static String actions(String elements) {
        return "{'type':'actions','elements':[" + elements + "]}";
    }

    private static JsonNode blocks(String... blocks) {
        String all = "[" + String.join(",", blocks) + "]";
        return Json.parse(all.replace('\'', '"')).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void blocks_wrong_areInvalid(String block) {
        assertThatThrownBy(() -> BlockCheck.message(blocks(block), new Ids()))
                .isInstanceOfSatisfying(
                        ApiError.class,
                        error -> {
                            assertThat(error.code()).isEqualTo("invalid_blocks");
                            assertThat(error.json().at("/response_metadata/messages").size())
                                    .isPositive();
                        });
    }

    @Test
    void blocks_moreThanFifty_areInvalid() {
        String[] many = new String[51];
        java.util.Arrays.fill(many, "{'type':'divider'}");

        assertThatThrownBy(() -> BlockCheck.message(blocks(many), new Ids()))
                .hasMessageContaining("no more than 50 items");
        assertThat(BlockCheck.view(blocks(many), new Ids())).hasSize(51);
    }

    @Test
    void markdown_beyondTwelveThousandTogether_isTooLong() {
        String half = "{'type':'markdown','text':'" + "x".repeat(6_001) + "'}";

        assertThatThrownBy(() -> BlockCheck.message(blocks(half, half), new Ids()))
                .isInstanceOfSatisfying(
                        ApiError.class,
                        error -> assertThat(error.code()).isEqualTo("msg_blocks_too_long"));
        assertThatThrownBy(() -> BlockCheck.view(blocks(half), new Ids()))
                .hasMessageContaining("unsupported type: markdown");
    }

    @Test
    void blocks_right_getIds() {
        var kept =
                BlockCheck.message(
                        blocks(
                                "{'type':'markdown','text':'x'}",
                                "{'type':'divider','block_id':'mine'}"),
                        new Ids());

        assertThat(kept.path(0).path("block_id").asText()).isNotEmpty();
        assertThat(kept.path(1).path("block_id").asText()).isEqualTo("mine");
    }
}
