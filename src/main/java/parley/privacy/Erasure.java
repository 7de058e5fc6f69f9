package parley.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import parley.chat.ChannelId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;

/**
 * Takes away what was said, in transactions so small that nobody waits for them for long; what was
 * broken off in the middle is completed by the same call once more. Safe for use by many threads.
 * Failures of the store come as unchecked exceptions.
 */
public interface Erasure {
    /**
     * Blanks what the person said, the answers to it and the person's name. Questions that wait are
     * not going to be answered. An answer under way is left to be erased when it is complete.
     *
     * @param names by which the person is known beside those that the store knows
     */
    Erased person(Subject.Person person, Instant upTo, Set<String> names);

    /** The answers under way that have to do with what the person said. */
    UnderWay underWay(Subject.Person person, Instant upTo);

    /** Removes the thread, but for bare ids of events that its platform may deliver once more. */
    Erased conversation(ErasureRequest request);

    /** Removes those bare ids; false while they are needed. */
    boolean bareIds(ErasureRequest request, Instant now);

    /** Whether all in that thread was said to the bot alone, by that person. */
    boolean isPrivate(ThreadId thread, UserId person);

    /** Every channel of which something is kept. */
    List<ChannelId> channels();

    /** Removes the channel's threads in which nothing was heard since then and nothing waits. */
    Erased old(ChannelId channel, Instant before);

    /**
     * Overwrites what is left of taken-away text in the gaps of the database's files; other writes
     * go on meanwhile.
     *
     * @return false when readers were in the way; to be tried again
     */
    boolean overwriteGaps();

    /**
     * Answers under way.
     *
     * @param theirs to the person
     * @param others to others, made of the person's words among others'
     */
    record UnderWay(List<Reference> theirs, List<Reference> others) {
        public UnderWay {
            theirs = List.copyOf(theirs);
            others = List.copyOf(others);
        }
    }
}
