package parley.prompt;

import java.util.List;
import java.util.Optional;
import parley.chat.ThreadId;

/** The personas in use; safe for use by many threads. */
public interface Personas {
    /** The persona of the narrowest binding that covers the thread, else {@code default}. */
    Persona resolve(ThreadId thread);

    Optional<Persona> find(PersonaId id);

    /** Every persona, by name. */
    List<Persona> all();

    /** The system prompt of the persona in that place, its variables filled in. */
    String render(Persona persona, ThreadId place);
}
