package dev.connections.oauth.internal.flow;

import dev.connections.AuthorizationRequest;
import dev.connections.Secret;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.wire.FormEncoding;
import dev.connections.oauth.internal.wire.SecretText;
import dev.connections.spi.StrategyContext.Begun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An authorization request but for its state and its challenge. Immutable. */
final class Preparation {
    private final List<String> requested;
    private final Server server;
    private final Pending pending;
    private final String uriUpToState;
    private final Map<String, Secret> parts;

    Preparation(List<String> requested, Server server, Pending pending, String uriUpToState) {
        this.requested = List.copyOf(requested);
        this.server = server;
        this.pending = pending;
        this.uriUpToState = uriUpToState;
        parts = pending.write();
    }

    boolean serves(String redirectUri, List<String> scopes, Server asked) {
        return server.equals(asked) && pending.redirectUri().equals(redirectUri) && requested.equals(scopes);
    }

    /** Returns the same request, for a code that a person copies. */
    Preparation copied() {
        var copy = new Preparation(requested, server, pending, uriUpToState);
        copy.parts.put(Pending.COPIED, SecretText.seal("yes"));
        return copy;
    }

    /** Returns what the request is about. */
    Pending about() {
        return pending;
    }

    /** Returns what completing the flow will need. */
    Map<String, Secret> pending(Binding binding) {
        var all = new HashMap<>(parts);
        all.putAll(binding.pending());
        return all;
    }

    /** Returns the request. */
    AuthorizationRequest request(Begun begun, String challenge) {
        return new PreparedRequest(
                uriUpToState + FormEncoding.encodeForQuery(begun.state()) + challenge,
                begun.state(),
                begun.expiresAt());
    }
}
