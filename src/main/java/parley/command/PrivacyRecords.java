package parley.command;

import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.audit.AuditEntry;
import parley.audit.AuditLog;
import parley.chat.Author;
import parley.chat.ChannelId;

/** Writes the entries of the commands that forget. Safe for use by many threads. */
final class PrivacyRecords {
    private static final Logger LOG = LoggerFactory.getLogger(PrivacyRecords.class);

    private final AuditLog audit;
    private final InstantSource clock;

    PrivacyRecords(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void done(ChannelId channel, Author actor, String action, String target) {
        add(channel, actor, action, target, AuditEntry.Result.DONE, "");
    }

    void refused(ChannelId channel, Author actor, String action, String why) {
        add(channel, actor, action, "", AuditEntry.Result.REFUSED, why);
    }

    /** What cannot be written down is not kept from being done. */
    private void add(
            ChannelId channel,
            Author actor,
            String action,
            String target,
            AuditEntry.Result result,
            String detail) {
        try {
            audit.add(
                    new AuditEntry(
                            clock.instant(),
                            channel.workspace(),
                            Optional.of(channel),
                            actor,
                            action,
                            target,
                            result,
                            detail));
        } catch (RuntimeException e) {
            LOG.error("{} is not in the audit log", action, e);
        }
    }
}
