package parley.conversation;

import java.util.Set;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.inbox.Addressing;
import parley.inbox.Verdict;
import parley.rule.ChannelRules;
import parley.rule.ChannelRules.Outsiders;
import parley.rule.Fate;
import parley.rule.Fates;
import parley.rule.Rules;

/**
 * Who has to name the bot, as the channel's rules say: in a thread where the bot takes part by
 * default nobody as long as one person alone talks with it; once several do, whoever wants an
 * answer. What is told belatedly counts as said when it was: before the bot was asked in its
 * thread, nobody said it to the bot. Threads without the bot are none of its business, and nothing
 * of them is stored; nor of channels where answers are off, except what was said there before and
 * is edited or deleted.
 */
public final class FollowUpRule implements Addressing {
    private final ConversationStore store;
    private final Rules rules;
    private final Fates fates;

    public FollowUpRule(ConversationStore store, Rules rules, Fates fates) {
        this.store = store;
        this.rules = rules;
        this.fates = fates;
    }

    @Override
    public Verdict judge(Inbound event) {
        return switch (event) {
            case Inbound.Edited edited -> known(edited.thread());
            case Inbound.Deleted deleted -> known(deleted.thread());
            case Inbound.Said _, Inbound.Retry _, Inbound.Continue _ -> wish(event);
        };
    }

    @Override
    public boolean listens(ChannelId channel) {
        return rules.of(channel).answers();
    }

    private Verdict wish(Inbound event) {
        ChannelRules here = rules.of(event.thread().channel());
        if (!here.answers()) {
            return ignore(event, Fate.Why.OFF);
        }
        Verdict verdict =
                event instanceof Inbound.ThreadReply reply
                        ? judge(reply, here.followUp())
                        : Verdict.ANSWER;
        boolean mayBeUnheard =
                event instanceof Inbound.Said && here.outsiders() == Outsiders.SILENT;
        return verdict == Verdict.ANSWER && mayBeUnheard ? Verdict.CONSIDER : verdict;
    }

    private Verdict judge(Inbound.ThreadReply reply, ChannelRules.FollowUp rule) {
        Set<UserId> people = store.participants(reply.thread());
        if (people.isEmpty()) {
            return ignore(reply, Fate.Why.NO_PART);
        }
        if (store.began(reply.thread()).filter(reply.at()::isBefore).isPresent()) {
            return ignore(reply, Fate.Why.NO_PART);
        }
        boolean alone = people.equals(Set.of(reply.author().id()));
        return switch (rule) {
            case ALWAYS -> Verdict.ANSWER;
            case THREAD -> alone ? Verdict.ANSWER : note(reply, Fate.Why.SEVERAL);
            case MENTION -> note(reply, Fate.Why.NOT_MENTIONED);
        };
    }

    private Verdict ignore(Inbound event, Fate.Why why) {
        fates.passedOver(event, new Fate.Ignored(why));
        return Verdict.IGNORE;
    }

    private Verdict note(Inbound event, Fate.Why why) {
        fates.passedOver(event, new Fate.Noted(why));
        return Verdict.NOTE;
    }

    private Verdict known(ThreadId thread) {
        return store.participants(thread).isEmpty() ? Verdict.IGNORE : Verdict.AMEND;
    }
}
