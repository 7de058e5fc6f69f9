package parley.discord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.chat.Limits;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.RateScope;
import parley.chat.Route;
import parley.chat.ThreadId;
import parley.chat.Write;

/**
 * What Discord bears, and what a write counts as now. Where no thread is known yet, one is taken to
 * begin with the question, whose id it then has.
 */
final class DiscordLimits implements Limits {
    /**
     * In UTF-16 units; Discord takes 2,000 characters. What is left over holds the longest sentence
     * of Parley's own and the footer, which stand under an answer's last message. All messages are
     * cut alike, because while an answer grows nobody knows which is the last.
     */
    static final int MESSAGE_LENGTH = 1_600;

    /** Soon enough that the last edits of a message come before they are scarce. */
    private static final Duration GROWTH = Duration.ofMinutes(50);

    private final Planner planner;
    private final MessageAge age;
    private final Places places;
    private final DiscordBudgets budgets;

    DiscordLimits(Planner planner, MessageAge age, Places places, DiscordBudgets budgets) {
        this.planner = planner;
        this.age = age;
        this.places = places;
        this.budgets = budgets;
    }

    @Override
    public int messageLength() {
        return MESSAGE_LENGTH;
    }

    @Override
    public Duration growth() {
        return GROWTH;
    }

    @Override
    public List<Route> routes(ThreadId thread, Write write) {
        return List.of(
                switch (planner.plan(thread, write)) {
                    case Move.Post _ -> post(placeOf(thread));
                    case Move.Again _ -> again(placeOf(thread));
                    case Move.Edit(MessageId id, Outgoing message) -> edit(id, message);
                    case Move.Delete(MessageId id) -> delete(DiscordIds.channelOf(id));
                    case Move.Sweep _ -> delete(placeOf(thread));
                    case Move.Nothing _ -> new Route("nothing", List.of());
                });
    }

    private long placeOf(ThreadId thread) {
        return places.known(thread).map(Place::channel).orElse(DiscordIds.rootOf(thread));
    }

    private Route post(long channel) {
        return route("post in", channel, scope(CallKind.POST, channel));
    }

    /** What is found there is edited. */
    private Route again(long channel) {
        return route(
                "post again in",
                channel,
                scope(CallKind.POST, channel),
                scope(CallKind.EDIT, channel));
    }

    private Route edit(MessageId id, Outgoing message) {
        long channel = DiscordIds.channelOf(id);
        List<RateScope> scopes = new ArrayList<>();
        scopes.add(scope(CallKind.EDIT, channel));
        if (!message.settled()) {
            scopes.add(budgets.growing(channel));
        }
        if (age.isOld(id)) {
            scopes.add(scope(CallKind.OLD_EDIT, channel));
        }
        return route("edit in", channel, scopes.toArray(RateScope[]::new));
    }

    private Route delete(long channel) {
        return route("delete in", channel, scope(CallKind.DELETE, channel));
    }

    private RateScope scope(CallKind kind, long channel) {
        return budgets.scope(kind.in(channel));
    }

    private Route route(String what, long channel, RateScope... own) {
        List<RateScope> scopes = new ArrayList<>(List.of(own));
        scopes.add(budgets.all());
        return new Route(what + " " + Long.toUnsignedString(channel), scopes);
    }
}
