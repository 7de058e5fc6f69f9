package parley.slack;

/** What the web server is to answer to an {@link HttpQuestion}. */
public record HttpAnswer(int status, String contentType, String body) {
    /** Says nothing but the status. */
    static HttpAnswer of(int status) {
        return new HttpAnswer(status, "text/plain", "");
    }
}
