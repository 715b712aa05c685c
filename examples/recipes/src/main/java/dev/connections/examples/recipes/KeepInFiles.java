package dev.connections.examples.recipes;

import dev.connections.ApiKey;
import dev.connections.ApiKeyCredential;
import dev.connections.Connections;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.store.FileConnectionStore;
import dev.connections.store.KeyRing;
import java.net.URI;
import java.nio.file.Path;

/** How does a tool keep its connections in encrypted files, shared by all its processes on one machine? */
public final class KeepInFiles {
    private KeepInFiles() {}

    /**
     * Connects the first time; later runs, also at the same time, use what is saved.
     *
     * @param arguments a directory, and the first time the API key
     */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        try (FileConnectionStore store = FileConnectionStore.of(directory.resolve("store"))
                        .encryptedWith(
                                KeyRing.file(directory.resolve("key"))); // made when it is missing, for its owner only
                Connections connections = Connections.builder().store(store).build()) {
            var weather = connections.shared(Service.custom("Weather")
                    .resourceServers("https://api.weather.example")
                    .authentication(ApiKey.inHeader("X-Api-Key"))
                    .connection("Weather main"));
            if (arguments.length > 1) {
                var unused = weather.authorize().with(ApiKeyCredential.of(Secret.of(arguments[1])));
            }
            URI today = weather.resolve("/v2/today");
            var headers = weather.credentialsFor(today).revealHeaders();
            System.out.println(weather.authorization().status() + " sends " + headers.keySet() + " to " + today);
        }
    }
}
