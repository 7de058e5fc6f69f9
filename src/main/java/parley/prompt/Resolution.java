package parley.prompt;

/** The persona of a place and why it is that one; immutable. */
public record Resolution(Persona persona, Reason reason) {
    /** What decided. */
    public sealed interface Reason {
        /** A command in chat bound it. */
        record SetInChat(PersonaBinding binding) implements Reason {}

        /** A line of channels.yaml binds it. */
        record SetInFile(BindingScope scope, int line) implements Reason {}

        /** Nothing that covers the place is bound. */
        record NothingSet() implements Reason {}
    }
}
