package dev.connections.oauth.servers;

import static dev.connections.oauth.servers.RawAuthorization.query;
import static dev.connections.oauth.servers.Registrations.FINANCIAL;
import static dev.connections.oauth.servers.Registrations.REDIRECT_URI;
import static dev.connections.oauth.servers.Registrations.REQUESTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.servers.Application.Reading;
import dev.connections.oauth.servers.Registrations.Client;
import org.junit.jupiter.api.Test;

/** Requests that nobody on their way can change, at Keycloak, in the integration profile. */
@RealServer("Keycloak")
class KeycloakSignedRequestIT extends OnServer {
    @Override
    protected AuthorizationServer start() {
        return KeycloakServer.running();
    }

    private OAuth2Strategy<RedirectFlow> signing(Client client) {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .issuer(server().issuer())
                .client(client.id(), ClientAuthentication.privateKeyJwt("", ClientKeys.PUBLISHED.secret()));
    }

    @Test
    @Proves("signed authorization request")
    void signedRequestIsTakenUp() {
        var connection = app().shared(signing(REQUESTING).withRequestObject());
        var request = connection.authorize().begin(REDIRECT_URI);

        var unused = connection.authorize().complete(LoginBrowser.approve(request.uri()), request.state());

        assertThat(query(request.uri())).containsOnlyKeys("client_id", "request");
        assertThat(app().read(connection)).isEqualTo(new Reading(200, "acme-requesting reads the leads"));
    }

    @Test
    @Proves("signed authorization request")
    void unsignedRequestOfAClientThatSignsEndsAtThePageOfTheServer() {
        var connection = app().shared(signing(REQUESTING));
        var request = connection.authorize().begin(REDIRECT_URI);

        var page = catchThrowableOfType(IllegalStateException.class, () -> LoginBrowser.approve(request.uri()));

        assertThat(page).hasMessageContaining("Invalid Request");
    }

    @Test
    @Proves("FAPI 2.0 Security Profile")
    void oneSwitchIsWhatTheProfileWants() {
        ManagedConnection<RedirectFlow> connection = app().shared(Service.custom("Financial")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(server().issuer())
                .authentication(signing(FINANCIAL).withFapi2())
                .connection("Financial main")
                .withScopes(Registrations.SCOPE, "openid"));
        var request = connection.authorize().begin(REDIRECT_URI);

        var authorization = connection.authorize().complete(LoginBrowser.approve(request.uri()), request.state());

        assertThat(query(request.uri())).containsOnlyKeys("client_id", "request_uri");
        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(app().read(connection, server().provenResource()).status()).isEqualTo(200);
    }
}
