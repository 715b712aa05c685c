package dev.connections.oauth.servers;

import static dev.connections.oauth.servers.RawAuthorization.query;
import static dev.connections.oauth.servers.Registrations.DEVICE;
import static dev.connections.oauth.servers.Registrations.REDIRECT_URI;
import static dev.connections.oauth.servers.Registrations.SCOPE;
import static dev.connections.oauth.servers.Registrations.SIGNING;
import static dev.connections.oauth.servers.Registrations.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConfigurationException;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.servers.Application.Reading;
import org.junit.jupiter.api.Test;

/** What a server offers beyond the flows of RFC 6749, in the same way on each. */
abstract class ExtensionsContract extends AuthorizationServerContract {
    @Test
    @Proves("forced PKCE")
    void serverThatInsistsOnPkceRefusesAClientThatLeavesItOut() {
        var connection = app().shared(app().statedStrategy(WEB)
                .withDeviationNoPkce("a client that knows none", "https://www.rfc-editor.org/rfc/rfc6749"));
        var request = connection.authorize().begin(REDIRECT_URI);
        var callback = LoginBrowser.approve(request.uri());

        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> connection.authorize().complete(callback, request.state()));

        assertThat(query(request.uri())).doesNotContainKey("code_challenge");
        assertThat(refusal.error()).isEqualTo("invalid_request");
        assertThat(app().tokenRequests()).isEmpty();
    }

    @Test
    @Proves("device flow, approved")
    void deviceIsAuthorizedWhenItsUserAgrees() {
        ManagedConnection<DeviceFlow> connection = app().device(DEVICE);
        DeviceFlow.Prompt prompt = connection.authorize().begin();

        LoginBrowser.answerDevice(prompt.verificationUriComplete().orElseThrow(), true);
        app().clock().advance(prompt.interval());

        assertThat(prompt.poll().orElseThrow().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(app().read(connection)).isEqualTo(new Reading(200, "acme-device reads the leads"));
    }

    @Test
    @Proves("device flow, denied")
    void deviceIsToldThatItsUserRefused() {
        ManagedConnection<DeviceFlow> connection = app().device(DEVICE);
        DeviceFlow.Prompt prompt = connection.authorize().begin();

        LoginBrowser.answerDevice(prompt.verificationUriComplete().orElseThrow(), false);
        app().clock().advance(prompt.interval());
        var refusal = catchThrowableOfType(AuthorizationDeniedException.class, prompt::poll);

        assertThat(refusal).hasMessageContaining("begin again");
        assertThat(refusal.code()).isEqualTo("access_denied");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
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
    @Proves("pushed authorization request")
    void refusesAPushedRequestBeforeTheBrowserGoes() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> pushing().authorize().begin("https://elsewhere.example.com/callback"));

        assertThat(refusal)
                .hasMessageContaining(
                        server().pushedAuthorizationRequestEndpoint().toString());
        assertThat(refusal.error()).isEqualTo("invalid_request");
    }

    private ManagedConnection<RedirectFlow> pushing() {
        return app().shared(app().statedStrategy(WEB)
                .withPushedAuthorizationRequests(
                        server().pushedAuthorizationRequestEndpoint().toString()));
    }

    @Test
    @Proves("private_key_jwt with a rotated key")
    void takesAClientThatSignsAlsoAfterItsKeyWasChanged() {
        Reading first = readAsSigner("First");
        ClientKeys.PUBLISHED.rotate();

        Reading second = readAsSigner("Second");

        assertThat(first).isEqualTo(new Reading(200, "acme-signing reads the leads"));
        assertThat(second).isEqualTo(first);
    }

    private Reading readAsSigner(String name) {
        ManagedConnection<UnattendedFlow> connection = app().shared(
                        name,
                        OAuth2.clientCredentials()
                                .withPlainHttpForLoopbackTestsOnly()
                                .issuer(server().issuer())
                                .client(
                                        SIGNING.id(),
                                        ClientAuthentication.privateKeyJwt("", ClientKeys.PUBLISHED.secret())));
        var unused = connection.authorize().grant();
        return app().read(connection);
    }

    @Test
    @Proves("introspection")
    void serverSaysWhetherATokenIsGood() {
        ManagedConnection<RedirectFlow> connection = app().discovered(WEB);
        Application.authorize(connection);

        var before = connection.test();
        as(WEB).revoke(app().tokenRequests().get(0).received("access_token"));
        var after = connection.test();

        assertThat(before.passed()).isTrue();
        assertThat(after.passed()).isFalse();
        assertThat(app().wire().to(server().introspectionEndpoint())).hasSize(2);
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
