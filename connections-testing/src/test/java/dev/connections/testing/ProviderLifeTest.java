package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.http.ConnectionIOException;
import dev.connections.http.CredentialInterceptor;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.Hold;
import dev.connections.testing.MockService.ReceivedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue's own entries against providers that were written without them: authorize, use, refresh, revoke. */
class ProviderLifeTest {
    private static final String ALICE = "alice@example.com";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");
    private final Connections connections = Connections.builder().clock(clock).build();
    private MockService<RedirectFlow> provider = MockService.authorizationCode();
    private ManagedConnection<RedirectFlow> connection;

    @AfterEach
    void close() {
        connections.close();
        provider.close();
    }

    private void start(ProviderMock mock) {
        provider = mock.start().timedBy(clock);
        connection = connections.shared(provider.service().connection("Mine").withScopes(mock.scopes()));
    }

    @ParameterizedTest
    @EnumSource
    void authorizesAndIsLetIn(ProviderMock mock) {
        start(mock);

        var authorization = provider.approve(connection, ALICE);

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(authorization.grantedScopes()).contains(mock.scopes());
        assertThat(use()).isEqualTo(200);
        assertThat(provider.resource("leads")).isEqualTo(connection.resolve("leads"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"GITHUB", "SLACK", "NOTION", "STRIPE", "SALESFORCE", "FACEBOOK"})
    void renewsATokenThatEnded(ProviderMock mock) {
        start(mock);
        provider.approve(connection, ALICE);
        Secret first = provider.secretOf(ALICE);
        clock.advance(Duration.ofDays(61));

        assertThat(use()).isEqualTo(200);
        assertThat(provider.secretOf(ALICE)).isNotEqualTo(first);
    }

    @Test
    void exchangesATokenOfFacebookBeforeItEnds() {
        start(ProviderMock.FACEBOOK);
        provider.approve(connection, ALICE);
        Secret first = provider.secretOf(ALICE);
        Hold exchange = provider.holdNext(Endpoint.TOKEN);
        clock.advance(Duration.ofDays(54));

        assertThat(use()).isEqualTo(200); // the exchange goes on beside it
        exchange.awaitArrival();
        exchange.release();
        connections.close(); // waits for it

        assertThat(provider.tokenRequests()).last().satisfies(request -> {
            assertThat(request.grantType()).isEqualTo("fb_exchange_token");
            assertThat(request.carried(first)).isTrue();
            assertThat(request.accepted()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SALESFORCE", "NOTION", "STRIPE"})
    void renewsATokenThatIsRefused(ProviderMock mock) {
        start(mock);
        provider.approve(connection, ALICE);
        provider.expireTokens();

        assertThat(use()).isEqualTo(200);
        assertThat(provider.tokenRequests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"GITHUB", "SLACK", "FACEBOOK"})
    void asksForANewConsentOnceTheUserRevoked(ProviderMock mock) {
        start(mock);
        provider.approve(connection, ALICE);
        provider.revokeAtService(ALICE);
        provider.expireTokens();
        clock.advance(Duration.ofDays(61));

        var ended = catchThrowableOfType(ReauthorizationRequiredException.class, this::use);

        assertThat(ended).hasMessageContaining("reconnect()");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheUserRefused(ProviderMock mock) {
        start(mock);

        ConnectionException refused = provider.deny(connection);

        assertThat(refused).isInstanceOf(AuthorizationDeniedException.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"GITHUB", "SLACK", "NOTION", "STRIPE", "SALESFORCE", "FACEBOOK"})
    void survivesAPause(ProviderMock mock) {
        start(mock);
        provider.approve(connection, ALICE);
        clock.advance(Duration.ofDays(61));
        provider.failNext(Fault.RATE_LIMITED);

        var paused = catchThrowableOfType(TransientConnectionException.class, this::use);
        clock.advance(Duration.ofMinutes(10));

        assertThat(paused).isNotNull();
        assertThat(use()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"ZOHO", "GOOGLE", "SLACK", "SALESFORCE", "DROPBOX", "X", "HUBSPOT", "XERO"})
    void endsItsTokensAtTheProvider(ProviderMock mock) {
        start(mock);
        provider.approve(connection, ALICE);
        Secret token = provider.secretOf(ALICE);
        var revoked = connection.revoke();

        assertThat(provider.endpoint(Endpoint.REVOCATION)).isNotNull();
        assertThat(revoked.providerAnswer()).isPresent();
        assertThat(provider.revocationRequests()).isNotEmpty().allMatch(ReceivedRequest::accepted);
        assertThat(provider.revocationRequests()).anyMatch(request -> request.carried(token));
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> provider.secretOf(ALICE)))
                .hasMessageContaining("approve a connection");
    }

    private int use() {
        var http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        var request = new Request.Builder()
                .url(HttpUrl.get(provider.resource("api.xro/2.0/Contacts")))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        } catch (ConnectionIOException failure) {
            throw failure.failure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
