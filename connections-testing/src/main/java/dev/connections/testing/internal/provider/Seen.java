package dev.connections.testing.internal.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as a provider sees it. Prints no value.
 *
 * @param method the HTTP method
 * @param path the path
 * @param query the query as it came, empty for none
 * @param format the content type without its parameters, empty for none
 * @param parameters the parameters of query, form and JSON body, the first of each name
 * @param headers the value of a header that was sent once
 */
public record Seen(
        String method,
        String path,
        String query,
        String format,
        Map<String, String> parameters,
        Function<String, Optional<String>> headers) {
    /** Keeps its own copy of the parameters. */
    public Seen {
        parameters = Map.copyOf(parameters);
    }

    /** {@return a request of which nothing is known} */
    public static Seen nothing() {
        return new Seen("POST", "/", "", "", Map.of("", ""), any -> Optional.empty());
    }

    Optional<String> one(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) throws Refused {
        return one(name).orElseThrow(() -> Refused.request(name + " is missing"));
    }

    boolean is(String name, String value) {
        return one(name).equals(Optional.of(value));
    }

    /** Tells whether a scope is asked for, whatever stands between two. */
    boolean asks(String scope) {
        return List.of(one("scope").orElse("").split("[ ,]", -1)).contains(scope);
    }

    Optional<String> header(String name) {
        return headers.apply(name);
    }

    /** Returns what follows a scheme in the {@code Authorization} header. */
    Optional<String> authorization(String scheme) {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .map(value -> value.substring(scheme.length() + 1));
    }

    /** Refuses a request without a header of this value. */
    void demandHeader(String name, String value) throws Refused {
        if (!header(name).equals(Optional.of(value))) {
            throw Refused.request("the header " + name + ": " + value + " is missing");
        }
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
