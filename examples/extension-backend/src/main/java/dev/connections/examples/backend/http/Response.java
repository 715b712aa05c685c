package dev.connections.examples.backend.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer. Immutable.
 *
 * @param status the HTTP status
 * @param headers the headers of this answer alone
 * @param body the text
 */
public record Response(int status, Map<String, String> headers, String body) {
    /**
     * Keeps a copy.
     *
     * @param status as the component
     * @param headers as the component
     * @param body as the component
     */
    public Response {
        headers = Map.copyOf(headers);
    }

    /**
     * Returns a page.
     *
     * @param status the HTTP status
     * @param html the page
     * @return the answer
     */
    public static Response html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html);
    }

    /**
     * Returns a text of another type.
     *
     * @param status the HTTP status
     * @param type its media type
     * @param body the text
     * @return the answer
     */
    public static Response of(int status, String type, String body) {
        return new Response(status, Map.of("Content-Type", type), body);
    }

    /**
     * Sends the browser on, which forgets the form it sent.
     *
     * @param location a path of this site, or where a flow leads
     * @return the answer
     */
    public static Response redirect(String location) {
        return new Response(303, Map.of("Location", location), "");
    }

    /**
     * Returns a copy with one more header.
     *
     * @param name its name
     * @param value its value
     * @return the copy
     */
    public Response with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }
}
