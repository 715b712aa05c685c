package dev.connections.oauth.servers;

/** A client that shows a certificate over TLS to Keycloak, in the integration profile. */
@RealServer("Keycloak")
class KeycloakMutualTlsIT extends MutualTlsContract {
    private final KeycloakServer server = KeycloakServer.running();

    @Override
    protected String issuer() {
        return server.encryptedIssuer();
    }

    @Override
    protected Authority authority() {
        return server.authority();
    }
}
