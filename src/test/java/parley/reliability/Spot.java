package parley.reliability;

/**
 * Where a question stands.
 *
 * @param root names its thread
 * @param message names the question itself
 */
record Spot(String channel, String root, String message) {
    private static final String SEPARATOR = " ";

    static Spot of(String handle) {
        String[] parts = handle.split(SEPARATOR, -1);
        return new Spot(parts[0], parts[1], parts[2]);
    }

    Spot then(String next) {
        return new Spot(channel, root, next);
    }

    String handle() {
        return String.join(SEPARATOR, channel, root, message);
    }
}
