package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationRequest;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.testing.MockOpenIdProvider;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.ReceivedRequest;
import dev.connections.testing.OpenIdVariant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the OpenID Foundation's conformance suite sends to relying parties with the code flow. Each defect ends in an error,
 * and the provider's log shows that nothing was asked of it afterwards.
 *
 * @see <a href="https://openid.net/certification/connect_rp_testing/">Conformance testing for relying parties</a>
 */
class OpenIdRelyingPartyTest {
    private static final String METADATA = "GET /.well-known/openid-configuration";
    private static final String CONSENT_PAGE = "GET /authorize";
    private static final String CONSENT = "POST /authorize";
    private static final String TOKEN = "POST /token";
    private static final String KEYS = "GET /jwks";

    @RegisterExtension
    final MockOpenIdProvider acme = MockService.openIdConnect();

    private final Connections connections = Connections.inMemory();

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<RedirectFlow> connection() {
        return connections.shared(acme.service().connection("Acme").withScopes("mail.read"));
    }

    private List<String> requests() {
        return acme.requests().stream().map(OpenIdRelyingPartyTest::line).toList();
    }

    private static String line(ReceivedRequest request) {
        return request.method() + " " + request.path();
    }

    private ConnectionException refusal(ManagedConnection<RedirectFlow> connection) {
        return catchThrowableOfType(ConnectionException.class, () -> acme.approve(connection, "alice"));
    }

    /** oidcc-client-test, -discovery-openid-config, -discovery-jwks-uri-keys, -nonce-unless-code-flow, -client-secret-basic. */
    @Test
    void connectsByDiscoveryWithANonce() {
        ManagedConnection<RedirectFlow> connection = connection();

        var authorization = acme.approve(connection, "alice");

        assertThat(authorization.account().orElseThrow().name()).isEqualTo("alice");
        assertThat(requests()).containsExactly(METADATA, CONSENT_PAGE, CONSENT, TOKEN, KEYS);
        assertThat(acme.requests().get(1).parameters().get("nonce")).matches("[A-Za-z0-9_-]{43}");
        assertThat(acme.tokenRequests().get(0).parameters()).doesNotContainKey("client_secret");
    }

    /** -valid-aud-as-array, -kid-absent-single-jwks, -token-type-case-insensitivity, -signing-key-rotation-just-before-signing. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"AUDIENCE_AS_ARRAY", "ACCESS_TOKEN_HASH", "NO_KEY_ID", "TOKEN_TYPE_IN_OTHER_CASE", "KEYS_ROTATED"})
    void takesWhatTheStandardPermits(OpenIdVariant variant) {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(variant);

        acme.approve(connection, "alice");

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(connection
                        .credentialsFor(acme.resource("mail"))
                        .revealHeaders()
                        .get("Authorization"))
                .isEqualTo("Bearer " + acme.secretOf("alice").reveal());
    }

    /** -idtoken-sig-rs256, and FAPI 2.0's algorithms. */
    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES256"})
    void takesEveryGoodAlgorithm(String algorithm) {
        acme.signingWith(algorithm);
        ManagedConnection<RedirectFlow> connection = connection();

        acme.approve(connection, "alice");

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    /** -kid-absent-multiple-jwks: each key that could be meant is tried. */
    @Test
    void triesTheKeysThatFitWhenTheTokenNamesNone() {
        acme.publishingSeveralKeys();
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(OpenIdVariant.NO_KEY_ID);

        acme.approve(connection, "alice");

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    /** -token-endpoint-response-without-expires_in. */
    @Test
    void takesATokenThatDoesNotSayHowLongItLives() {
        acme.hidingTokenLifetimes();
        ManagedConnection<RedirectFlow> connection = connection();

        acme.approve(connection, "alice");

        assertThat(connection.credentialsFor(acme.resource("mail")).revealHeaders())
                .containsKey("Authorization");
    }

    /** -invalid-iss, -missing-iss, -invalid-aud, -missing-aud, -invalid-secondary-aud, -missing-sub, -nonce-invalid, … */
    @ParameterizedTest
    @CsvSource({
        "ISSUER_WRONG, iss is another issuer",
        "NO_ISSUER, iss is another issuer",
        "AUDIENCE_WRONG, aud is not this client alone",
        "NO_AUDIENCE, aud is not this client alone",
        "AUDIENCE_OF_ANOTHER_TOO, aud is not this client alone",
        "AUDIENCE_AS_NUMBER, aud is not this client alone",
        "AUTHORIZED_PARTY_WRONG, azp is another client",
        "NO_SUBJECT, sub is missing",
        "SUBJECT_TOO_LONG, longer than 255 characters",
        "NONCE_WRONG, nonce is not the one of this authorization",
        "NO_NONCE, nonce is not the one of this authorization",
        "EXPIRED, exp is missing or over",
        "NO_EXPIRY, exp is missing or over",
        "EXPIRY_AS_TEXT, exp is missing or over",
        "EXPIRY_NULL, exp is missing or over",
        "NO_ISSUE_TIME, iat is missing",
        "ISSUED_LONG_AGO, iat is too long ago",
        "ACCESS_TOKEN_HASH_WRONG, at_hash is of another access token"
    })
    void refusesAClaimThatIsWrongAndAsksForNothingMore(OpenIdVariant defect, String problem) {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(defect);

        ConnectionException refusal = refusal(connection);

        assertRefused(refusal, connection);
        assertThat(refusal.code()).isEqualTo("id_token_claims");
        assertThat(refusal).hasMessageContaining(problem);
        assertThat(requests()).containsExactly(METADATA, CONSENT_PAGE, CONSENT, TOKEN);
    }

    /** -invalid-sig-rs256, -invalid-sig-hs256, -invalid-alternate-alg, and keys that nobody published. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "SIGNATURE_WRONG",
                "ALGORITHM_OF_ANOTHER_KEY",
                "KEY_OF_SOMEBODY_ELSE",
                "UNNAMED_KEY_OF_SOMEBODY_ELSE"
            })
    void refusesASignatureThatIsWrongAndAsksForNothingMore(OpenIdVariant defect) {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(defect);

        ConnectionException refusal = refusal(connection);

        assertRefused(refusal, connection);
        assertThat(refusal.code()).isEqualTo("id_token_signature");
        assertThat(requests()).containsExactly(METADATA, CONSENT_PAGE, CONSENT, TOKEN, KEYS);
    }

    /** -invalid-sig-es256. */
    @Test
    void refusesAWrongSignatureOfAnEllipticCurve() {
        acme.signingWith("ES256");
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(OpenIdVariant.SIGNATURE_WRONG);

        ConnectionException refusal = refusal(connection);

        assertRefused(refusal, connection);
        assertThat(refusal.code()).isEqualTo("id_token_signature");
    }

    /** -idtoken-sig-none, -invalid-null-alg, HS256 with a key or a secret, JWE around an unsigned token, PBES2. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "UNSIGNED",
                "NO_ALGORITHM",
                "SIGNED_WITH_PUBLIC_KEY",
                "SIGNED_WITH_CLIENT_SECRET",
                "ENCRYPTED_AND_UNSIGNED",
                "ENCRYPTED_AT_A_PRICE"
            })
    void refusesWhatIsNoSignatureAndAsksForNothingMore(OpenIdVariant defect) {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(defect);

        ConnectionException refusal = refusal(connection);

        assertRefused(refusal, connection);
        assertThat(refusal.code()).isEqualTo("id_token_malformed");
        assertThat(requests()).containsExactly(METADATA, CONSENT_PAGE, CONSENT, TOKEN);
    }

    @Test
    void refusesATokenWithoutAnIdTokenAndAsksForNothingMore() {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(OpenIdVariant.NO_ID_TOKEN);

        ConnectionException refusal = refusal(connection);

        assertRefused(refusal, connection);
        assertThat(refusal.code()).isEqualTo("id_token_missing");
        assertThat(requests()).containsExactly(METADATA, CONSENT_PAGE, CONSENT, TOKEN);
    }

    /** -discovery-issuer-mismatch: no browser is sent anywhere. */
    @Test
    void stopsAtMetadataOfAnotherIssuer() {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(OpenIdVariant.METADATA_OF_ANOTHER_ISSUER);

        ConnectionException refusal = refusal(connection);

        assertRefused(refusal, connection);
        assertThat(refusal.code()).isEqualTo("issuer_mismatch");
        assertThat(requests()).containsExactly(METADATA);
    }

    /** -signing-key-rotation. */
    @Test
    void asksForTheKeysOnceMoreWhenTheyWereRotated() {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.approve(connection, "alice");
        acme.rotateKeys();

        acme.approve(connection.reconnect(), "alice");
        acme.approve(connection.reconnect(), "alice");

        assertThat(requests().stream().filter(KEYS::equals)).hasSize(2);
    }

    @Test
    void searchesForKeysThatDoNotFitNoMoreThanOnceAMinute() {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.approve(connection, "alice");
        acme.rotateKeys();
        acme.approve(connection.reconnect(), "alice");
        acme.rotateKeys();

        ConnectionException tooSoon =
                catchThrowableOfType(ConnectionException.class, () -> acme.approve(connection.reconnect(), "alice"));

        assertThat(tooSoon.code()).isEqualTo("id_token_signature");
        assertThat(requests().stream().filter(KEYS::equals)).hasSize(2);
    }

    /** -form-post-error: the parameters of a posted callback are those of a redirect. */
    @Test
    void tellsAnErrorThatCameByFormPostAndCallsNoOtherEndpoint() {
        ManagedConnection<RedirectFlow> connection = connection();
        AuthorizationRequest request = connection.authorize().begin("https://app.example.com/callback");
        Map<String, List<String>> posted = Map.of(
                "error", List.of("access_denied"),
                "error_description", List.of("the user refused"),
                "state", List.of(request.state()),
                "iss", List.of(acme.issuer().toString()));

        ConnectionException refusal = catchThrowableOfType(
                ConnectionException.class, () -> connection.authorize().complete(posted, request.state()));

        assertThat(refusal)
                .isInstanceOf(AuthorizationDeniedException.class)
                .hasMessageContaining("the user refused")
                .hasMessageContaining("; ");
        assertThat(refusal.code()).isEqualTo("access_denied");
        assertThat(requests()).containsExactly(METADATA);
    }

    /** -invalid-authorization-response-iss, -remove-authorization-response-iss, and states. */
    @ParameterizedTest
    @CsvSource({
        "iss=[^&]*, iss=https%3A%2F%2Fanother.example, issuer_mismatch",
        "&iss=[^&]*, '', issuer_missing",
        "state=[^&]*, state=another, state_mismatch",
        "&state=[^&]*, '', state_missing"
    })
    void refusesACallbackOfSomebodyElseAndCallsNoOtherEndpoint(String found, String forged, String code) {
        ManagedConnection<RedirectFlow> connection = connection();
        AuthorizationRequest request = connection.authorize().begin("https://app.example.com/callback");
        String callback = acme.consent(request.uri(), "alice").toString().replaceFirst(found, forged);

        ConnectionException refusal = catchThrowableOfType(
                ConnectionException.class,
                () -> connection.authorize().complete(URI.create(callback), request.state()));

        assertRefused(refusal, connection);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(requests()).containsExactly(METADATA, CONSENT_PAGE, CONSENT);
    }

    private static void assertRefused(ConnectionException refusal, ManagedConnection<RedirectFlow> connection) {
        assertThat(refusal).isInstanceOf(ConnectionSecurityException.class).hasMessageContaining("; ");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
    }
}
