package parley.prompt;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.WorkspaceId;

/**
 * The personas of one folder, read again when files change, and over them what was written in the
 * chat of each workspace. Safe for use by many threads: readers use an immutable snapshot, and at
 * most one of them at a time looks at the folder.
 */
public final class PromptRegistry implements Personas {
    private static final Logger log = LoggerFactory.getLogger(PromptRegistry.class);
    private static final long REFRESH_NANOS = 1_000_000_000L;

    private final PromptFolder folder;
    private final BindingResolver resolver;
    private final PersonaVersions versions;
    private final FileVersions files;
    private final Overrides overrides = new Overrides();
    private final Ticker ticker;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicLong refreshedAt;
    private volatile PromptSnapshot snapshot;

    private PromptRegistry(
            PromptFolder folder,
            PromptSnapshot first,
            BindingResolver resolver,
            PersonaVersions versions,
            FileVersions files,
            Ticker ticker) {
        this.folder = folder;
        this.snapshot = first;
        this.resolver = resolver;
        this.versions = versions;
        this.files = files;
        this.ticker = ticker;
        this.refreshedAt = new AtomicLong(ticker.nanos());
    }

    /**
     * Reads the folder. Broken files other than {@code default.md} are logged and left out. Each
     * version of a file is noted in the history; while that fails, it is tried again.
     *
     * @param ticker says when to look at the folder again
     * @param clock says which bindings have ended, and dates versions
     * @throws PromptException when the folder cannot be read or has no good {@code default.md}
     */
    public static PromptRegistry open(
            Path path,
            PersonaBindings bindings,
            PersonaVersions versions,
            Ticker ticker,
            InstantSource clock) {
        var folder = new PromptFolder(path);
        PromptSnapshot first = folder.read(PromptSnapshot.empty());
        if (first.file(PromptSnapshot.DEFAULT).good().isEmpty()) {
            throw new PromptException(path, first.faults());
        }
        first.faults().forEach(fault -> log.warn("{}", fault.in(path)));
        var files = new FileVersions(versions, clock);
        files.note(first);
        var resolver = new BindingResolver(bindings, clock);
        return new PromptRegistry(folder, first, resolver, versions, files, ticker);
    }

    @Override
    public Persona resolve(ThreadId thread) {
        return explain(thread.channel(), Optional.of(thread)).persona();
    }

    @Override
    public Persona resolve(ChannelId channel) {
        return explain(channel, Optional.empty()).persona();
    }

    /**
     * The persona of the place and why it is that one. The narrowest scope wins: thread, channel,
     * workspace, platform; in one scope, what was set in chat wins over channels.yaml, and what was
     * set for a time over what was set for good.
     *
     * @throws RuntimeException when the store failed
     */
    public Resolution explain(ChannelId channel, Optional<ThreadId> thread) {
        return resolver.resolve(in(channel.workspace()), Scopes.covering(channel, thread));
    }

    @Override
    public Optional<Persona> find(WorkspaceId workspace, PersonaId id) {
        return in(workspace).find(id);
    }

    @Override
    public List<Persona> all(WorkspaceId workspace) {
        return in(workspace).all();
    }

    /**
     * The version of that persona in use in the workspace, which says whether it overrides the
     * file; empty when there is no such persona.
     *
     * @throws RuntimeException when the store failed
     */
    public Optional<PersonaVersion> version(WorkspaceId workspace, PersonaId id) {
        return in(workspace).version(id);
    }

    WorkspacePersonas in(WorkspaceId workspace) {
        return new WorkspacePersonas(current(), workspace, versions, files, overrides);
    }

    @Override
    public String render(Persona persona, ThreadId place) {
        return PromptTemplate.fill(persona.prompt(), place).strip() + "\n\n" + Frame.text();
    }

    /** Whether the folder has a good file of that persona. */
    public boolean hasFile(PersonaId id) {
        return current().find(id).isPresent();
    }

    /** How many personas the folder gives. */
    public int size() {
        return current().personas().size();
    }

    /** What is wrong in the folder now; last good versions are in use meanwhile. */
    public List<PersonaFault> faults() {
        return current().faults();
    }

    /** Looks at the folder now and takes over what changed. */
    public void refresh() {
        refreshing.lock();
        try {
            PromptSnapshot before = snapshot;
            PromptSnapshot after = folder.read(before);
            // Noted before it is in use: answers name the version.
            files.note(after);
            snapshot = after;
            refreshedAt.set(ticker.nanos());
            log(before, after);
        } finally {
            refreshing.unlock();
        }
    }

    /** The snapshot, at most a second old. */
    private PromptSnapshot current() {
        if (ticker.nanos() - refreshedAt.get() >= REFRESH_NANOS && refreshing.tryLock()) {
            try {
                refresh();
            } finally {
                refreshing.unlock();
            }
        }
        return snapshot;
    }

    private void log(PromptSnapshot before, PromptSnapshot after) {
        after.faults().stream()
                .filter(fault ->
                        !before.faults().contains(fault) || after.changed(fault.file(), before))
                .forEach(fault ->
                        log.warn("{}; what was good before stays in use", fault.in(folder.path())));
        after.files()
                .forEach((name, file) -> {
                    if (after.changed(name, before) && file.faults().isEmpty()) {
                        log.info("persona file {} is in use as it now stands", name);
                    }
                });
        before.files().keySet().stream()
                .filter(name -> !after.files().containsKey(name))
                .forEach(name -> log.info("persona file {} is gone", name));
    }
}
