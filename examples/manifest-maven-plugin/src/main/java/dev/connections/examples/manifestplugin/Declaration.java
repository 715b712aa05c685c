package dev.connections.examples.manifestplugin;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ApiKey;
import dev.connections.ConnectionDefinition;
import dev.connections.Service;
import dev.connections.manifest.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection as a build declares it: what its manifest entry says, and nothing that a manifest must not hold.
 *
 * <p>It becomes a connector by way of the entry's text, not of a connection: Maven 3 gives its plugins a logging interface
 * that is too old for {@link dev.connections.Connections} to write to.
 *
 * @param name connection name
 * @param linkName connection link name; from the name if it is missing
 * @param service service link name as Sigma lists it
 * @param custom true for a service that was defined in Sigma
 * @param perUser true if each user authorizes
 * @param scopes in order
 * @param authorizationUrl for an entry in Writer's shape
 */
record Declaration(
        @JsonProperty(required = true) String name,
        @Nullable String linkName,
        @JsonProperty(required = true) String service,
        boolean custom,
        boolean perUser,
        @Nullable List<String> scopes,
        @Nullable String authorizationUrl) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A manifest holds no origins and no keys, and nothing is called during a build. */
    private static final Service<?> UNUSED = Service.custom("unused")
            .resourceServers("https://unused.invalid")
            .authentication(ApiKey.inHeader("Unused"));

    /** Reads a JSON array of declarations; an unknown member is refused with its line. */
    static List<Declaration> read(Path file) throws IOException {
        try (var text = Files.newBufferedReader(file)) {
            return List.of(JSON.readValue(text, Declaration[].class));
        }
    }

    /** The entry of the connection, whose names and scopes are checked as those of any connection are. */
    Connector connector() {
        ConnectionDefinition<?> definition =
                UNUSED.connection(name).withScopes(scopes == null ? new String[0] : scopes.toArray(new String[0]));
        if (linkName != null) {
            definition = definition.withLinkName(linkName);
        }
        ObjectNode entry =
                authorizationUrl == null ? entry(definition) : writersEntry(definition.linkName(), authorizationUrl);
        if (!definition.scopes().isEmpty()) {
            definition.scopes().forEach(entry.withArray(authorizationUrl == null ? "scope" : "scopes")::add);
        }
        return Connector.parse(entry.toString());
    }

    private ObjectNode entry(ConnectionDefinition<?> definition) {
        return JSON.createObjectNode()
                .put("connectionLinkName", definition.linkName())
                .put("connectionName", definition.name())
                .put("serviceName", service)
                .put("userAccess", perUser)
                .put("isUserDefinedService", custom);
    }

    private ObjectNode writersEntry(String link, String endpoint) {
        return JSON.createObjectNode()
                .put("name", link)
                .put("type", "OAuth")
                .put("authorizationUrl", endpoint)
                .put("userAccess", perUser);
    }
}
