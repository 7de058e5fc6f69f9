package parley.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.JsonField;
import com.anthropic.core.RequestOptions;
import com.anthropic.models.models.CapabilitySupport;
import com.anthropic.models.models.EffortCapability;
import com.anthropic.models.models.ModelInfo;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the server's Models API. Not every server has one, nor tells everything. */
final class ModelCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(ModelCatalog.class);
    private static final Duration CHECK = Duration.ofSeconds(10);

    private final AnthropicClient client;

    ModelCatalog(AnthropicClient client) {
        this.client = client;
    }

    /**
     * Asks whether the model is there, in {@link #CHECK} at the longest.
     *
     * @throws RuntimeException when it is not, or nobody answers
     */
    void ask(ModelId model) {
        LOG.debug("The server knows {}", retrieve(model, CHECK)._id());
    }

    /**
     * What the server says, over what is assumed.
     *
     * @param longest the longest time that the question may take
     * @throws RuntimeException when it says nothing
     */
    ModelFacts ask(ModelFacts assumed, Duration longest) {
        ModelInfo info = retrieve(assumed.model(), longest);
        return new ModelFacts(
                assumed.model(),
                tokens(info._maxInputTokens(), assumed.contextTokens()),
                tokens(info._maxTokens(), assumed.maxOutputTokens()),
                info._capabilities()
                        .asKnown()
                        .flatMap(it -> it._effort().asKnown())
                        .map(ModelCatalog::efforts)
                        .orElse(assumed.efforts()),
                assumed.sampling(),
                assumed.charactersPerToken());
    }

    private ModelInfo retrieve(ModelId model, Duration longest) {
        return client.models()
                .retrieve(
                        model.value(),
                        RequestOptions.builder().timeout(SdkClients.brief(longest)).build());
    }

    private static long tokens(JsonField<Long> said, long assumed) {
        return said.asKnown().filter(tokens -> tokens > 0).orElse(assumed);
    }

    private static Set<Effort> efforts(EffortCapability said) {
        EnumSet<Effort> efforts = EnumSet.noneOf(Effort.class);
        Map.of(
                        Effort.LOW, said._low(),
                        Effort.MEDIUM, said._medium(),
                        Effort.HIGH, said._high(),
                        Effort.XHIGH, said._xhigh(),
                        Effort.MAX, said._max())
                .forEach((effort, field) -> {
                    if (supported(field)) {
                        efforts.add(effort);
                    }
                });
        return efforts;
    }

    private static boolean supported(JsonField<CapabilitySupport> field) {
        return field.asKnown().flatMap(it -> it._supported().asKnown()).orElse(false);
    }
}
