package dev.connections.testing.internal.service;

import dev.connections.testing.MockService.Endpoint;
import java.util.Optional;

/** Where things are below the service's origin. */
final class Paths {
    static final String AUTHORIZATION = "/authorize";
    static final String PUSHED_AUTHORIZATION = "/par";
    static final String TOKEN = "/token";
    static final String REVOCATION = "/revoke";
    static final String DEVICE_AUTHORIZATION = "/device_authorization";
    static final String REQUEST_TOKEN = "/request_token";
    static final String KEYS = "/jwks";
    static final String INTROSPECTION = "/introspect";
    static final String USER_INFO = "/userinfo";
    static final String METADATA = "/.well-known/oauth-authorization-server";
    static final String OPENID_METADATA = "/.well-known/openid-configuration";
    static final String API = "/api";

    /** Below the API: where direct credentials are tried before they are kept. */
    static final String PROBE = "/.probe";

    private Paths() {}

    static String of(Endpoint endpoint) {
        return switch (endpoint) {
            case AUTHORIZATION -> AUTHORIZATION;
            case PUSHED_AUTHORIZATION -> PUSHED_AUTHORIZATION;
            case TOKEN -> TOKEN;
            case REVOCATION -> REVOCATION;
            case REQUEST_TOKEN -> REQUEST_TOKEN;
            case DEVICE_AUTHORIZATION -> DEVICE_AUTHORIZATION;
            case METADATA -> METADATA;
            case KEYS -> KEYS;
            case INTROSPECTION -> INTROSPECTION;
            case USER_INFO -> USER_INFO;
            case RESOURCE -> API;
        };
    }

    static Optional<Endpoint> endpointAt(String path) {
        return switch (path) {
            case AUTHORIZATION -> Optional.of(Endpoint.AUTHORIZATION);
            case PUSHED_AUTHORIZATION -> Optional.of(Endpoint.PUSHED_AUTHORIZATION);
            case TOKEN -> Optional.of(Endpoint.TOKEN);
            case REVOCATION -> Optional.of(Endpoint.REVOCATION);
            case REQUEST_TOKEN -> Optional.of(Endpoint.REQUEST_TOKEN);
            case DEVICE_AUTHORIZATION -> Optional.of(Endpoint.DEVICE_AUTHORIZATION);
            case METADATA, OPENID_METADATA -> Optional.of(Endpoint.METADATA);
            case KEYS -> Optional.of(Endpoint.KEYS);
            case INTROSPECTION -> Optional.of(Endpoint.INTROSPECTION);
            case USER_INFO -> Optional.of(Endpoint.USER_INFO);
            default -> path.startsWith(API + "/") ? Optional.of(Endpoint.RESOURCE) : Optional.empty();
        };
    }

    /** A resource's path, with or without the slash it may begin with. */
    static String resource(String path) {
        return API + (path.startsWith("/") ? "" : "/") + path;
    }
}
