package parley.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import parley.audit.AuditEntry;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.Choice;
import parley.chat.Chosen;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.EventId;
import parley.chat.Form;
import parley.chat.FormReply;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.Noticeboard;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.Submission;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaBindings;
import parley.prompt.PersonaEditor;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;
import parley.prompt.PromptRegistry;
import parley.testing.MemoryAuditLog;
import parley.testing.MemoryChangeRequests;
import parley.testing.MemoryPersonaBindings;
import parley.testing.MemoryPersonaVersions;

/** All commands over stores in memory, with a clock that tests move. */
final class CommandRig implements ChangeRules, Noticeboard, TryOut {
    static final ThreadId THREAD = ThreadId.parse("web/parley/incidents/1");
    static final WorkspaceId WORKSPACE = THREAD.channel().workspace();
    static final Author ADA = new Author(new UserId("ada"), "Ada Lovelace");
    static final Author GRACE = new Author(new UserId("grace"), "Grace Hopper");
    static final PersonaId ENGINEER = new PersonaId("engineer");

    /** A question to the model. */
    record Tried(String persona, ThreadId place, String question) {}

    final MemoryPersonaBindings bindings = new MemoryPersonaBindings();
    final MemoryPersonaVersions versions = new MemoryPersonaVersions();
    final MemoryAuditLog audit = new MemoryAuditLog();
    final MemoryChangeRequests requests = new MemoryChangeRequests();
    final List<Notice> notices = new ArrayList<>();
    final List<Tried> tried = new ArrayList<>();
    boolean approval;
    boolean silent;
    SendResult shown = new SendResult.Sent(new MessageId("m1"));
    TryOut.Tried answer =
            new TryOut.Tried.Answered("It depends.", "claude-opus-5-5", 1234, 56, "$0.0123", "");
    Instant now = Instant.parse("2026-11-21T08:09:10Z");

    private final Path folder;
    private final PersonaBindings store;
    PromptRegistry personas;
    PersonaTools tools;
    ChangeDesk desk;
    TimedPersonas timed;
    ChatCommands commands;

    CommandRig(Path folder) {
        this(folder, Optional.empty());
    }

    /**
     * @param broken instead of the bindings in memory
     */
    CommandRig(Path folder, Optional<PersonaBindings> broken) {
        this.folder = folder;
        this.store = broken.orElse(bindings);
        persona("default", "description: Everyday questions.", "You help.");
        persona("engineer", "description: Code.\nmodel: claude-opus-5-5", "Write:\n```\ncode\n```");
        personas = PromptRegistry.open(folder, bindings, versions, () -> 0, () -> now);
        tools =
                new PersonaTools(
                        personas,
                        versions,
                        new PersonaEditor(personas, versions, () -> now),
                        store,
                        () -> now);
        var announcer = new Announcer(platform -> Optional.of(this), this);
        desk =
                new ChangeDesk(
                        requests, PersonaChanges.kinds(tools), this, announcer, audit, () -> now);
        timed = new TimedPersonas(tools, audit, announcer);
        commands =
                new ChatCommands(
                        personas,
                        audit,
                        () -> now,
                        List.of(
                                PersonaCommands.of(tools, desk, this, audit),
                                desk.group(),
                                CommandGroup.of(new StatusCommand(_ -> "All is well."))));
    }

    void persona(String name, String settings, String prompt) {
        try {
            Files.writeString(folder.resolve(name + ".md"), file(name, settings, prompt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String file(String name, String settings, String prompt) {
        return "---\nname: " + name + "\n" + settings + "\n---\n" + prompt + "\n";
    }

    /** Writes a version in chat, behind the one in use. */
    PersonaVersion edit(Author by, String prompt, String reason) {
        int seen = personas.version(WORKSPACE, ENGINEER).orElseThrow().number();
        var _ =
                tools.editor()
                        .edit(
                                WORKSPACE,
                                ENGINEER,
                                file("engineer", "description: Code.", prompt),
                                seen,
                                by,
                                reason);
        return personas.version(WORKSPACE, ENGINEER).orElseThrow();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    CommandReply run(Author author, Standing standing, Optional<ThreadId> thread, String text) {
        return commands.run(new Command(THREAD.channel(), thread, author, standing, text));
    }

    String asAdmin(String text) {
        return run(ADA, Standing.ADMIN, Optional.empty(), text).text();
    }

    String asMember(String text) {
        return run(ADA, Standing.MEMBER, Optional.empty(), text).text();
    }

    Form window(Author author, String text) {
        return ((CommandReply.Asks) run(author, Standing.ADMIN, Optional.empty(), text)).form();
    }

    FormReply submit(Author author, Standing standing, String form, Map<String, String> values) {
        return commands.submit(
                new Submission(
                        new EventId(UUID.randomUUID().toString()),
                        THREAD.channel(),
                        Optional.empty(),
                        author,
                        standing,
                        form,
                        values));
    }

    CommandReply choose(Author author, Standing standing, String action) {
        return choose(THREAD.channel(), author, standing, action);
    }

    CommandReply choose(ChannelId channel, Author author, Standing standing, String action) {
        return commands.choose(
                new Chosen(
                        new EventId(UUID.randomUUID().toString()),
                        channel,
                        Optional.empty(),
                        author,
                        standing,
                        action));
    }

    /** What the button of that label under the newest notice does. */
    String action(String label) {
        return notices.getLast().choices().stream()
                .filter(choice -> choice.label().equals(label))
                .map(Choice::action)
                .findFirst()
                .orElseThrow();
    }

    String inChannel() {
        return personas.resolve(THREAD.channel()).id().value();
    }

    String prompt() {
        return personas.find(WORKSPACE, ENGINEER).orElseThrow().prompt();
    }

    /** The newest entry, as {@code ada REFUSED persona set engineer: not an admin}. */
    String audited() {
        return audited(0);
    }

    /**
     * @param back 0 for the newest
     */
    String audited(int back) {
        AuditEntry entry = audit.newest(WORKSPACE, back + 1).get(back);
        return entry.actor().id()
                + " "
                + entry.result()
                + " "
                + entry.action()
                + " "
                + entry.target()
                + ": "
                + entry.detail();
    }

    @Override
    public boolean approval(WorkspaceId workspace) {
        return approval;
    }

    @Override
    public boolean notices(ChannelId channel) {
        return !silent;
    }

    @Override
    public SendResult post(Notice notice) {
        notices.add(notice);
        return shown;
    }

    @Override
    public TryOut.Tried ask(
            parley.prompt.Persona persona, ThreadId place, Author author, String question) {
        tried.add(new Tried(persona.id().value(), place, question));
        return answer;
    }
}
