package parley.slack;

import java.time.Duration;

/** What came of the try to open a connection of Socket Mode. */
sealed interface SocketOpening {
    /** Slack said hello. */
    record Opened(SlackSocket socket) implements SocketOpening {}

    /**
     * A fault that may pass.
     *
     * @param reason for people, without a full stop
     * @param atLeast how long to wait before the next try
     */
    record Failed(String reason, Duration atLeast) implements SocketOpening {}

    /** Slack refuses the settings; the message says what to change. */
    record Refused(String message) implements SocketOpening {}
}
