package dev.connections.examples.manifestplugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An extension's folder, to vary. */
record Extension(Path folder) {
    private static final String DESK = """
            {
              "service": "DESK",
              "locale": ["en"],
              "storage": false,
              "modules": {},
              "whiteListedDomains": [],
              "connectors": [],
              "config": []
            }
            """;

    static Extension in(Path folder) throws IOException {
        Extension extension = new Extension(folder);
        extension.write(DESK);
        return extension;
    }

    Path manifest() {
        return folder.resolve("plugin-manifest.json");
    }

    Path reports() {
        return folder.resolve("target").resolve("manifest");
    }

    void write(String text) throws IOException {
        Files.writeString(manifest(), text);
    }

    /** Replaces a text of the manifest. */
    void replace(String text, String by) throws IOException {
        write(read().replace(text, by));
    }

    String read() throws IOException {
        return Files.readString(manifest());
    }

    String report(String name) throws IOException {
        return Files.readString(reports().resolve(name));
    }

    /** Adds a file below the folder. */
    void add(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    Path declare(String json) throws IOException {
        return Files.writeString(folder.resolve("connections.json"), json);
    }
}
