package parley.prompt;

import java.time.Instant;
import java.util.Optional;
import parley.chat.Author;

/**
 * That a place has a persona, and who said so when; immutable.
 *
 * @param until when it ends by itself; empty for never
 */
public record PersonaBinding(
        BindingScope scope,
        PersonaId persona,
        Author setBy,
        Instant setAt,
        Optional<Instant> until) {

    /** One that does not end by itself. */
    public PersonaBinding(BindingScope scope, PersonaId persona, Author setBy, Instant setAt) {
        this(scope, persona, setBy, setAt, Optional.empty());
    }
}
