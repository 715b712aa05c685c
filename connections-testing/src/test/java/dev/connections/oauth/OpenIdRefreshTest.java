package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionSecurityException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MockOpenIdProvider;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MutableClock;
import dev.connections.testing.OpenIdVariant;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * ID tokens of refreshes.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokenResponse">OpenID Connect Core, section 12.2</a>
 */
class OpenIdRefreshTest {
    private static final Duration EXPIRED = Duration.ofHours(2);

    @RegisterExtension
    final MockOpenIdProvider acme = MockService.openIdConnect();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final InMemoryConnectionStore store = InMemoryConnectionStore.create(clock);
    private Connections connections = node();

    private Connections node() {
        return Connections.builder().clock(clock).ticker(clock).store(store).build();
    }

    @BeforeEach
    void tellTheTime() {
        acme.timedBy(clock);
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<RedirectFlow> connected() {
        ManagedConnection<RedirectFlow> connection =
                connections.shared(acme.service().connection("Acme"));
        acme.approve(connection, "alice");
        return connection;
    }

    private String sent(ManagedConnection<RedirectFlow> connection) {
        return connection.credentialsFor(acme.resource("mail")).revealHeaders().get("Authorization");
    }

    private static ConnectionSecurityException refusal(Runnable use) {
        return catchThrowableOfType(ConnectionSecurityException.class, use::run);
    }

    /** oidcc-client-test-refresh-token. */
    @Test
    void takesAnIdTokenOfTheSameUser() {
        ManagedConnection<RedirectFlow> connection = connected();
        clock.advance(EXPIRED);

        assertThat(sent(connection))
                .isEqualTo("Bearer " + acme.secretOf("alice").reveal());
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    /** -refresh-token-invalid-issuer, -refresh-token-invalid-sub, and what else speaks against it. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "ISSUER_WRONG",
                "SUBJECT_WRONG",
                "NO_SUBJECT",
                "AUDIENCE_WRONG",
                "NONCE_WRONG",
                "NO_ISSUE_TIME",
                "ISSUED_LONG_AGO",
                "EXPIRED",
                "EXPIRY_AS_TEXT",
                "ACCESS_TOKEN_HASH_WRONG",
                "SIGNATURE_WRONG",
                "UNSIGNED",
                "SIGNED_WITH_PUBLIC_KEY",
                "KEY_OF_SOMEBODY_ELSE"
            })
    void holdsATokenWhoseIdTokenIsWrong(OpenIdVariant defect) {
        ManagedConnection<RedirectFlow> connection = connected();
        clock.advance(EXPIRED);
        acme.answerNext(defect);

        ConnectionSecurityException refusal = refusal(() -> sent(connection));

        assertThat(refusal.code()).isEqualTo("security_hold");
        assertThat(refusal).hasMessageContaining("authorize again with reconnect()");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.SECURITY_HOLD);
    }

    @Test
    void namesAnotherUserAsTheReason() {
        ManagedConnection<RedirectFlow> connection = connected();
        clock.advance(EXPIRED);
        acme.answerNext(OpenIdVariant.SUBJECT_WRONG);

        assertThat(refusal(() -> sent(connection))).hasMessageContaining("subject_differs");
    }

    @Test
    void asksForNothingOnceItHolds() {
        ManagedConnection<RedirectFlow> connection = connected();
        clock.advance(EXPIRED);
        acme.answerNext(OpenIdVariant.SUBJECT_WRONG);
        var unused = refusal(() -> sent(connection));
        int before = acme.requests().size();

        var unusedAgain = refusal(() -> sent(connection));

        assertThat(acme.requests()).hasSize(before);
    }

    @Test
    void keepsTheHeldTokenSoThatAReconnectEndsTheHold() {
        ManagedConnection<RedirectFlow> connection = connected();
        clock.advance(EXPIRED);
        acme.answerNext(OpenIdVariant.SUBJECT_WRONG);
        var unused = refusal(() -> sent(connection));

        acme.approve(connection.reconnect(), "alice");

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(sent(connection))
                .isEqualTo("Bearer " + acme.secretOf("alice").reveal());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ID_TOKEN", "AUDIENCE_AS_ARRAY", "ACCESS_TOKEN_HASH", "NO_NONCE", "KEYS_ROTATED"})
    void takesWhatTheStandardPermits(OpenIdVariant variant) {
        ManagedConnection<RedirectFlow> connection = connected();
        clock.advance(EXPIRED);
        acme.answerNext(variant);

        assertThat(sent(connection))
                .isEqualTo("Bearer " + acme.secretOf("alice").reveal());
    }

    @Test
    void remembersTheUserAcrossARestart() {
        var unused = connected();
        connections.close();
        connections = node();
        ManagedConnection<RedirectFlow> connection =
                connections.shared(acme.service().connection("Acme"));
        clock.advance(EXPIRED);
        acme.answerNext(OpenIdVariant.SUBJECT_WRONG);

        assertThat(refusal(() -> sent(connection))).hasMessageContaining("subject_differs");
    }

    @Test
    void trustsNoClockOfItsOwnForTheTimesOfARefresh() {
        ManagedConnection<RedirectFlow> connection = connected();
        MutableClock slow = MutableClock.at("2026-01-01T00:20:00Z");
        acme.timedBy(slow);
        clock.advance(EXPIRED);

        assertThat(sent(connection)).startsWith("Bearer ");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "HTML", "EMPTY", "HOSTILE_JSON"})
    void servesOnWhileTheKeysCannotBeHad(Fault fault) {
        ManagedConnection<RedirectFlow> connection = connected();
        clock.advance(Duration.ofHours(25));
        acme.failNext(Endpoint.KEYS, fault);

        assertThat(sent(connection))
                .isEqualTo("Bearer " + acme.secretOf("alice").reveal());
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void holdsNobodyWhileTheKeysOfARotationCannotBeHad() {
        ManagedConnection<RedirectFlow> connection = connected();
        clock.advance(EXPIRED);
        acme.rotateKeys();
        acme.failNext(Endpoint.KEYS, Fault.UNAVAILABLE);

        assertThat(sent(connection))
                .isEqualTo("Bearer " + acme.secretOf("alice").reveal());
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void findsAnotherUserEvenWhileTheKeysCannotBeHad() {
        ManagedConnection<RedirectFlow> connection = connected();
        clock.advance(Duration.ofHours(25));
        acme.failNext(Endpoint.KEYS, Fault.UNAVAILABLE);
        acme.answerNext(OpenIdVariant.SUBJECT_WRONG);

        assertThat(refusal(() -> sent(connection))).hasMessageContaining("subject_differs");
    }
}
