package parley.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.claude.ModelId;
import parley.claude.Usage;

/** Figures worked out by hand from the price pages. */
final class PriceTableTest {
    private static final PriceTable PRICES = PriceFile.load();

    private static long cost(String model, long input, long output, long write, long read) {
        return PRICES.cost(new ModelId(model), new Usage(input, output, write, read))
                .orElseThrow()
                .microDollars();
    }

    @ParameterizedTest
    @CsvSource({
        // 1,000 × each of the four prices
        "claude-fable-5-2, 58200",
        "claude-fable-5-1, 72750",
        "claude-opus-5-5, 29200",
        "claude-opus-5, 36750",
        "claude-opus-4-8, 36750",
        "claude-opus-4-6, 36750",
        "claude-sonnet-5-5, 14600",
        "claude-sonnet-5, 14700",
        "claude-sonnet-4-6, 22050",
        "claude-haiku-5-5, 735",
        "claude-haiku-4-5, 7350"
    })
    void model_hasItsFourPrices(String model, long microDollars) {
        assertThat(cost(model, 1_000, 1_000, 1_000, 1_000)).isEqualTo(microDollars);
    }

    @Test
    void longPrompt_makesTheWholeRequestDearer() {
        // 60,000 × 0.10 + 2,000 × 0.50 + 40,000 × 0.01, then one token more at five times each
        assertThat(cost("claude-haiku-5-5", 60_000, 2_000, 0, 40_000)).isEqualTo(7_400);
        assertThat(cost("claude-haiku-5-5", 60_001, 2_000, 0, 40_000)).isEqualTo(37_001);
    }

    @Test
    void total_isRoundedHalfUpOnce() {
        // 4 × 0.125 = 0.5; 3 × 0.125 = 0.375; 1 × 0.10 + 3 × 0.125 + 2 × 0.01 = 0.495
        assertThat(cost("claude-haiku-5-5", 0, 0, 4, 0)).isEqualTo(1);
        assertThat(cost("claude-haiku-5-5", 0, 0, 3, 0)).isZero();
        assertThat(cost("claude-haiku-5-5", 1, 0, 3, 2)).isZero();
        assertThat(cost("claude-haiku-5-5", 1, 0, 3, 3)).isEqualTo(1);
    }

    @Test
    void datedName_isTheSameModel() {
        assertThat(cost("claude-haiku-4-5-20251001", 1_000_000, 0, 0, 0)).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"claude-opus-5-7", "claude", "qwen3", "offline", "claude-opus-5-latest"})
    void unknownModel_hasNoCost(String model) {
        assertThat(PRICES.cost(new ModelId(model), new Usage(1, 1, 1, 1))).isEmpty();
    }

    @Test
    void list_isDated() {
        assertThat(PRICES.asOf()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(PRICES.source()).isNotBlank();
    }

    @Test
    void incompleteList_isRefused() {
        String json =
                """
                {"as_of": "2026-01-01", "source": "x", "models": {"m": [{"prompt_over": 0, "input": 1}]}}
                """;

        assertThatThrownBy(() ->
                        PriceFile.read(
                                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(com.fasterxml.jackson.databind.JsonMappingException.class);
    }
}
