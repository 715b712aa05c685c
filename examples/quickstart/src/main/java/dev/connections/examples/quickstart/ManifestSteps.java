package dev.connections.examples.quickstart;

import dev.connections.DefinedConnection;
import dev.connections.manifest.Connector;
import dev.connections.manifest.Finding;
import dev.connections.manifest.PluginManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The manifest's part of the quickstart: read, upsert, check, write. */
final class ManifestSteps {
    private static final String BUNDLED = "/plugin-manifest.json";

    private final Console console;
    private final Path file;
    private final String before;
    private PluginManifest manifest;

    ManifestSteps(Console console, Optional<Path> given) throws IOException {
        this.console = console;
        this.file = given.isPresent() ? given.get() : copied();
        this.before = Files.readString(file);
        this.manifest = PluginManifest.read(file);
    }

    private static Path copied() throws IOException {
        Path copy = Files.createTempDirectory("connections-quickstart").resolve("plugin-manifest.json");
        try (InputStream in = Objects.requireNonNull(ManifestSteps.class.getResourceAsStream(BUNDLED))) {
            Files.copy(in, copy);
        }
        return copy;
    }

    void read() {
        console.step("Read plugin-manifest.json");
        console.say("a " + manifest.product().code() + " extension with these connectors:");
        manifest.connectors()
                .forEach(connector -> console.say("- " + connector.linkName() + " (" + connector.serviceName() + ")"));
    }

    void upsert(DefinedConnection<?> github, DefinedConnection<?> helpdesk, String sharedBy) {
        console.step("Put both connectors into the manifest");
        manifest = manifest.upsert(Connector.from(github).withSharedBy(sharedBy))
                .upsert(Connector.from(helpdesk).withSharedBy(sharedBy));
        manifest.connectors()
                .forEach(connector -> console.say("- " + connector.linkName() + " (" + connector.serviceName() + ")"));
        console.say("findings: " + manifest.validate().size());
    }

    /** Shows what wrong entries look like, on a copy. */
    void showFinding() {
        console.step("Check a copy with two mistakes in the new entry");
        PluginManifest wrong = PluginManifest.parse(manifest.toJson()
                .replace("\"acme_helpdesk\",\n      \"connectionName\"", "\"Acme helpdesk\",\n      \"connectionName\"")
                .replace("\"userAccess\": false", "\"userAccess\": \"false\""));
        for (Finding finding : wrong.validate()) {
            console.say(finding.toString());
            finding.fix()
                    .ifPresent(fixed -> console.say("its fix() gives:\n" + Diff.of(wrong.toJson(), fixed.toJson())));
        }
    }

    void write() throws IOException {
        console.step("Write the file; only the bytes of the new entries are new");
        manifest.requireValid().writeTo(file);
        console.say(Diff.of(before, Files.readString(file)));
    }
}
