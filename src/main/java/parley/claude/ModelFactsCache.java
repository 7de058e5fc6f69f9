package parley.claude;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Ticker;

/**
 * Facts about models: asked once of the server and remembered for a day, a failure for five
 * minutes, with the built-in table to fall back on. Safe for use by many threads.
 */
final class ModelFactsCache {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFactsCache.class);
    private static final Duration KNOWN = Duration.ofDays(1);
    private static final Duration FAILED = Duration.ofMinutes(5);
    private static final int MODELS = 200;

    private record Entry(ModelFacts facts, boolean told) {}

    private final ModelCatalog catalog;
    private final ModelTable table;
    private final Duration longest;
    private final AsyncLoadingCache<ModelId, Entry> entries;

    /**
     * @param longest the longest time that one question may take
     */
    ModelFactsCache(ModelCatalog catalog, ModelTable table, Duration longest, Ticker ticker) {
        this.catalog = catalog;
        this.table = table;
        this.longest = longest;
        this.entries =
                Caffeine.newBuilder()
                        .maximumSize(MODELS)
                        .ticker(ticker::nanos)
                        .executor(Thread::startVirtualThread)
                        .expireAfter(Expiry.creating((ModelId _, Entry entry) -> age(entry)))
                        .buildAsync(this::load);
    }

    private static Duration age(Entry entry) {
        return entry.told() ? KNOWN : FAILED;
    }

    /** Never fails; waits for the server no longer than allowed. */
    ModelFacts get(ModelId model) {
        try {
            return entries.get(model).get(longest.toNanos(), TimeUnit.NANOSECONDS).facts();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return table.facts(model);
        } catch (ExecutionException | TimeoutException e) {
            return table.facts(model);
        }
    }

    private Entry load(ModelId model) {
        ModelFacts assumed = table.facts(model);
        try {
            return new Entry(catalog.ask(assumed), true);
        } catch (RuntimeException e) {
            LOG.debug("No facts about {} from the server: {}", model, e.getClass().getSimpleName());
            return new Entry(assumed, false);
        }
    }
}
