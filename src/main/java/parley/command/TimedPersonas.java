package parley.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
    /** The program itself, in the audit log. */
    private static final Author PARLEY = new Author(new UserId("parley"), "Parley");

    /** For so long the platform is tried again. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** Among how many entries one is looked for that a crash may have left there. */
    private static final int RECENT = 100;

    private final PersonaTools tools;
    private final AuditLog audit;
    private final Announcer announcer;

    public TimedPersonas(PersonaTools tools, AuditLog audit, Announcer announcer) {
        this.tools = tools;
        this.audit = audit;
        this.announcer = announcer;
    }

    /**
     * Tells of each end once. To be called at the start and every minute. It is told and written
     * down before it is put away, both so that a second time does not show: what a crash, or a
     * platform that is away, left in between is done again by the next call.
     *
     * @throws RuntimeException when the store failed; the next call goes on
     */
    public void sweep(Instant now) {
        for (PersonaBinding binding : tools.bindings().ended(now)) {
            Instant end = binding.until().orElse(now);
            Optional<ChannelId> channel = channel(binding);
            boolean told = channel.map(place -> tell(binding, place)).orElse(true);
            if (told || end.plus(PATIENCE).isBefore(now)) {
                record(binding, channel, end);
                boolean _ = tools.bindings().end(binding);
            }
        }
    }

    private void record(PersonaBinding binding, Optional<ChannelId> channel, Instant end) {
        var entry =
                new AuditEntry(
                        end,
                        workspace(binding),
                        channel,
                        PARLEY,
                        SetChange.KIND,
                        binding.persona().value(),
                        AuditEntry.Result.DONE,
                        "the time is over for " + binding.scope().key());
        if (!audit.newest(entry.workspace(), RECENT).contains(entry)) {
            audit.add(entry);
        }
    }

    /** False when the platform is to be told again. */
    private boolean tell(PersonaBinding binding, ChannelId channel) {
        Optional<ThreadId> thread = Place.thread(binding.scope());
        return announcer.tell(
                channel,
                thread,
                key(binding),
                "The time of **"
                        + binding.persona()
                        + "** for "
                        + Place.words(binding.scope())
                        + " is over: **"
                        + tools.personas().explain(channel, thread).persona().id()
                        + "** answers here now.");
    }

    /** The same for the same end. */
    private static String key(PersonaBinding binding) {
        String name = binding.scope().key() + " " + binding.persona() + " " + binding.until();
        return "ended-"
                + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "")
                        .substring(0, 16);
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
