package dev.connections.spi;

import dev.connections.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The only call there is. */
record BoundedCall(
        String method,
        URI uri,
        Map<String, Secret> headers,
        Optional<String> contentType,
        Optional<Secret> body,
        Optional<AuthClient.Identity> identity,
        Duration limit)
        implements AuthClient.Call {

    static BoundedCall of(String method, URI uri) {
        return new BoundedCall(
                method, uri, Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), DEFAULT_LIMIT);
    }

    static BoundedCall post(URI uri, String contentType, Secret body) {
        return new BoundedCall(
                "POST", uri, Map.of(), Optional.of(contentType), Optional.of(body), Optional.empty(), DEFAULT_LIMIT);
    }

    @Override
    public AuthClient.Call withHeader(String name, Secret value) {
        var next = new TreeMap<>(headers);
        next.put(name, value);
        return new BoundedCall(method, uri, Map.copyOf(next), contentType, body, identity, limit);
    }

    @Override
    public AuthClient.Call withIdentity(AuthClient.Identity shown) {
        return new BoundedCall(method, uri, headers, contentType, body, Optional.of(shown), limit);
    }

    @Override
    public AuthClient.Call withLimit(Duration next) {
        if (next.isNegative() || next.isZero()) {
            throw new IllegalArgumentException("the limit of a call must be positive, not " + next);
        }
        return new BoundedCall(method, uri, headers, contentType, body, identity, next);
    }

    @Override
    public String toString() {
        return "Call[" + method + " " + uri.getScheme() + "://" + uri.getHost() + "]";
    }
}
