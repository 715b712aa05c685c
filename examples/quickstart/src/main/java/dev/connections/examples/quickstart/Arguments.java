package dev.connections.examples.quickstart;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the quickstart takes: nothing, or a real server.
 *
 * <pre>
 * --issuer https://accounts.example.com   its issuer (RFC 8414 or OpenID Connect discovery)
 * --client-id ID                          the client registered there, with a loopback redirect URI
 * --client-secret-env VARIABLE            the environment variable that holds its secret; none for a public client
 * --resource https://api.example.com/me   what to call
 * --scope a --scope b                     scopes to ask for
 * --manifest path                         a manifest to change instead of the one that comes along
 * </pre>
 */
record Arguments(Map<String, List<String>> values) {
    private static final List<String> KNOWN =
            List.of("--issuer", "--client-id", "--client-secret-env", "--resource", "--scope", "--manifest");

    static Arguments parse(String... arguments) {
        var values = new TreeMap<String, List<String>>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        arguments[i] + " is unknown or lacks its value; use " + String.join(", ", KNOWN));
            }
            values.merge(arguments[i], List.of(arguments[i + 1]), Arguments::joined);
        }
        var parsed = new Arguments(values);
        if (parsed.real()
                && (parsed.first("--client-id").isEmpty()
                        || parsed.first("--resource").isEmpty())) {
            throw new IllegalArgumentException("--issuer also needs --client-id and --resource");
        }
        return parsed;
    }

    private static List<String> joined(List<String> before, List<String> next) {
        return List.of(
                java.util.stream.Stream.concat(before.stream(), next.stream()).toArray(String[]::new));
    }

    boolean real() {
        return values.containsKey("--issuer");
    }

    Optional<String> first(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    String required(String name) {
        return first(name).orElseThrow();
    }

    List<String> scopes() {
        return values.getOrDefault("--scope", real() ? List.of() : List.of("tickets.read"));
    }

    Optional<Path> manifest() {
        return first("--manifest").map(Path::of);
    }
}
