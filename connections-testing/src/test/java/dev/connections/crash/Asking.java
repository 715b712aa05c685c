package dev.connections.crash;

import dev.connections.Connection;
import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.TransientConnectionException;
import java.util.Optional;

/** Asks a connection for credentials as an application does, and tells what came of it. */
interface Asking {
    /** The connection gave a token. */
    void got(String link, String token, long askedAt);

    /** It failed; detail is the reason of a reauthorization, {@code unknown} for an unknown outcome, else empty. */
    void failed(String link, String kind, String code, String detail);

    /** Asks once; returns the token. */
    default Optional<String> ask(Connections connections, String link) {
        long askedAt = Wall.micros();
        try {
            String token = token(connections.get(link));
            got(link, token, askedAt);
            return Optional.of(token);
        } catch (ConnectionException e) {
            failed(link, e.getClass().getSimpleName(), e.code(), detail(e));
        } catch (RuntimeException | Error e) {
            e.printStackTrace(); // into a worker's log: it should not have happened
            failed(link, e.getClass().getName(), "untyped", "");
        }
        return Optional.empty();
    }

    /** Returns the access token that a connection gives. */
    private static String token(Connection connection) {
        String header =
                connection.credentialsFor(StrictServer.RESOURCE).revealHeaders().getOrDefault("Authorization", "");
        return header.substring(header.indexOf(' ') + 1);
    }

    private static String detail(ConnectionException failure) {
        if (failure instanceof ReauthorizationRequiredException reauthorization) {
            return reauthorization.reason().name();
        }
        return failure instanceof TransientConnectionException known && known.outcomeUnknown() ? "unknown" : "";
    }
}
