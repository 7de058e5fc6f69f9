package parley.command;

import parley.chat.Chosen;
import parley.chat.CommandReply;

/** Carries out presses of one kind of choice; safe for use by many threads. */
public interface ChoiceHandler {
    /** The word before the colon in {@link Chosen#action}. */
    String kind();

    /**
     * @param rest of the action, behind the colon; people can forge it
     */
    CommandReply choose(Chosen chosen, String rest);
}
