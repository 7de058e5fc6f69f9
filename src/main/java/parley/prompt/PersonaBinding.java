package parley.prompt;

import java.time.Instant;
import parley.chat.Author;

/** That a place has a persona, and who said so when. */
public record PersonaBinding(BindingScope scope, PersonaId persona, Author setBy, Instant setAt) {}
