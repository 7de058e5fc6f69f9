package parley.conversation;

import java.util.Set;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.inbox.Addressing;
import parley.inbox.Verdict;

/**
 * Who has to name the bot: in a thread where the bot takes part, nobody as long as one person alone
 * talks with it; once several do, whoever wants an answer. Threads without the bot are none of its
 * business, and nothing of them is stored.
 */
public final class FollowUpRule implements Addressing {
    private final ConversationStore store;

    public FollowUpRule(ConversationStore store) {
        this.store = store;
    }

    @Override
    public Verdict judge(Inbound event) {
        return switch (event) {
            case Inbound.Mention mention -> Verdict.ANSWER;
            case Inbound.DirectMessage message -> Verdict.ANSWER;
            case Inbound.Retry retry -> Verdict.ANSWER;
            case Inbound.Continue more -> Verdict.ANSWER;
            case Inbound.ThreadReply reply -> judge(reply);
            case Inbound.Edited edited -> known(edited.thread());
            case Inbound.Deleted deleted -> known(deleted.thread());
        };
    }

    private Verdict judge(Inbound.ThreadReply reply) {
        Set<UserId> people = store.participants(reply.thread());
        if (people.isEmpty()) {
            return Verdict.IGNORE;
        }
        boolean alone = people.equals(Set.of(reply.author().id()));
        return alone ? Verdict.ANSWER : Verdict.NOTE;
    }

    private Verdict known(ThreadId thread) {
        return store.participants(thread).isEmpty() ? Verdict.IGNORE : Verdict.AMEND;
    }
}
