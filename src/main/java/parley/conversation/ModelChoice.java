package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import parley.chat.ChannelId;
import parley.claude.ModelId;
import parley.prompt.Persona;
import parley.rule.Rules;
import parley.usage.ChosenModel;
import parley.usage.ModelCeiling;
import parley.usage.ModelReason;

/** Which models answer as a persona in a channel. Safe for use by many threads. */
public final class ModelChoice {
    private final ModelId defaultModel;
    private final Rules rules;
    private final ModelCeiling ceiling;

    /**
     * @param defaultModel for personas that name none
     */
    public ModelChoice(ModelId defaultModel, Rules rules, ModelCeiling ceiling) {
        this.defaultModel = defaultModel;
        this.rules = rules;
        this.ceiling = ceiling;
    }

    /** The first that is asked, then those for when it fails; never empty. */
    List<ChosenModel> of(Persona persona, ChannelId channel) {
        List<ChosenModel> wanted = new ArrayList<>();
        wanted.add(
                persona.model()
                        .map(model -> new ChosenModel(model, ModelReason.PERSONA))
                        .orElseGet(() -> new ChosenModel(defaultModel, ModelReason.DEFAULT)));
        persona.fallbackModels()
                .forEach(model -> wanted.add(new ChosenModel(model, ModelReason.FALLBACK)));
        return ceiling.under(rules.of(channel).ceiling(), wanted);
    }
}
