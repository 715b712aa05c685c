package dev.connections.testing.internal.service;

import java.util.Set;

/** What the user sees at the authorization endpoint: small, but a browser can answer it. */
final class ConsentPage {
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Mock service</title></head>
            <body><main><h1>Mock service</h1>%s</main></body>
            </html>
            """;

    private static final String FORM = """
            <p>The client <b>%s</b> asks for: <b>%s</b></p>
            <form method="post" action="%s">
            <input type="hidden" name="ticket" value="%s">
            <label>Account <input name="account" value="alice@example.com"></label>
            <button name="decision" value="approve">Approve</button>
            <button name="decision" value="deny">Deny</button>
            </form>
            """;

    private ConsentPage() {}

    static Answer asking(String ticketNumber, String clientId, Set<String> scopes) {
        return asking(ticketNumber, clientId, scopes, Paths.AUTHORIZATION);
    }

    static Answer asking(String ticketNumber, String clientId, Set<String> scopes, String action) {
        String shown = scopes.isEmpty() ? "no scope" : Scopes.text(scopes);
        return page(200, FORM.formatted(escaped(clientId), escaped(shown), action, ticketNumber));
    }

    static Answer error(String description) {
        return page(400, "<p role=\"alert\">" + escaped(description) + "</p>");
    }

    private static Answer page(int status, String content) {
        return Answer.html(status, FRAME.formatted(content))
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
