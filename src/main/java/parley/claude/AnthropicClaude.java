package parley.claude;

import com.anthropic.client.AnthropicClient;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Claude behind Anthropic's Messages API, or any server that speaks it.
 *
 * <p>A stream is one request, and never repeated here ({@code maxRetries(0)}): the library would
 * sleep inside the call, so that neither the thread could show the pause nor {@link
 * ClaudeStream#close} end it, would know nothing of other calls that fail as well, and obeys any
 * Retry-After, an hour too.
 */
public final class AnthropicClaude implements Claude {
    private final AnthropicClient client;
    private final ModelCatalog catalog;
    private final ModelFactsCache facts;
    private final AnthropicCall.Context context;
    private final Set<AnthropicStream> open = ConcurrentHashMap.newKeySet();

    /**
     * @param settings with a key, a base URL or both
     * @param nanos elapsed time in nanoseconds; ages what is remembered of models
     * @param clock reads Retry-After dates
     */
    public AnthropicClaude(ClaudeSettings settings, LongSupplier nanos, InstantSource clock) {
        if (!settings.reachable()) {
            throw new IllegalArgumentException("Claude needs a key or a base URL");
        }
        this.client = SdkClients.create(settings);
        this.catalog = new ModelCatalog(client);
        this.facts = new ModelFactsCache(catalog, ModelTable.load(), settings.facts(), nanos);
        this.context =
                new AnthropicCall.Context(client, facts::get, new ErrorMapper(settings, clock));
    }

    @Override
    public ClaudeStream stream(ClaudeRequest request) {
        AnthropicStream stream = new AnthropicStream(context, request, open::remove);
        open.add(stream);
        return stream;
    }

    @Override
    public ModelFacts facts(ModelId model) {
        return facts.get(model);
    }

    @Override
    public Optional<ClaudeException> check(ModelId model) {
        try {
            catalog.ask(model);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(context.errors().map(e));
        }
    }

    @Override
    public void warmUp() {
        new WarmUp(context).run();
    }

    @Override
    public boolean offline() {
        return false;
    }

    @Override
    public void close() {
        ClaudeException why =
                context.errors().lost("Parley is stopping.", "", new IOException("client closed"));
        List.copyOf(open).forEach(stream -> stream.abort(why));
        client.close();
    }
}
