package parley.chat;

import java.util.List;

/** What a platform bears; immutable. */
public interface Limits {
    /** The longest text of one message, in UTF-16 units. */
    int messageLength();

    /** The budgets that such a write in that thread counts against, each of them. */
    List<RateScope> scopes(WriteKind kind, ThreadId thread);
}
