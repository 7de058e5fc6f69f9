package parley.prompt;

import java.util.List;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/** The personas in use; safe for use by many threads. */
public interface Personas {
    /** The persona of the narrowest binding that covers the thread, else {@code default}. */
    Persona resolve(ThreadId thread);

    /** The same for a thread of the channel that has no binding of its own. */
    Persona resolve(ChannelId channel);

    /** The persona of that name in the workspace. */
    Optional<Persona> find(WorkspaceId workspace, PersonaId id);

    /** Every persona of the workspace, by name. */
    List<Persona> all(WorkspaceId workspace);

    /** The system prompt of the persona in that place, its variables filled in. */
    String render(Persona persona, ThreadId place);
}
