package parley.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.JsonField;
import com.anthropic.core.RequestOptions;
import com.anthropic.models.models.CapabilitySupport;
import com.anthropic.models.models.EffortCapability;
import com.anthropic.models.models.ModelInfo;
import com.anthropic.models.models.ModelRetrieveParams;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Asks the server's Models API. Not every server has one, nor tells everything. */
final class ModelCatalog {
    private final AnthropicClient client;
    private final RequestOptions options;

    /**
     * @param longest the longest time that one question may take
     */
    ModelCatalog(AnthropicClient client, Duration longest) {
        this.client = client;
        this.options = RequestOptions.builder().timeout(SdkClients.brief(longest)).build();
    }

    /**
     * What the server says, over what is assumed.
     *
     * @throws RuntimeException when it says nothing
     */
    ModelFacts ask(ModelFacts assumed) {
        ModelInfo info =
                client.models()
                        .retrieve(
                                ModelRetrieveParams.builder()
                                        .modelId(assumed.model().value())
                                        .build(),
                                options);
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
