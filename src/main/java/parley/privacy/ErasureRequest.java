package parley.privacy;

import java.time.Instant;

/**
 * A wish to be forgotten that is remembered durably, so that it is carried out across restarts.
 *
 * @param upTo what is said later is not meant
 */
public record ErasureRequest(long id, Subject subject, Instant upTo) {}
