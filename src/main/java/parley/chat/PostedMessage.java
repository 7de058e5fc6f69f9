package parley.chat;

import java.util.Optional;

/**
 * A message that shows a part of an answer, as it is remembered; immutable.
 *
 * @param look the {@link Outgoing#look} that it is known to have; empty where that is not known
 */
public record PostedMessage(MessageId id, Optional<String> look) {
    /** One of which nothing is known but that it stands there. */
    public PostedMessage(MessageId id) {
        this(id, Optional.empty());
    }
}
