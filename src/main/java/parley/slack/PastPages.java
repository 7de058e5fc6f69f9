package parley.slack;

import com.slack.api.model.Message;
import java.util.List;

/**
 * Messages of a conversation or a thread as Slack keeps them.
 *
 * @param messages in no particular order
 * @param how whether these are all that were wanted; where nothing could be read, why
 */
record PastPages(List<Message> messages, How how) {
    PastPages {
        messages = List.copyOf(messages);
    }

    /** How far they were read. */
    enum How {
        WHOLE,
        PART,
        REFUSED,
        /** Refused, since it is not there any more. */
        GONE,
        LOST
    }
}
