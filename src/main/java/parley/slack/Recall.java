package parley.slack;

import com.slack.api.model.Message;
import parley.adapter.Found;
import parley.chat.Whereabouts;

/**
 * Takes what Slack keeps as if it were heard now. Methods block for the store and throw what it
 * throws. Safe for use by many threads.
 */
interface Recall {
    /** A message; what is known is dropped. */
    Found take(String channel, Message message);

    /** A known message: if it was edited, what it says by now counts. */
    void changed(String channel, Message message);

    /** Passes over a message, if it is a question; whether it was one that was not known. */
    boolean decline(String channel, Message message);

    /** A message is gone that was there. */
    void gone(Whereabouts.Known message);
}
