package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionProtocolException;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.Proof;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.CredentialStrategy.Verdict;
import dev.connections.spi.IncomingResponse;
import dev.connections.spi.OutgoingRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bound tokens at resource servers (RELIABILITY N9449-1, 2, 5, 7, 8, F-T14).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-7">RFC 9449, sections 7 and 9</a>
 */
class Rfc9449Section7Test {
    private static final ProofKey KEY = ProofKey.make("ES256");
    private static final URI LEADS = URI.create("https://API.acme.example:443/leads?page=2&secret=x#top");
    private static final String WANTED = "DPoP error=\"use_dpop_nonce\", error_description=\"a nonce\"";

    private final OAuth2Strategy<UnattendedFlow> strategy = Strategies.robot().withDpop();

    private static StoredToken token(String access) {
        return Tokens.ofType(access, "DPoP").boundTo(Optional.of(KEY));
    }

    private static Map<String, String> applied(OAuth2Strategy<?> strategy, StoredToken token, URI uri) {
        var headers = new HashMap<String, String>();
        strategy.apply(token, request(headers, uri, FakeContext.NOW));
        return headers;
    }

    private static OutgoingRequest request(Map<String, String> headers, URI uri, Instant now) {
        return (OutgoingRequest) Proxy.newProxyInstance(
                OutgoingRequest.class.getClassLoader(),
                new Class<?>[] {OutgoingRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "method" -> "DELETE";
                    case "uri" -> uri;
                    case "now" -> now;
                    case "header" -> {
                        headers.put((String) args[0], (String) args[1]);
                        yield proxy;
                    }
                    default -> throw new AssertionError(method + " is not asked for");
                });
    }

    private Proof proof(URI uri) {
        return Proof.of(applied(strategy, token("at-1"), uri).get("DPoP"));
    }

    private Verdict verdict(int status, Map<String, List<String>> headers) {
        return strategy.inspect(token("at-1"), new Answer(status, LEADS, headers));
    }

    private record Answer(int status, URI uri, Map<String, List<String>> all) implements IncomingResponse {
        @Override
        public Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        @Override
        public List<String> headers(String name) {
            return all.getOrDefault(name, List.of());
        }

        @Override
        public Optional<URI> target() {
            return Optional.of(uri);
        }

        @Override
        public String peek(int maxBytes) {
            throw new AssertionError("what is meant stands in the headers");
        }
    }

    @Test
    void carriesTheTokenWithAProofForThisRequest() {
        Map<String, String> headers = applied(strategy, token("at-1"), LEADS);

        Proof proof = Proof.of(headers.get("DPoP"));
        assertThat(headers).containsOnlyKeys("Authorization", "DPoP").containsEntry("Authorization", "DPoP at-1");
        assertThat(proof.thumbprint()).isEqualTo(KEY.thumbprint());
        assertThat(proof.claims()).containsOnlyKeys("jti", "htm", "htu", "iat", "ath");
        assertThat(proof.claim("htm")).isEqualTo("DELETE");
        assertThat(proof.claim("htu")).isEqualTo("https://api.acme.example/leads");
    }

    /** The token and its hash of section 7.1. */
    @Test
    void hashesTheTokenOfTheStandardAsItDoes() {
        String token = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

        Proof proof = Proof.of(applied(strategy, token(token), LEADS).get("DPoP"));

        assertThat(proof.claim("ath")).isEqualTo("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.acme.example, https://api.acme.example/",
        "https://api.acme.example:8443/a%20b, https://api.acme.example:8443/a%20b",
        "http://127.0.0.1:80/x, http://127.0.0.1/x",
        "https://[::1]:443/, https://[::1]/"
    })
    void namesTheTargetAsServersCompareIt(URI target, String htu) {
        assertThat(proof(target).claim("htu")).isEqualTo(htu);
    }

    @Test
    void makesANewProofForEveryRequest() {
        assertThat(proof(LEADS).claim("jti")).isNotEqualTo(proof(LEADS).claim("jti"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP", "dPoP", "DPOP"})
    void appliesTheTokenAgainWithTheNonceThatIsWanted(String scheme) {
        Verdict verdict = verdict(
                401,
                Map.of(
                        "www-authenticate", List.of("Bearer realm=\"x\"", WANTED.replace("DPoP", scheme)),
                        "dpop-nonce", List.of("n-1")));

        assertThat(verdict).isEqualTo(Verdict.RETRY);
        assertThat(proof(LEADS).claim("nonce")).isEqualTo("n-1");
    }

    @Test
    void takesTheNextNonceFromASuccess() {
        Verdict verdict = verdict(200, Map.of("dpop-nonce", List.of("n-2")));

        assertThat(verdict).isEqualTo(Verdict.ACCEPTED);
        assertThat(proof(LEADS).claim("nonce")).isEqualTo("n-2");
    }

    @Test
    void sendsANonceToItsOwnOriginOnly() {
        var unused = verdict(200, Map.of("dpop-nonce", List.of("n-2")));

        assertThat(proof(URI.create("https://other.acme.example/leads")).claims())
                .doesNotContainKey("nonce");
        assertThat(proof(URI.create("https://api.acme.example:8443/leads")).claims())
                .doesNotContainKey("nonce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\u00e4", ""})
    void keepsNoNonceWithForeignCharacters(String nonce) {
        Verdict verdict = verdict(401, Map.of("www-authenticate", List.of(WANTED), "dpop-nonce", List.of(nonce)));

        assertThat(verdict).isEqualTo(Verdict.ACCEPTED);
        assertThat(proof(LEADS).claims()).doesNotContainKey("nonce");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DPoP error=\"invalid_token\"",
                "DPoP algs=\"ES256\"",
                "Bearer error=\"use_dpop_nonce\", DPoP error=\"invalid_token\"",
                "DPoP realm=\"error=use_dpop_nonce\"",
                "Negotiate abc=="
            })
    void renewsATokenThatIsRefusedItself(String challenge) {
        Verdict verdict = verdict(401, Map.of("www-authenticate", List.of(challenge), "dpop-nonce", List.of("n-1")));

        assertThat(verdict).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void repeatsByTheClockOfTheServer() {
        Proof before = proof(LEADS);

        Verdict verdict = verdict(
                401,
                Map.of(
                        "www-authenticate", List.of("DPoP error=\"invalid_dpop_proof\""),
                        "date", List.of("Wed, 31 Dec 2025 23:55:00 GMT")));

        assertThat(verdict).isEqualTo(Verdict.RETRY);
        assertThat(before.claim("iat")).isEqualTo("1767225600");
        assertThat(proof(LEADS).claim("iat")).isEqualTo("1767225300");
    }

    @Test
    void leavesABearerTokenAsItIs() {
        OAuth2Strategy<UnattendedFlow> bearer = Strategies.robot();

        Verdict verdict = bearer.inspect(
                Tokens.ofType("at-1", "Bearer"),
                new Answer(401, LEADS, Map.of("www-authenticate", List.of(WANTED), "dpop-nonce", List.of("n-1"))));

        assertThat(verdict).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void sendsNoBearerTokenWhereABoundOneWasAskedFor() {
        StoredToken downgraded = Tokens.ofType("at-1", "Bearer");

        for (StoredToken each : List.of(downgraded, downgraded.boundTo(Optional.of(KEY)))) {
            var refusal = catchThrowableOfType(ConnectionProtocolException.class, () -> applied(strategy, each, LEADS));

            assertThat(refusal.code()).isEqualTo("token_not_bound");
            assertThat(refusal).hasMessageContaining("reconnect()");
        }
    }

    @Test
    void saysThatNothingUsableWasSaved() {
        StoredToken salvaged = token("at-1").salvaging(Secret.of("rt"), FakeContext.NOW, FakeContext.NOW);

        var refusal = catchThrowableOfType(ConnectionProtocolException.class, () -> applied(strategy, salvaged, LEADS));

        assertThat(refusal.code()).isEqualTo("unusable_token");
    }
}
