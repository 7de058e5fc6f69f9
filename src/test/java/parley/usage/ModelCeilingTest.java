package parley.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.usage.ModelReason.CEILING;
import static parley.usage.ModelReason.FALLBACK;
import static parley.usage.ModelReason.PERSONA;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.claude.ModelId;

final class ModelCeilingTest {
    private static final ModelId OPUS = new ModelId("claude-opus-5-5");
    private static final ModelId SONNET = new ModelId("claude-sonnet-5-5");
    private static final ModelId HAIKU = new ModelId("claude-haiku-5-5");
    private static final ModelId LOCAL = new ModelId("llama3:8b");

    private final ModelCeiling ceiling = new ModelCeiling(PriceFile.load());

    private static ChosenModel persona(ModelId model) {
        return new ChosenModel(model, PERSONA);
    }

    private static ChosenModel fallback(ModelId model) {
        return new ChosenModel(model, FALLBACK);
    }

    private List<ChosenModel> under(ModelId highest, ChosenModel... wanted) {
        return ceiling.under(Optional.of(highest), List.of(wanted));
    }

    @Test
    void under_noCeiling_changesNothing() {
        assertThat(ceiling.under(Optional.empty(), List.of(persona(OPUS), fallback(LOCAL))))
                .containsExactly(persona(OPUS), fallback(LOCAL));
    }

    @Test
    void under_dearerModel_isReplaced() {
        assertThat(under(SONNET, persona(OPUS), fallback(HAIKU)))
                .containsExactly(new ChosenModel(SONNET, CEILING), fallback(HAIKU));
    }

    @Test
    void under_severalDearer_asksTheCeilingOnce() {
        assertThat(under(HAIKU, persona(OPUS), fallback(SONNET)))
                .containsExactly(new ChosenModel(HAIKU, CEILING));
    }

    @Test
    void under_asDearOrTheSame_stays() {
        assertThat(under(SONNET, persona(SONNET))).containsExactly(persona(SONNET));
        assertThat(under(SONNET, persona(new ModelId("claude-sonnet-5"))))
                .containsExactly(persona(new ModelId("claude-sonnet-5")));
    }

    @Test
    void under_modelWithADate_hasThePriceOfItsName() {
        assertThat(under(SONNET, persona(new ModelId("claude-haiku-4-5-20251001"))))
                .containsExactly(persona(new ModelId("claude-haiku-4-5-20251001")));
    }

    @Test
    void under_unknownPrice_isReplacedUnlessItIsTheCeiling() {
        assertThat(under(SONNET, persona(LOCAL))).containsExactly(new ChosenModel(SONNET, CEILING));
        assertThat(under(LOCAL, persona(LOCAL), fallback(HAIKU))).containsExactly(persona(LOCAL));
    }
}
