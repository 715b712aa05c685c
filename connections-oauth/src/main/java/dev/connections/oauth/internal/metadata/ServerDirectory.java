package dev.connections.oauth.internal.metadata;

import dev.connections.oauth.internal.definition.ServerFormat;
import dev.connections.spi.AuthClient;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the authorization server of a definition. Thread-safe; asks the network only for an issuer's metadata. */
public final class ServerDirectory {
    private final @Nullable Server stated;
    private final @Nullable Discovery discovery;

    public ServerDirectory(ServerFormat format) {
        stated = format.tokenEndpoint()
                .map(tokenEndpoint -> Server.stated(format, tokenEndpoint))
                .orElse(null);
        discovery =
                stated != null ? null : new Discovery(format, format.issuer().orElseThrow());
    }

    private ServerDirectory(Server known) {
        stated = known;
        discovery = null;
    }

    /** Returns a directory of what is known now, which asks once where nothing is. */
    public static ServerDirectory rehearsed(ServerDirectory real, ServerFormat format) {
        return real.known().map(ServerDirectory::new).orElseGet(() -> new ServerDirectory(format));
    }

    /** Returns the server, asking for its metadata if it must. Blocks then. */
    public Server server(StrategyContext<?> context) {
        return server(context.http(), context.clock());
    }

    /** Returns the server, as {@link #server(StrategyContext)}. */
    public Server server(AuthClient http, Clock clock) {
        return discovery == null ? stated() : discovery.server(http, clock);
    }

    /** Returns what is known without asking anybody. */
    public Optional<Server> known() {
        return discovery == null ? Optional.of(stated()) : discovery.known();
    }

    /** Returns the authorization endpoint if it is known without asking anybody. */
    public Optional<URI> knownAuthorizationEndpoint() {
        return known().flatMap(Server::authorizationEndpoint);
    }

    private Server stated() {
        if (stated == null) {
            throw new IllegalStateException("neither stated nor discovered");
        }
        return stated;
    }
}
