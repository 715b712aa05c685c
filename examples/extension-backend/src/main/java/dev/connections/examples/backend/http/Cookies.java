package dev.connections.examples.backend.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one cookie of this site. */
final class Cookies {
    static final String SESSION = "connections-session";

    private Cookies() {}

    static Optional<String> find(Headers headers, String name) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** Lax: the browser that comes back from a service's consent page must bring it along. */
    static String session(String id, Address address) {
        return SESSION + "=" + id + "; Path=/; HttpOnly; SameSite=Lax" + (address.secure() ? "; Secure" : "");
    }
}
