package parley.web;

import java.util.function.BiConsumer;

/** What every response tells the browser: run only our own scripts, leak nothing, frame nothing. */
final class SecurityHeaders {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                    + "img-src 'self' data:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void addTo(BiConsumer<String, String> response) {
        response.accept("Content-Security-Policy", POLICY);
        response.accept("X-Content-Type-Options", "nosniff");
        response.accept("Referrer-Policy", "no-referrer");
        response.accept("Cross-Origin-Opener-Policy", "same-origin");
        response.accept("Cross-Origin-Resource-Policy", "same-origin");
    }
}
