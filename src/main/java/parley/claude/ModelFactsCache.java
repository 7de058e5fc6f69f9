package parley.claude;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts about models: asked once of the server and remembered for a day, a failure for five
 * minutes, with the built-in table to fall back on. Safe for use by many threads.
 */
final class ModelFactsCache {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFactsCache.class);
    private static final Duration KNOWN = Duration.ofDays(1);
    private static final Duration FAILED = Duration.ofMinutes(5);
    private static final int MODELS = 200;

    private record Entry(ModelFacts facts, long endsAtNanos) {}

    private final ModelCatalog catalog;
    private final ModelTable table;
    private final Duration longest;
    private final LongSupplier nanos;
    private final AsyncLoadingCache<ModelId, Entry> entries;

    /**
     * @param longest the longest time that one question may take
     */
    ModelFactsCache(ModelCatalog catalog, ModelTable table, Duration longest, LongSupplier nanos) {
        this.catalog = catalog;
        this.table = table;
        this.longest = longest;
        this.nanos = nanos;
        this.entries =
                Caffeine.newBuilder()
                        .maximumSize(MODELS)
                        .executor(Thread::startVirtualThread)
                        .buildAsync(this::load);
    }

    /** Never fails; waits for the server no longer than allowed. */
    ModelFacts get(ModelId model) {
        try {
            return fresh(model).get(longest.toNanos(), TimeUnit.NANOSECONDS).facts();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return table.facts(model);
        } catch (ExecutionException | TimeoutException e) {
            return table.facts(model);
        }
    }

    private Future<Entry> fresh(ModelId model) {
        CompletableFuture<Entry> entry = entries.get(model);
        if (entry.state() == Future.State.SUCCESS
                && nanos.getAsLong() - entry.resultNow().endsAtNanos() >= 0) {
            entries.asMap().remove(model, entry);
            return entries.get(model);
        }
        return entry;
    }

    private Entry load(ModelId model) {
        ModelFacts assumed = table.facts(model);
        try {
            return entry(catalog.ask(assumed, longest), KNOWN);
        } catch (RuntimeException e) {
            LOG.debug("No facts about {} from the server: {}", model, e.getClass().getSimpleName());
            return entry(assumed, FAILED);
        }
    }

    private Entry entry(ModelFacts facts, Duration age) {
        return new Entry(facts, nanos.getAsLong() + age.toNanos());
    }
}
