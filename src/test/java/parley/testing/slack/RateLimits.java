package parley.testing.slack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Slack's published limits: a tier's calls in any minute per method and workspace; chat.postMessage
 * one a second per channel and 300 in any minute; assistant.threads.setStatus 60 in any minute per
 * thread. Slack lets "short bursts" of posts pass without saying how short: here three, then one
 * more for each second. Windows are judged half a second short, so that a pacer is not blamed for
 * what the network did to its calls. Calls refused do not count. Guarded by itself.
 */
public final class RateLimits {
    private static final long MINUTE = Duration.ofSeconds(60).toNanos();
    private static final long JITTER = Duration.ofMillis(500).toNanos();
    private static final int POSTS_A_MINUTE = 300;
    private static final int STATUSES_A_MINUTE = 60;
    private static final int BURST = 3;

    private final Map<String, Deque<Long>> windows = new HashMap<>();
    private final Map<String, Bucket> channels = new HashMap<>();
    private double scale = 1;
    private boolean on = true;
    private boolean outsideMarketplace;

    /** Tokens of a channel: up to the burst, one more a second. */
    private static final class Bucket {
        private double tokens;
        private long at;
    }

    /** A window of a minute. */
    private record Rule(String key, int calls) {}

    RateLimits() {}

    /** All allowances times so much from now on; 2 lets twice as many calls pass. */
    public synchronized RateLimits scale(double factor) {
        scale = factor;
        return this;
    }

    /** Everything passes. */
    public synchronized RateLimits off() {
        on = false;
        return this;
    }

    /** So much time went by that nothing of before counts any more. */
    public synchronized RateLimits rest() {
        windows.clear();
        channels.clear();
        return this;
    }

    public synchronized RateLimits on() {
        on = true;
        return this;
    }

    /**
     * The app is sold outside the Marketplace: conversations.history and replies once a minute, and
     * at most 15 messages
     * (docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps).
     */
    public synchronized RateLimits outsideMarketplace() {
        outsideMarketplace = true;
        return this;
    }

    synchronized int mostInHistory() {
        return outsideMarketplace ? 15 : 1_000;
    }

    private int aMinute(ApiMethod method) {
        return switch (method.name()) {
            case "chat.postMessage" -> POSTS_A_MINUTE;
            case "conversations.history", "conversations.replies" ->
                    outsideMarketplace ? 1 : method.tier().perMinute();
            default -> method.tier().perMinute();
        };
    }

    /** 0 when the call may pass, which is then counted; else the seconds to wait, at least 1. */
    synchronized int check(ApiMethod method, Arguments arguments, long now) {
        if (!on) {
            return 0;
        }
        long wait = 0;
        List<Rule> rules = rules(method, arguments);
        for (Rule rule : rules) {
            wait = Math.max(wait, waitFor(rule, now));
        }
        boolean post = method.name().equals("chat.postMessage");
        String channel = arguments.need("channel");
        if (post) {
            wait = Math.max(wait, channelWait(channel, now));
        }
        if (wait == 0) {
            rules.forEach(rule -> window(rule.key).addLast(now));
            if (post) {
                bucket(channel, now).tokens--;
            }
            return 0;
        }
        return (int) Math.max(1, (wait + 999_999_999) / 1_000_000_000);
    }

    private List<Rule> rules(ApiMethod method, Arguments arguments) {
        List<Rule> rules = new ArrayList<>();
        String name = method.name();
        rules.add(new Rule(name, aMinute(method)));
        if (name.equals("assistant.threads.setStatus")) {
            String thread = arguments.need("channel_id") + "/" + arguments.need("thread_ts");
            rules.add(new Rule(name + " " + thread, STATUSES_A_MINUTE));
        }
        return rules;
    }

    private long waitFor(Rule rule, long now) {
        Deque<Long> window = window(rule.key);
        while (!window.isEmpty() && now - window.getFirst() >= MINUTE - JITTER) {
            window.removeFirst();
        }
        boolean room = window.size() < Math.max(1, Math.round(rule.calls * scale));
        return room ? 0 : MINUTE - (now - window.getFirst());
    }

    private Deque<Long> window(String key) {
        return windows.computeIfAbsent(key, _ -> new ArrayDeque<>());
    }

    private long channelWait(String channel, long now) {
        double tokens = bucket(channel, now).tokens;
        return tokens >= 0.9 ? 0 : (long) ((1 - tokens) * 1_000_000_000L / scale);
    }

    private Bucket bucket(String channel, long now) {
        double most = Math.max(1, BURST * scale);
        Bucket bucket =
                channels.computeIfAbsent(
                        channel,
                        _ -> {
                            Bucket full = new Bucket();
                            full.tokens = most;
                            full.at = now;
                            return full;
                        });
        double fresh = (now - bucket.at) / 1e9 * scale;
        bucket.tokens = Math.min(most, bucket.tokens + fresh);
        bucket.at = now;
        return bucket;
    }
}
