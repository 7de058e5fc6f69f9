package parley.prompt;

import java.util.List;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.ThreadId;

/** The personas in use; safe for use by many threads. */
public interface Personas {
    /** The persona of the narrowest binding that covers the thread, else {@code default}. */
    Persona resolve(ThreadId thread);

    /** The same for a thread of the channel that has no binding of its own. */
    Persona resolve(ChannelId channel);

    Optional<Persona> find(PersonaId id);

    /** Every persona, by name. */
    List<Persona> all();

    /** The system prompt of the persona in that place, its variables filled in. */
    String render(Persona persona, ThreadId place);
}
