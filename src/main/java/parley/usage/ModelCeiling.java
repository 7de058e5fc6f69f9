package parley.usage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.claude.ModelId;

/** Puts the dearest model that is allowed in the place of dearer ones; pure and immutable. */
public final class ModelCeiling {
    private final PriceTable prices;

    public ModelCeiling(PriceTable prices) {
        this.prices = prices;
    }

    /**
     * The models to ask in their order, each once. One whose price is not known counts as too dear,
     * unless it is the ceiling itself.
     */
    public List<ChosenModel> under(Optional<ModelId> ceiling, List<ChosenModel> wanted) {
        Map<ModelId, ChosenModel> models = new LinkedHashMap<>();
        for (ChosenModel each : wanted) {
            ChosenModel allowed =
                    ceiling.filter(highest -> !allows(highest, each.model()))
                            .map(highest -> new ChosenModel(highest, ModelReason.CEILING))
                            .orElse(each);
            models.putIfAbsent(allowed.model(), allowed);
        }
        return new ArrayList<>(models.values());
    }

    /** Whether that model may answer under the ceiling. */
    public boolean allows(ModelId ceiling, ModelId model) {
        if (model.equals(ceiling)) {
            return true;
        }
        Optional<BigDecimal> most = prices.output(ceiling);
        return prices.output(model)
                .filter(price -> most.isPresent() && price.compareTo(most.get()) <= 0)
                .isPresent();
    }

    /** Whether its price is known, so that others can be compared with it. */
    public boolean knows(ModelId model) {
        return prices.output(model).isPresent();
    }
}
