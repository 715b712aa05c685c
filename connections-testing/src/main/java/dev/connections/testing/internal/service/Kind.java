package dev.connections.testing.internal.service;

import dev.connections.Authorization;
import dev.connections.AuthorizationFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.internal.provider.Personality;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** How a service is authorized: what differs between the four mocks. Immutable. */
interface Kind<F extends AuthorizationFlow> {
    /** The display name of every mock. */
    String NAME = "Mock service";

    Service<F> service(Site site);

    Authorization approve(F flow, Site site, String account);

    /** Goes through the flow in a way that must fail. */
    void deny(F flow, Site site);

    Guard guard(Site site);

    Secret secretOf(Site site, String account);

    /** The endpoint whose failure is meant when none is named. */
    Endpoint mainEndpoint();

    /** Empty where there is no authorization server. */
    Set<String> grantTypes();

    default boolean has(Endpoint endpoint) {
        return switch (endpoint) {
            case RESOURCE -> true;
            case TOKEN, REVOCATION, INTROSPECTION, METADATA, KEYS ->
                !grantTypes().isEmpty();
            case REQUEST_TOKEN -> false;
            case USER_INFO -> openId().isPresent();
            case DEVICE_AUTHORIZATION -> grantTypes().contains(TokenEndpoint.DEVICE_CODE);
            case PUSHED_AUTHORIZATION -> grantTypes().contains(TokenEndpoint.AUTHORIZATION_CODE);
            case AUTHORIZATION ->
                grantTypes().contains(TokenEndpoint.AUTHORIZATION_CODE)
                        || grantTypes().contains(TokenEndpoint.DEVICE_CODE);
        };
    }

    /** How it is an OpenID Provider; empty if it is none. */
    default Optional<OpenIdTerms> openId() {
        return Optional.empty();
    }

    default boolean speaksOAuth1() {
        return false;
    }

    /** Which provider it is like; empty for none. */
    default Optional<Personality> personality() {
        return Optional.empty();
    }

    /** Where an endpoint is. */
    default URI at(Site site, Endpoint endpoint) {
        return URI.create(site.origin() + Paths.of(endpoint));
    }

    /** The whole path of a resource. */
    default String resourcePath(String path) {
        return Paths.resource(path);
    }

    default URI resource(Site site, String path) {
        return URI.create(site.origin() + resourcePath(path));
    }

    /** What is said to a refresh token that was ended. */
    default Answer endedGrant(Site site) {
        return Refusal.invalidGrant("forced by the test").answer();
    }

    /** What is said to too many requests. */
    default Answer pause(Site site) {
        return Answer.empty(429).with("Retry-After", "7");
    }

    default String passwordKind() {
        return "password";
    }
}
