package parley.prompt;

import java.time.Instant;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.ChannelId;

/**
 * That a place has a persona, and who said so when; immutable.
 *
 * @param until when it ends by itself; empty for never
 * @param setIn where it was set, and its end is to be told; kept only for one that ends by itself
 */
public record PersonaBinding(
        BindingScope scope,
        PersonaId persona,
        Author setBy,
        Instant setAt,
        Optional<Instant> until,
        Optional<ChannelId> setIn) {

    /** One that was set nobody knows where. */
    public PersonaBinding(
            BindingScope scope,
            PersonaId persona,
            Author setBy,
            Instant setAt,
            Optional<Instant> until) {
        this(scope, persona, setBy, setAt, until, Optional.empty());
    }

    /** One that does not end by itself. */
    public PersonaBinding(BindingScope scope, PersonaId persona, Author setBy, Instant setAt) {
        this(scope, persona, setBy, setAt, Optional.empty());
    }
}
