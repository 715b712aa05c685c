package dev.connections.oauth.servers;

import static dev.connections.oauth.servers.RawAuthorization.query;
import static dev.connections.oauth.servers.Registrations.ALICE;
import static dev.connections.oauth.servers.Registrations.BOB;
import static dev.connections.oauth.servers.Registrations.NAMING;
import static dev.connections.oauth.servers.Registrations.REDIRECT_URI;
import static dev.connections.oauth.servers.Registrations.SCOPE;
import static dev.connections.oauth.servers.Registrations.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConflictException;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.oauth.servers.Application.Reading;
import org.junit.jupiter.api.Test;

/** Who the user is, as a real server's ID token says. */
abstract class OpenIdContract extends OnServer {
    @Test
    @Proves("ID token")
    void idTokenOfTheServerIsBelieved() {
        ManagedConnection<RedirectFlow> connection = identifying();
        var request = connection.authorize().begin(REDIRECT_URI);

        var authorization = connection.authorize().complete(LoginBrowser.approve(request.uri()), request.state());

        assertThat(query(request.uri())).containsKey("nonce").containsEntry("scope", "leads.read openid");
        assertThat(app().tokenRequests().get(0).received("id_token")).isNotEmpty();
        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(app().read(connection)).isEqualTo(new Reading(200, "acme-web reads the leads"));
    }

    @Test
    @Proves("ID token")
    void idTokenOfAnotherUserIsAnotherAccount() {
        ManagedConnection<RedirectFlow> connection = identifying();
        Application.authorize(connection);

        var refusal =
                catchThrowableOfType(ConnectionConflictException.class, () -> Application.reconnect(connection, BOB));

        assertThat(refusal).hasMessageContaining("linkNewAccount()");
        assertThat(refusal.code()).isEqualTo("account_differs");
        assertThat(app().read(connection).status()).isEqualTo(200);
    }

    @Test
    @Proves("user info")
    void accountIsNamedAfterUserInfo() {
        var connection = app().shared(Service.custom("Naming")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(server().issuer())
                .authentication(app().discoveredStrategy(NAMING).withOpenIdConnect())
                .connection("Naming main")
                .withScopes(SCOPE, "profile"));

        var authorization = Application.authorize(connection);

        assertThat(authorization.account().orElseThrow().name()).isEqualTo(ALICE.name());
        assertThat(app().wire().to(server().userInfoEndpoint())).hasSize(1);
    }

    protected final ManagedConnection<RedirectFlow> identifying() {
        return app().shared(app().discoveredStrategy(WEB).withOpenIdConnect());
    }
}
