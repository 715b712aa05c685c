package dev.connections.oauth.servers;

/** OpenID Connect at Keycloak, in the integration profile. */
@RealServer("Keycloak")
class KeycloakOpenIdIT extends OpenIdContract {
    @Override
    protected AuthorizationServer start() {
        return KeycloakServer.running();
    }
}
