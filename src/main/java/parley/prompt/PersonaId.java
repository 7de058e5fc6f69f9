package parley.prompt;

/** A persona's name as people type it: 1 to 40 lower-case letters, digits and hyphens. */
public record PersonaId(String value) {
    public PersonaId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("not a persona name: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
