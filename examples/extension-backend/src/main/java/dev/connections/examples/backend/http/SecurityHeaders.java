package dev.connections.examples.backend.http;

import com.sun.net.httpserver.Headers;
import java.util.Map;

/** What every answer tells the browser to refuse. */
final class SecurityHeaders {
    /**
     * Nothing from elsewhere, no inline code, no frames. Browsers hold the redirects after a form against form-action too,
     * and services send their users on to hosts of their own: so a form may end anywhere on https, and on this machine for
     * services under development. Forms come from this site's code alone.
     *
     * @see <a href="https://www.w3.org/TR/CSP3/#directive-form-action">Content Security Policy 3, form-action</a>
     */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " form-action 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            // Not "no-referrer": forms would then come from the origin "null".
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    static void addTo(Headers headers) {
        HEADERS.forEach(headers::set);
    }
}
