package parley.rule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.ThreadId;

/**
 * What became of the newest message of each thread and channel since the program started: of 10,000
 * places, without a word of what was said. Safe for use by many threads; returns at once.
 */
public final class Fates {
    private static final int MOST_PLACES = 10_000;

    /** By thread and by channel. */
    private final Cache<Object, Fate> fates =
            Caffeine.newBuilder().maximumSize(MOST_PLACES).executor(Runnable::run).build();

    /** The newest of that thread. */
    public Optional<Fate> of(ThreadId thread) {
        return Optional.ofNullable(fates.getIfPresent(thread));
    }

    /**
     * The newest of that channel; what is said in threads in which the bot takes no part does not
     * count.
     */
    public Optional<Fate> of(ChannelId channel) {
        return Optional.ofNullable(fates.getIfPresent(channel));
    }

    /** The message is not to be answered, unless it was accepted under another event before. */
    public void passedOver(Inbound event, Fate.Verdict verdict) {
        Fate fate = fate(event, verdict);
        for (Object place : places(fate)) {
            fates.asMap().merge(place, fate, Fates::newer);
        }
    }

    /** Events can come again later, and in another order. */
    private static Fate newer(Fate known, Fate fate) {
        boolean same = known.subject().equals(fate.subject());
        boolean stays = same ? !known.verdict().isPassedOver() : fate.at().isBefore(known.at());
        return stays ? known : fate;
    }

    private static List<Object> places(Fate fate) {
        boolean elsewhere =
                fate.verdict() instanceof Fate.Ignored(var why) && why == Fate.Why.NO_PART;
        return elsewhere ? List.of(fate.thread()) : List.of(fate.thread(), fate.thread().channel());
    }

    /** The event was accepted just now, or refused for good. */
    public void accepted(Inbound event, Fate.Verdict verdict) {
        Fate fate = fate(event, verdict);
        places(fate).forEach(place -> fates.put(place, fate));
    }

    /**
     * The turn that covers these events has come so far. A place whose newest message came after
     * them keeps that one's.
     *
     * @param events oldest first, at least one
     */
    public void turn(List<Inbound> events, Fate.Verdict verdict) {
        Fate fate = fate(events.getLast(), verdict);
        var subjects = events.stream().map(Fates::subject).collect(Collectors.toSet());
        for (Object place : places(fate)) {
            fates.asMap().merge(place, fate, (known, _) -> follow(known, subjects, verdict));
        }
    }

    private static Fate follow(Fate known, Collection<String> subjects, Fate.Verdict verdict) {
        boolean covered = subjects.contains(known.subject()) && !known.verdict().isPassedOver();
        return covered ? known.with(verdict) : known;
    }

    private static Fate fate(Inbound event, Fate.Verdict verdict) {
        boolean said = event instanceof Inbound.Said;
        return new Fate(event.thread(), subject(event), event.author(), event.at(), !said, verdict);
    }

    private static String subject(Inbound event) {
        return event instanceof Inbound.Said said ? said.message().value() : event.event().value();
    }

    /** Forgets all: what was answered is told from the store from then on. */
    public void clear() {
        fates.invalidateAll();
    }
}
