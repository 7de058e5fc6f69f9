package parley.conversation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.Inbound;
import parley.chat.Membership;
import parley.chat.Reference;
import parley.chat.Standing;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;
import parley.rule.Allowance;
import parley.rule.ChannelRules;
import parley.rule.ChannelRules.AtLimit;
import parley.rule.ChannelRules.Outsiders;
import parley.rule.ChannelRules.Who;
import parley.rule.Fate;
import parley.rule.LimitReached;
import parley.rule.People;
import parley.rule.Rule;
import parley.rule.Rules;

/**
 * Whether a turn may run: who asks is asked of the platform now, and how much was answered of the
 * store. Blocks for seconds at most. Safe for use by many threads.
 */
public final class Admission {
    private final Rules rules;
    private final People people;
    private final Allowance allowance;
    private final InstantSource clock;

    public Admission(Rules rules, People people, Allowance allowance, InstantSource clock) {
        this.rules = rules;
        this.people = people;
        this.allowance = allowance;
        this.clock = clock;
    }

    /** What is to become of a claim. */
    sealed interface Decision {
        /** It runs: all of the claim, or what comes first in it of people who are treated alike. */
        record Admitted(Claim claim) implements Decision {}

        /** The one who asked is told why not. */
        record Barred(Claim claim, Bar bar) implements Decision {}

        /** It is to be decided again at that time. */
        record Waits(LimitReached limit) implements Decision {}

        /** It is as if nobody had asked. */
        record Unheard(Claim claim) implements Decision {}
    }

    /** What the person may. */
    private enum Access {
        GRANTED,
        UNKNOWN,
        OUTSIDE,
        SILENT,
        NO_MEMBER,
        NOT_IN_GROUP
    }

    /**
     * Why a turn is not put to the model.
     *
     * @param sentence what the one who asked is told
     * @param limit when that is the reason
     */
    record Bar(String sentence, Optional<LimitReached> limit) {
        Fate.Verdict verdict(Reference turn) {
            return limit.<Fate.Verdict>map(reached -> new Fate.Limited(turn, reached))
                    .orElseGet(() -> new Fate.Refused(turn, sentence));
        }
    }

    /**
     * Decides. A turn that was admitted before a restart, or whose press was, is not asked again
     * who may.
     *
     * @throws RuntimeException when the store failed
     */
    Decision decide(Claim claim) {
        boolean begun = claim.state() != EntryState.RECEIVED;
        boolean once = begun || !(questions(claim).getFirst() instanceof Inbound.Said);
        if (claim.state() == EntryState.ANSWERED
                || (once && allowance.hasTaken(wish(questions(claim)), clock.instant()))) {
            return new Decision.Admitted(claim);
        }
        ChannelRules here = rules.of(claim.thread().channel());
        if (!here.answers()) {
            return barred(claim, Sentences.ANSWERS_OFF);
        }
        Access access = access(questions(claim).getFirst(), here);
        Claim alike = begun ? claim : alike(claim, access, here);
        return switch (access) {
            case GRANTED -> withinLimits(alike, here);
            case SILENT ->
                    begun ? barred(alike, Sentences.NO_OUTSIDERS) : new Decision.Unheard(alike);
            case UNKNOWN, OUTSIDE, NO_MEMBER, NOT_IN_GROUP -> barred(alike, sentence(access, here));
        };
    }

    /**
     * Why a retry or a continuation cannot be: told to whoever pressed, it does no harm to the
     * answer. One that can has its place from now on.
     *
     * @throws RuntimeException when the store failed
     */
    Optional<String> objection(Inbound press, Standing standing) {
        ChannelRules here = rules.of(press.thread().channel());
        if (!here.answers()) {
            return Optional.of(Sentences.ANSWERS_OFF);
        }
        Access access = access(press, here, standing);
        return access == Access.GRANTED
                ? limit(List.of(press), here)
                        .filter(later -> !later.reserved())
                        .map(later -> later.limit().sentence(clock.instant()))
                : Optional.of(sentence(access, here));
    }

    private static String sentence(Access access, ChannelRules here) {
        return switch (access) {
            case OUTSIDE, SILENT -> Sentences.NO_OUTSIDERS;
            case NO_MEMBER -> Sentences.MEMBERS_ONLY;
            case NOT_IN_GROUP -> Sentences.groupOnly(here.shown(Rule.WHO));
            case GRANTED, UNKNOWN -> Sentences.STANDING_UNKNOWN;
        };
    }

    private static Decision barred(Claim claim, String sentence) {
        return new Decision.Barred(claim, new Bar(sentence, Optional.empty()));
    }

    /** What was only noted asks for nothing. */
    private static List<Inbound> questions(Claim claim) {
        return claim.entries().stream()
                .filter(entry -> entry.state() != EntryState.NOTED)
                .map(JournalEntry::event)
                .toList();
    }

    private Access access(Inbound question, ChannelRules here) {
        boolean anybody =
                here.outsiders() == Outsiders.ANSWER && here.who() instanceof Who.Everyone;
        return anybody
                ? Access.GRANTED
                : people.standing(question.thread().channel(), question.author().id())
                        .map(standing -> access(question, here, standing))
                        .orElse(Access.UNKNOWN);
    }

    private Access access(Inbound question, ChannelRules here, Standing standing) {
        return switch (standing) {
            case ADMIN -> Access.GRANTED;
            case OUTSIDER ->
                    switch (here.outsiders()) {
                        case ANSWER -> byGroup(question, here, standing);
                        case MEMBERS -> Access.OUTSIDE;
                        case SILENT -> Access.SILENT;
                    };
            case MEMBER, GUEST -> byGroup(question, here, standing);
        };
    }

    private Access byGroup(Inbound question, ChannelRules here, Standing standing) {
        return switch (here.who()) {
            case Who.Everyone _ -> Access.GRANTED;
            case Who.Members _ -> standing == Standing.MEMBER ? Access.GRANTED : Access.NO_MEMBER;
            case Who.Group(Membership.Group group) ->
                    people.belongs(question.thread().channel(), question.author().id(), group.id())
                            ? Access.GRANTED
                            : Access.NOT_IN_GROUP;
        };
    }

    /**
     * The claim up to the first question of somebody who is treated otherwise: nobody is refused,
     * or left without an answer, because of who else wrote.
     */
    private Claim alike(Claim claim, Access access, ChannelRules here) {
        List<JournalEntry> alike = new ArrayList<>();
        for (JournalEntry entry : claim.entries()) {
            boolean other =
                    entry.state() != EntryState.NOTED && access(entry.event(), here) != access;
            if (other) {
                break;
            }
            alike.add(entry);
        }
        return new Claim(claim.thread(), claim.state(), alike);
    }

    private Decision withinLimits(Claim claim, ChannelRules here) {
        return limit(questions(claim), here)
                .map(later ->
                        later.reserved()
                                ? new Decision.Waits(later.limit())
                                : new Decision.Barred(claim, bar(later.limit())))
                .orElseGet(() -> new Decision.Admitted(claim));
    }

    private Bar bar(LimitReached limit) {
        return new Bar(limit.sentence(clock.instant()), Optional.of(limit));
    }

    /** Takes an answer of the hour for them, or tells when there will be one. */
    private Optional<Allowance.Grant.Later> limit(List<Inbound> questions, ChannelRules here) {
        boolean waits = here.atLimit() == AtLimit.WAIT;
        var quota = new Allowance.Quota(here.perHour(), here.perPerson(), waits);
        return switch (allowance.take(wish(questions), quota, clock.instant())) {
            case Allowance.Grant.Taken _ -> Optional.empty();
            case Allowance.Grant.Later later -> Optional.of(later);
        };
    }

    /** Of whoever wrote the newest question, or pressed. */
    private static Allowance.Wish wish(List<Inbound> questions) {
        Inbound newest = questions.getLast();
        return new Allowance.Wish(
                newest.thread().channel(),
                newest.author().id(),
                questions.stream().map(Inbound::event).toList());
    }
}
