package parley.chat;

import java.util.Map;

/** What became of a filled-in form, told to its submitter only. */
public sealed interface FormReply {
    /** Short Markdown. */
    String text();

    /** It is taken: the window closes. */
    record Done(String text) implements FormReply {}

    /**
     * It is not taken, and the window stays open where the platform can do that.
     *
     * @param faults one sentence for each field at fault, at most 150 characters
     * @param text what else there is to say, with all that the faults say
     */
    record Refused(Map<String, String> faults, String text) implements FormReply {
        public Refused {
            faults = Map.copyOf(faults);
        }
    }
}
