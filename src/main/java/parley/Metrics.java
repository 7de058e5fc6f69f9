package parley;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import parley.chat.Platform;
import parley.chat.SendResult;
import parley.chat.WriteKind;
import parley.claude.Circuits;
import parley.claude.Usage;
import parley.conversation.CompletedTurn;
import parley.conversation.TurnObserver;
import parley.inbox.Dispatcher;
import parley.responder.WriteObserver;

/** The figures of the program in the Prometheus format. Safe for use by many threads. */
final class Metrics implements TurnObserver, WriteObserver {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer firstToken =
            timer("parley.first.token", "From the question to the model's first word");
    private final Timer firstText =
            timer("parley.first.text", "From the model's first word to the thread");
    private final Timer finalText =
            timer("parley.final.text", "From the model's last word to the thread");

    private final MultiGauge open =
            MultiGauge.builder("parley.circuit.open")
                    .description("Models that are left alone because they fail")
                    .register(registry);
    private Optional<Circuits> circuits = Optional.empty();

    private Timer timer(String name, String what) {
        return Timer.builder(name)
                .description(what)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(2))
                .register(registry);
    }

    /** Adds what is read at each scrape. */
    void watch(Dispatcher dispatcher) {
        Gauge.builder("parley.turns.running", dispatcher, Dispatcher::running)
                .description("Turns under way")
                .register(registry);
        Gauge.builder("parley.queue.waiting", dispatcher, Dispatcher::waiting)
                .description("Questions whose turn has not begun")
                .register(registry);
        Gauge.builder("parley.turns.postponed", dispatcher, Dispatcher::postponed)
                .description("Turns that came to no end yet and are tried again and again")
                .register(registry);
        Gauge.builder("parley.queue.longest", dispatcher, it -> it.longestWait().toMillis() / 1e3)
                .description("How long a question has waited that has done so the longest")
                .baseUnit("seconds")
                .register(registry);
        Runtime runtime = Runtime.getRuntime();
        Gauge.builder("parley.heap.used", runtime, r -> r.totalMemory() - r.freeMemory())
                .description("Heap in use, garbage included")
                .baseUnit("bytes")
                .register(registry);
    }

    /** A question found no room. */
    void refused(Platform platform) {
        count(
                "parley.refused",
                "Questions that were not taken because too many waited",
                1,
                "platform",
                platform.label());
    }

    /** Adds, per model, whether it is left alone because it fails; read at each scrape. */
    void watch(Circuits claude) {
        circuits = Optional.of(claude);
    }

    private void readCircuits(Circuits claude) {
        open.register(
                claude.troubles().stream()
                        .map(trouble -> MultiGauge.Row.of(Tags.of("of", trouble.what()), 1))
                        .toList(),
                true);
    }

    @Override
    public void firstToken(Duration sinceAsked) {
        firstToken.record(sinceAsked.isNegative() ? Duration.ZERO : sinceAsked);
    }

    @Override
    public void completed(CompletedTurn turn) {
        String model = turn.model().value();
        count("parley.turns", "Turns by how they ended", 1, "outcome", lower(turn.outcome()));
        Usage usage = turn.usage();
        tokens(model, "input", usage.input());
        tokens(model, "output", usage.output());
        tokens(model, "cache_write", usage.cacheWrite());
        tokens(model, "cache_read", usage.cacheRead());
        turn.cost()
                .ifPresent(cost ->
                        count(
                                "parley.cost.dollars",
                                "Money spent by the price list",
                                cost.microDollars() / 1e6,
                                "model",
                                model));
        if (!turn.detail().isEmpty() && turn.stopReason().isEmpty()) {
            fault(turn.detail().replaceFirst("(?s):.*", ""));
        }
    }

    private void tokens(String model, String kind, long amount) {
        count("parley.tokens", "Tokens by kind", amount, "model", model, "kind", kind);
    }

    @Override
    public void fault(String kind) {
        count("parley.faults", "What went wrong, by kind", 1, "kind", kind);
    }

    @Override
    public void wrote(Platform platform, WriteKind kind, SendResult result) {
        count(
                "parley.writes",
                "Writes to platforms",
                1,
                "platform",
                platform.label(),
                "kind",
                lower(kind),
                "result",
                switch (result) {
                    case SendResult.Sent sent -> "sent";
                    case SendResult.RateLimited limited -> "rate_limited";
                    case SendResult.Rejected rejected -> "rejected";
                    case SendResult.Unreachable unreachable -> "unreachable";
                });
    }

    @Override
    public void firstText(Platform platform, long nanosSinceFirstAppend) {
        firstText.record(nanosSinceFirstAppend, TimeUnit.NANOSECONDS);
    }

    @Override
    public void finalText(Platform platform, long nanosSinceFinish) {
        finalText.record(nanosSinceFinish, TimeUnit.NANOSECONDS);
    }

    private void count(String name, String what, double amount, String... labels) {
        Counter.builder(name).description(what).tags(labels).register(registry).increment(amount);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    MeterRegistry registry() {
        return registry;
    }

    /** All figures as Prometheus reads them. */
    String scrape() {
        circuits.ifPresent(this::readCircuits);
        return registry.scrape();
    }
}
