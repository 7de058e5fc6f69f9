package parley.rule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import parley.chat.ChannelId;
import parley.chat.WorkspaceId;

/**
 * The rules of every place: what was set for the channel, else for its workspace, else the default.
 * Read from the store once and remembered; all changes go through here. Safe for use by many
 * threads; failures of the store come as unchecked exceptions.
 */
public final class Rules {
    private static final int MOST_SCOPES = 10_000;

    private final RuleStore store;
    private final OptionalInt keptDays;
    private final Cache<RuleScope, List<RuleSetting>> settings =
            Caffeine.newBuilder().maximumSize(MOST_SCOPES).executor(Runnable::run).build();
    private final List<Consumer<RuleScope>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param keptDays for which threads are kept where nothing else is set, at least 1
     */
    public Rules(RuleStore store, int keptDays) {
        this(store, OptionalInt.of(keptDays));
    }

    /**
     * @param keptDays as above; empty for ever
     */
    public Rules(RuleStore store, OptionalInt keptDays) {
        this.store = store;
        this.keptDays = keptDays;
    }

    /** What is in force in that channel. */
    public ChannelRules of(ChannelId channel) {
        List<RuleSetting> all =
                new ArrayList<>(set(new RuleScope.OfWorkspace(channel.workspace())));
        all.addAll(set(new RuleScope.OfChannel(channel)));
        return new ChannelRules(all, keptDays);
    }

    /** What is in force in channels of that workspace that have set nothing for themselves. */
    public ChannelRules of(WorkspaceId workspace) {
        return new ChannelRules(set(new RuleScope.OfWorkspace(workspace)), keptDays);
    }

    /** What is in force in that channel, or in channels that have set nothing. */
    public ChannelRules of(RuleScope scope) {
        return switch (scope) {
            case RuleScope.OfChannel(ChannelId channel) -> of(channel);
            case RuleScope.OfWorkspace(WorkspaceId workspace) -> of(workspace);
        };
    }

    /**
     * A write forgets after it is durable, and waits for a read under way: none is stale for long.
     */
    private List<RuleSetting> set(RuleScope scope) {
        return settings.get(scope, store::of);
    }

    /** Sets or replaces the value in its scope; durable on return. */
    public void set(RuleSetting setting) {
        store.set(setting);
        changed(setting.scope());
    }

    /** Removes the value; false when there was none. Durable on return. */
    public boolean reset(RuleScope scope, Rule rule) {
        boolean was = store.reset(scope, rule);
        changed(scope);
        return was;
    }

    private void changed(RuleScope scope) {
        settings.invalidate(scope);
        listeners.forEach(listener -> listener.accept(scope));
    }

    /** Tells of every change from now on, after it is in force; must return at once. */
    public void onChange(Consumer<RuleScope> listener) {
        listeners.add(listener);
    }
}
