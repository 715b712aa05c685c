package dev.connections.internal.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.json.Json;
import dev.connections.spi.AuthClient.Reply;
import java.io.IOException;
import java.util.Optional;

/** Bodies of a service's answers. */
final class Answers {
    private Answers() {}

    /** The JSON object in a body; empty where it is anything else. */
    static Optional<ObjectNode> object(Reply reply) {
        try {
            return Optional.of(Json.parse(reply.body()));
        } catch (IOException | ConnectionConfigurationException e) {
            return Optional.empty();
        }
    }
}
