package parley.claude;

/** A model's name as the Messages API takes it, such as {@code claude-sonnet-5-5}. */
public record ModelId(String value) {
    public ModelId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("model must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
