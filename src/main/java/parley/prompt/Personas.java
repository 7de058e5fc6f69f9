package parley.prompt;

import java.util.List;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/**
 * The personas in use: files, and over them what was written in the chat of each workspace. Safe
 * for use by many threads; failures of the store come as unchecked exceptions.
 */
public interface Personas {
    /** The persona of the narrowest binding that covers the thread, else {@code default}. */
    Persona resolve(ThreadId thread);

    /** The same for a thread of the channel that has no binding of its own. */
    Persona resolve(ChannelId channel);

    /** The persona of that name as the workspace has it. */
    Optional<Persona> find(WorkspaceId workspace, PersonaId id);

    /** Every persona of the workspace, by name. */
    List<Persona> all(WorkspaceId workspace);

    /** The system prompt of the persona in that place, its variables filled in. */
    String render(Persona persona, ThreadId place);
}
