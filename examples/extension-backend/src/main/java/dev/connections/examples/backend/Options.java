package dev.connections.examples.backend;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the backend takes, all optional.
 *
 * <pre>
 * --port 8080                                 the port on 127.0.0.1; a free one unless given
 * --data extension-backend-data               the folder of the key file and of the H2 database
 * --database jdbc:postgresql://host/name      a PostgreSQL database instead of H2; user and password come from
 *                                             CONNECTIONS_DATABASE_USER and CONNECTIONS_DATABASE_PASSWORD
 * --public-url https://connections.example    where browsers find it, behind a proxy
 * --plain-http-for-loopback-tests-only yes    lets custom services be on http://127.0.0.1
 * </pre>
 *
 * @param values what was given, by name
 */
record Options(Map<String, String> values) {
    private static final List<String> KNOWN =
            List.of("--port", "--data", "--database", "--public-url", "--plain-http-for-loopback-tests-only");
    private static final int LAST_PORT = 65_535;

    Options {
        values = Map.copyOf(values);
    }

    static Options parse(String... arguments) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        arguments[i] + " is unknown or lacks its value; use " + String.join(", ", KNOWN));
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        return new Options(values);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** 0 takes a free one. */
    int port() {
        String port = value("--port").orElse("0");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            throw new IllegalArgumentException("--port " + port + " is no port; give a number up to " + LAST_PORT);
        }
        return Integer.parseInt(port);
    }

    Path data() {
        return Path.of(value("--data").orElse("extension-backend-data"));
    }

    Optional<String> database() {
        return value("--database");
    }

    Optional<URI> publicUrl() {
        return value("--public-url").map(URI::create);
    }

    boolean plainHttp() {
        return value("--plain-http-for-loopback-tests-only")
                .filter("yes"::equals)
                .isPresent();
    }
}
