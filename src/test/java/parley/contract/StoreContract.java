package parley.contract;

import static parley.contract.Events.THREAD;
import static parley.inbox.EntryState.RECEIVED;

import java.util.stream.Stream;
import parley.chat.Inbound;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.claude.ContentBlock;
import parley.conversation.Conversation;
import parley.conversation.ConversationStore;
import parley.conversation.FileRoom;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.inbox.Claim;
import parley.inbox.Journal;
import parley.inbox.JournalEntry;

/** What the tests of conversations share: asking, answering and reading back. */
abstract class StoreContract {
    static final Reference T1 = new Reference("T-1");
    static final Reference T2 = new Reference("T-2");
    static final Reference T3 = new Reference("T-3");

    /** The conversations of an empty store, the same for the whole test. */
    protected abstract ConversationStore store();

    /** The journal of the same store. */
    protected abstract Journal journal();

    final JournalEntry accept(Inbound event) {
        return journal().append(event, RECEIVED).orElseThrow();
    }

    final Claim claim(ThreadId thread) {
        return journal().next(thread).orElseThrow();
    }

    final OpenTurn begin(Reference fresh) {
        return store().begin(claim(THREAD), fresh, "Go on.", Material.NONE).orElseThrow();
    }

    final OpenTurn ask(Reference fresh, String message, String text) {
        accept(Events.mention(message, text));
        return begin(fresh);
    }

    final void answer(Reference turn, String text) {
        store().complete(Answers.complete(turn, text));
        store().shown(turn, true);
    }

    static Stream<String> texts(Conversation conversation) {
        return conversation.turns().stream()
                .map(turn ->
                        turn.content().isEmpty()
                                ? "-"
                                : ((ContentBlock.Text) turn.content().getFirst()).text());
    }

    final Stream<String> history(OpenTurn turn) {
        return texts(before(turn));
    }

    /** With all files. */
    final Conversation before(OpenTurn turn) {
        return store().before(turn, new FileRoom(Long.MAX_VALUE, Integer.MAX_VALUE));
    }

    final Claim claimOf(Inbound event) {
        accept(event);
        return claim(THREAD);
    }
}
