package parley.testing.discord;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How many calls pass: fixed windows that begin with their first call, one for each route and
 * channel, guild or webhook, and one for all calls together, interactions aside. Discord tells its
 * numbers in headers alone; these are what others have seen: five messages, five edits and five
 * typing calls in five seconds per channel. A call refused counts nowhere. Guarded by itself.
 *
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits">Rate limits</a>
 */
public final class RateLimits {
    private static final String GLOBAL = "global";
    private static final Rule OTHERS = new Rule(50, Duration.ofSeconds(1));

    private final DiscordClock clock;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, Window> windows = new HashMap<>();
    private Rule all = new Rule(50, Duration.ofSeconds(1));
    private boolean on = true;

    /** So many calls in so long. */
    private record Rule(int calls, Duration window) {}

    private static final class Window {
        private long begun;
        private int calls;
    }

    RateLimits(DiscordClock clock) {
        this.clock = clock;
        Duration five = Duration.ofSeconds(5);
        set("POST", "channels/{c}/messages", 5, five);
        set("PATCH", "channels/{c}/messages/{m}", 5, five);
        set("DELETE", "channels/{c}/messages/{m}", 5, Duration.ofSeconds(1));
        set("POST", "channels/{c}/typing", 5, five);
        set("PATCH", "channels/{c}", 10, Duration.ofSeconds(15));
        for (String template :
                List.of("channels/{c}/messages/{m}/threads", "channels/{c}/threads")) {
            set("POST", template, 50, Duration.ofMinutes(5));
        }
        set("POST", "users/@me/channels", 10, Duration.ofSeconds(10));
    }

    /** A limit of a route from now on. */
    public synchronized RateLimits set(String method, String template, int calls, Duration window) {
        String bucket = bucket(method, template);
        rules.put(bucket, new Rule(calls, window));
        windows.keySet().removeIf(key -> key.startsWith(bucket));
        return this;
    }

    /** How many calls a second pass in all. */
    public synchronized RateLimits global(int calls) {
        all = new Rule(calls, Duration.ofSeconds(1));
        return this;
    }

    /** Everything passes. */
    public synchronized RateLimits off() {
        on = false;
        return this;
    }

    public synchronized RateLimits on() {
        on = true;
        return this;
    }

    /** Whether a call passes. */
    sealed interface Verdict {
        /** With what the answer's headers say of the bucket. */
        record Passes(Map<String, String> headers) implements Verdict {}

        /** With how long to wait; likewise. */
        record Refused(double seconds, Fault.Scope scope, Map<String, String> headers)
                implements Verdict {}
    }

    /** Counts a call that passes. */
    synchronized Verdict check(Call call) {
        if (!on) {
            return new Verdict.Passes(headers(call));
        }
        boolean free = isInteraction(call.template());
        Optional<Double> total = free ? Optional.empty() : wait(GLOBAL, all);
        if (total.isPresent()) {
            return new Verdict.Refused(total.get(), Fault.Scope.GLOBAL, Map.of());
        }
        Optional<Double> own = wait(key(call), rule(call));
        if (own.isPresent()) {
            return new Verdict.Refused(own.get(), Fault.Scope.USER, headers(call));
        }
        if (!free) {
            window(GLOBAL, all).calls++;
        }
        window(key(call), rule(call)).calls++;
        return new Verdict.Passes(headers(call));
    }

    static boolean isInteraction(String template) {
        return template.startsWith("interactions/") || template.startsWith("webhooks/");
    }

    /** How long the window is closed yet, in seconds up to the millisecond. */
    private Optional<Double> wait(String key, Rule rule) {
        Window window = window(key, rule);
        return window.calls < rule.calls ? Optional.empty() : Optional.of(left(window, rule));
    }

    private double left(Window window, Rule rule) {
        long nanos = rule.window.toNanos() - (clock.nanos() - window.begun);
        return Math.ceil(nanos / 1e6) / 1e3;
    }

    private Window window(String key, Rule rule) {
        Window window = windows.computeIfAbsent(key, _ -> new Window());
        long now = clock.nanos();
        if (window.calls == 0 || now - window.begun >= rule.window.toNanos()) {
            window.begun = now;
            window.calls = 0;
        }
        return window;
    }

    private Rule rule(Call call) {
        return rules.getOrDefault(bucket(call.method(), call.template()), OTHERS);
    }

    /** The bucket and what it is counted for. */
    static String key(Call call) {
        String[] steps = call.path().split("/");
        String major =
                switch (steps[0]) {
                    case "channels", "guilds" -> steps.length > 1 ? steps[1] : "";
                    case "webhooks", "interactions" ->
                            steps.length > 2 ? steps[1] + "/" + steps[2] : "";
                    default -> "";
                };
        return bucket(call.method(), call.template()) + " " + major;
    }

    /** A name that tells nothing, as Discord gives it. */
    private static String bucket(String method, String template) {
        String route = method + " " + template.replaceAll("\\{[^}]*\\}", "{}");
        return UUID.nameUUIDFromBytes(route.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** What the headers of an answer say of the call's bucket. */
    synchronized Map<String, String> headers(Call call) {
        Rule rule = rule(call);
        Window window = window(key(call), rule);
        double left = left(window, rule);
        double reset = clock.now().toEpochMilli() / 1e3 + left;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", Integer.toString(rule.calls));
        headers.put("X-RateLimit-Remaining", Integer.toString(rule.calls - window.calls));
        headers.put("X-RateLimit-Reset", String.format(Locale.ROOT, "%.3f", reset));
        headers.put("X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", left));
        headers.put("X-RateLimit-Bucket", bucket(call.method(), call.template()));
        return headers;
    }
}
