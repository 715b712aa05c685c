package dev.connections.examples.backend.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The files that pages refer to. */
public final class Assets {
    private static final List<String> FILES =
            List.of("style.css", "copy.js", "kind-admin.svg", "kind-system.svg", "kind-user.svg", "mark.svg");

    private Assets() {}

    /**
     * Adds a route for each file.
     *
     * @param routes where to
     */
    public static void addTo(Routes routes) {
        FILES.forEach(file -> {
            Response response = Response.of(200, type(file), read(file)).with("Cache-Control", "max-age=3600");
            var unused = routes.open("GET", "/" + file, visit -> response);
        });
    }

    private static String type(String file) {
        return file.endsWith(".css") ? "text/css" : file.endsWith(".js") ? "text/javascript" : "image/svg+xml";
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
