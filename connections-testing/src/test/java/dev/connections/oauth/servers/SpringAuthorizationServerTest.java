package dev.connections.oauth.servers;

import static dev.connections.oauth.servers.RawAuthorization.query;
import static dev.connections.oauth.servers.Registrations.REDIRECT_URI;
import static dev.connections.oauth.servers.Registrations.SCOPE;
import static dev.connections.oauth.servers.Registrations.SIGNING;
import static dev.connections.oauth.servers.Registrations.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Connections;
import dev.connections.DirectFlow;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.servers.Application.Reading;
import org.junit.jupiter.api.Test;

/** The contract against Spring Authorization Server inside this JVM, and what it offers beyond. */
@RealServer("Spring Authorization Server")
class SpringAuthorizationServerTest extends AuthorizationServerContract {
    @Override
    protected AuthorizationServer start() {
        return SpringAuthorizationServer.start();
    }

    private ManagedConnection<RedirectFlow> pushing() {
        return app().shared(
                        app().statedStrategy(WEB).withPushedAuthorizationRequests(server().issuer() + "/oauth2/par"));
    }

    @Test
    @Proves("pushed authorization request")
    void takesUpTheRequestThatWasPushed() {
        var connection = pushing();
        var request = connection.authorize().begin(REDIRECT_URI);

        var unused = connection.authorize().complete(LoginBrowser.approve(request.uri()), request.state());

        assertThat(query(request.uri())).containsOnlyKeys("client_id", "request_uri");
        assertThat(app().read(connection)).isEqualTo(new Reading(200, "acme-web reads the leads"));
    }

    @Test
    void refusesAPushedRequestBeforeTheBrowserGoes() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> pushing().authorize().begin("https://elsewhere.example.com/callback"));

        assertThat(refusal).hasMessageContaining("/oauth2/par");
        assertThat(refusal.error()).isEqualTo("invalid_request");
    }

    @Test
    @Proves("private_key_jwt with a rotated key")
    void takesAClientThatSignsAlsoAfterItsKeyWasChanged() {
        String first = grantedToSigner();
        ClientKeys.PUBLISHED.rotate();

        String second = grantedToSigner();

        assertThat(first).isEqualTo("ACTIVE");
        assertThat(second).isEqualTo("ACTIVE");
    }

    /** In real time: the server has no other. */
    private String grantedToSigner() {
        try (Connections connections = Connections.inMemory()) {
            var connection = connections.shared(Service.custom("Signed")
                    .withPlainHttpForLoopbackTestsOnly()
                    .resourceServers(app().resource().origin())
                    .authentication(OAuth2.clientCredentials()
                            .withPlainHttpForLoopbackTestsOnly()
                            .issuer(server().issuer())
                            .client(
                                    SIGNING.id(),
                                    ClientAuthentication.privateKeyJwt("", ClientKeys.PUBLISHED.secret())))
                    .connection("Signed"));
            return connection.authorize().grant().status().name();
        }
    }

    @Test
    @Proves("token exchange")
    void exchangesATokenForOneOfItsOwn() {
        var subject = app().stated(WEB);
        var unused = Application.authorize(subject);
        Secret token = Secret.of(app().tokenRequests().get(0).received("access_token"));
        ManagedConnection<DirectFlow<SubjectToken>> connection = app().shared(
                        "Exchanged",
                        OAuth2.tokenExchange()
                                .withPlainHttpForLoopbackTestsOnly()
                                .tokenEndpoint(server().tokenEndpoint().toString())
                                .client(WEB.id(), Secret.of(WEB.requiredSecret())));

        var authorization = connection.authorize().with(SubjectToken.accessToken(token));

        assertThat(authorization.grantedScopes()).contains(SCOPE);
        assertThat(app().read(connection).status()).isEqualTo(200);
        assertThat(app().tokenRequests().get(1).received("access_token")).isNotEqualTo(token.reveal());
    }
}
