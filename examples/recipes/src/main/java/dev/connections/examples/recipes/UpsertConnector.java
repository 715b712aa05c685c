package dev.connections.examples.recipes;

import dev.connections.Connections;
import dev.connections.DefinedConnection;
import dev.connections.Secret;
import dev.connections.catalog.DefaultServices;
import dev.connections.manifest.Connector;
import dev.connections.manifest.PluginManifest;
import java.nio.file.Path;

/** How does a build plugin put a connection into the manifest? No store, no thread and no network is needed. */
public final class UpsertConnector {
    private UpsertConnector() {}

    /**
     * Changes a manifest in place.
     *
     * @param arguments the path of the manifest, and the Zoho user id that shares the connection
     */
    public static void main(String[] arguments) {
        try (Connections connections = Connections.inMemory()) {
            var dropbox = connections.perUser(DefaultServices.DROPBOX
                    .client("declared-only", Secret.of("declared-only"))
                    .connection("Dropbox for Zoho Desk"));
            upsert(Path.of(arguments[0]), dropbox, arguments[1]);
        }
    }

    static void upsert(Path file, DefinedConnection<?> connection, String sharedBy) {
        PluginManifest manifest =
                PluginManifest.read(file).upsert(Connector.from(connection).withSharedBy(sharedBy));
        manifest.validate().forEach(System.err::println);
        manifest.requireValid().writeTo(file);
    }
}
