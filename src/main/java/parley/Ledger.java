package parley;

import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.conversation.ConversationStore;
import parley.responder.ReplyLedger;

/** Keeps the messages of answers in the conversation store. */
record Ledger(ConversationStore store) implements ReplyLedger {
    @Override
    public void posted(Reference turn, int part, MessageId message) {
        store.posted(turn, part, message);
    }

    @Override
    public void looks(Reference turn, int part, Optional<String> look) {
        store.looks(turn, part, look);
    }

    @Override
    public void withdrawn(Reference turn, int fromPart) {
        store.withdrawn(turn, fromPart);
    }
}
