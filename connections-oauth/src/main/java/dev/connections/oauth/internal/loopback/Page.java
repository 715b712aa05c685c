package dev.connections.oauth.internal.loopback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The pages a browser can get. Their text is fixed: nothing of a request is ever repeated. */
enum Page {
    AUTHORIZED("200 OK", "You are connected", "The application has what it needs. You can close this window."),
    REFUSED(
            "200 OK",
            "The connection was not made",
            "The service did not agree. You can close this window; the application shows why."),
    NOT_A_CALLBACK("400 Bad Request", "Nothing to do here", "This address only receives the answer of a service."),
    WRONG_HOST("421 Misdirected Request", "Nothing to do here", "This address answers on 127.0.0.1 only."),
    NOT_FOUND("404 Not Found", "Nothing to do here", "There is no such page."),
    WRONG_METHOD("405 Method Not Allowed", "Nothing to do here", "This address answers GET requests only.");

    private static final String STYLE = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;"
            + "padding:0 1rem;color:#1b1b1f;background:#fff}h1{font-size:1.5rem}"
            + "@media(prefers-color-scheme:dark){body{color:#e6e6ea;background:#1b1b1f}}";

    private final String status;
    private final String title;
    private final String text;

    Page(String status, String title, String text) {
        this.status = status;
        this.title = title;
        this.text = text;
    }

    /** Returns the whole response. */
    byte[] bytes() {
        byte[] body = html().getBytes(UTF_8);
        String head = "HTTP/1.1 " + status + "\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + (this == WRONG_METHOD ? "Allow: GET\r\n" : "")
                + "Cache-Control: no-store\r\n"
                + "Content-Security-Policy: default-src 'none'; style-src 'sha256-" + styleHash()
                + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'\r\n"
                + "Referrer-Policy: no-referrer\r\n"
                + "X-Content-Type-Options: nosniff\r\n"
                + "Connection: close\r\n\r\n";
        return concat(head.getBytes(UTF_8), body);
    }

    private String html() {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title + "</title><style>"
                + STYLE + "</style></head><body><h1>" + title + "</h1><p>" + text + "</p></body></html>";
    }

    private static byte[] concat(byte[] head, byte[] body) {
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String styleHash() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
