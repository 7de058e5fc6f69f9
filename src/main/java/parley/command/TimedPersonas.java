package parley.command;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.audit.AuditEntry;
import parley.audit.AuditLog;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;

/**
 * Puts away what was set for a time that is over, and tells who answers now. That the time is over
 * needs none of this: bindings end by the clock. Safe for use by many threads.
 */
public final class TimedPersonas {
    private static final Logger LOG = LoggerFactory.getLogger(TimedPersonas.class);

    /** The program itself, in the audit log. */
    private static final Author PARLEY = new Author(new UserId("parley"), "Parley");

    private final PersonaTools tools;
    private final AuditLog audit;
    private final Announcer announcer;

    public TimedPersonas(PersonaTools tools, AuditLog audit, Announcer announcer) {
        this.tools = tools;
        this.audit = audit;
        this.announcer = announcer;
    }

    /**
     * Tells of each end once. To be called at the start and every minute.
     *
     * @throws RuntimeException when the store failed; the next call goes on
     */
    public void sweep(Instant now) {
        for (PersonaBinding binding : tools.bindings().ended(now)) {
            // Whoever removes it tells of it: nobody is told twice.
            if (tools.bindings().end(binding)) {
                told(binding, now);
            }
        }
    }

    private void told(PersonaBinding binding, Instant now) {
        Optional<ChannelId> channel = channel(binding);
        record(binding, channel, now);
        channel.ifPresent(place -> {
            try {
                tell(binding, place);
            } catch (RuntimeException e) {
                LOG.error("the end of {} could not be told", binding, e);
            }
        });
    }

    private void record(PersonaBinding binding, Optional<ChannelId> channel, Instant now) {
        try {
            audit.add(
                    new AuditEntry(
                            now,
                            workspace(binding),
                            channel,
                            PARLEY,
                            SetChange.KIND,
                            binding.persona().value(),
                            AuditEntry.Result.DONE,
                            "the time is over for " + binding.scope().key()));
        } catch (RuntimeException e) {
            LOG.error("the end of {} is not in the audit log", binding, e);
        }
    }

    private void tell(PersonaBinding binding, ChannelId channel) {
        Optional<ThreadId> thread = Place.thread(binding.scope());
        announcer.tell(
                channel,
                thread,
                "ended-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16),
                "The time of **"
                        + binding.persona()
                        + "** for "
                        + Place.words(binding.scope())
                        + " is over: **"
                        + tools.personas().explain(channel, thread).persona().id()
                        + "** answers here now.");
    }

    private static Optional<ChannelId> channel(PersonaBinding binding) {
        return switch (binding.scope()) {
            case BindingScope.OfThread(ThreadId thread) -> Optional.of(thread.channel());
            case BindingScope.OfChannel(ChannelId channel) -> Optional.of(channel);
            case BindingScope.OfWorkspace _, BindingScope.OfPlatform _ -> binding.setIn();
        };
    }

    private static WorkspaceId workspace(PersonaBinding binding) {
        return switch (binding.scope()) {
            case BindingScope.OfThread(ThreadId thread) -> thread.channel().workspace();
            case BindingScope.OfChannel(ChannelId channel) -> channel.workspace();
            case BindingScope.OfWorkspace(WorkspaceId workspace) -> workspace;
            case BindingScope.OfPlatform platform ->
                    binding.setIn()
                            .map(ChannelId::workspace)
                            .orElseGet(() -> new WorkspaceId(platform.platform(), "all"));
        };
    }
}
