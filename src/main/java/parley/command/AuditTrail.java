package parley.command;

import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.audit.AuditEntry;
import parley.audit.AuditEntry.Result;
import parley.audit.AuditLog;

/**
 * Writes down what is done and refused. What cannot be written down is logged: by then it is done.
 * Safe for use by many threads.
 */
final class AuditTrail {
    static final String NOT_ADMIN = "not an admin";

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final AuditLog audit;
    private final InstantSource clock;

    AuditTrail(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param action the command's name
     * @param target what it was done to; empty for nothing
     */
    void add(Origin origin, String action, String target, Result result, String detail) {
        try {
            audit.add(
                    new AuditEntry(
                            clock.instant(),
                            origin.workspace(),
                            Optional.of(origin.channel()),
                            origin.author(),
                            action,
                            target,
                            result,
                            detail));
        } catch (RuntimeException e) {
            LOG.error(
                    "{} of {} by {} ({}) is not in the audit log",
                    action,
                    target,
                    origin.author().id(),
                    result,
                    e);
        }
    }

    void add(Origin origin, Change change, Result result, String detail) {
        add(origin, change.kind(), change.target(), result, detail);
    }
}
