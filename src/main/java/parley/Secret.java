package parley;

/** A token or key; prints as stars, so that it cannot reach a log by accident. */
record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
