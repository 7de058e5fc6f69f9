package parley.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.audit.AuditEntry;
import parley.audit.AuditLog;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * What is to be done once a day: removes the threads whose time is over, erases what the forgotten
 * had said and came in again, and overwrites what is left of either. Run by one thread at a time.
 */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Author PARLEY = new Author(new UserId("parley"), "Parley");

    private final Erasure erasure;
    private final Forgetting forgetting;
    private final Retention retention;
    private final AuditLog audit;
    private final Runnable gone;
    private final InstantSource clock;

    /**
     * @param gone told after something was removed, so that no page goes on showing it
     */
    public Sweep(
            Erasure erasure,
            Forgetting forgetting,
            Retention retention,
            AuditLog audit,
            Runnable gone,
            InstantSource clock) {
        this.erasure = erasure;
        this.forgetting = forgetting;
        this.retention = retention;
        this.audit = audit;
        this.gone = gone;
        this.clock = clock;
    }

    /** Blocks until all is done, for as long as that takes; others are not held up. */
    public Erased run() {
        forgetting.finish();
        forgetting.repeat();
        Instant now = clock.instant();
        Map<WorkspaceId, Erased> removed = new LinkedHashMap<>();
        for (ChannelId channel : erasure.channels()) {
            Erased old = old(channel, now);
            if (!old.isNothing()) {
                removed.merge(channel.workspace(), old, Erased::plus);
            }
        }
        Erased all = removed.values().stream().reduce(Erased.NOTHING, Erased::plus);
        if (!all.isNothing()) {
            gone.run();
            tell(removed, all);
        }
        if (!erasure.overwriteGaps()) {
            LOG.info("Gaps of the database are overwritten by the next sweep: it was being read");
        }
        return all;
    }

    private Erased old(ChannelId channel, Instant now) {
        Optional<Duration> keep = retention.keep(channel);
        return keep.map(time -> erasure.old(channel, now.minus(time))).orElse(Erased.NOTHING);
    }

    private void tell(Map<WorkspaceId, Erased> removed, Erased all) {
        LOG.info("Removed {} older than their channels keep them", all.words());
        removed.forEach((workspace, erased) ->
                audit.add(
                        new AuditEntry(
                                clock.instant(),
                                workspace,
                                Optional.empty(),
                                PARLEY,
                                "retention",
                                "",
                                AuditEntry.Result.DONE,
                                "removed " + erased.words())));
    }
}
