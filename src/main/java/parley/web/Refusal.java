package parley.web;

/** A request that is not carried out, with the sentence that the person reads. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    private Refusal(int status, String code, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal invalid(String sentence) {
        return new Refusal(400, "invalid", sentence);
    }

    static Refusal forbidden(String sentence) {
        return new Refusal(403, "forbidden", sentence);
    }

    static Refusal missing(String sentence) {
        return new Refusal(404, "missing", sentence);
    }

    /** Not taken, and not going to be taken under the same id. */
    static Refusal overloaded() {
        return new Refusal(
                429,
                "overloaded",
                "Too many questions are waiting just now. Try again in a minute.");
    }

    /** Whether it took effect is unknown; the same request may be repeated. */
    static Refusal unavailable(String sentence) {
        return new Refusal(503, "unavailable", sentence);
    }

    static Refusal unsupported(String sentence) {
        return new Refusal(415, "unsupported", sentence);
    }

    static Refusal tooLarge(String sentence) {
        return new Refusal(413, "too_large", sentence);
    }

    int status() {
        return status;
    }

    /** The body of the response. */
    Body body() {
        return new Body(code, String.valueOf(getMessage()));
    }

    /** A code for the page and a plain sentence for the person. */
    record Body(String code, String error) {}
}
