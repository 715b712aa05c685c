package dev.connections.examples.benchmarks.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.scribejava.core.oauth.OAuth20Service;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.examples.benchmarks.Row;
import dev.connections.internal.http.BoundedHttp;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Where to send the browser: state, PKCE verifier and challenge, URI. The SDK twice: what builds the request, and that with
 * the pending flow sealed and stored, which no other library here does.
 */
@Row(number = "7", work = "authorization request: state, PKCE, URI", timesFloor = 1.3)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@org.openjdk.jmh.annotations.State(org.openjdk.jmh.annotations.Scope.Benchmark)
public class BeginAuthorization {
    private static final URI TOKEN_ENDPOINT = URI.create("https://accounts.example/oauth/v2/token");
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String FIXED = OAuthService.AUTHORIZATION_ENDPOINT
            + "?response_type=code&client_id=" + OAuthService.CLIENT_ID
            + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&scope=leads.read%20users.read&state=";

    private final String redirectUri = OAuthService.REDIRECT_URI.toString();
    private final RedirectFlow flow = OAuthService.strategy(TOKEN_ENDPOINT)
            .flow(new BareContext(
                    OAuthService.at(TOKEN_ENDPOINT).connection("Begin").withScopes("leads.read", "users.read"),
                    BoundedHttp.of(Optional.empty(), Set.of())));
    private final Connections owner = Connections.inMemory();
    private final ManagedConnection<RedirectFlow> connection =
            owner.shared(OAuthService.at(TOKEN_ENDPOINT).connection("Begin").withScopes("leads.read", "users.read"));
    private final OAuth20Service scribe = Peers.scribe(TOKEN_ENDPOINT);

    /** Two random values, a digest and one concatenation. */
    @Benchmark
    public URI floor() throws NoSuchAlgorithmException {
        String state = BareContext.random();
        String verifier = BareContext.random();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
        return URI.create(
                FIXED + state + "&code_challenge=" + BASE64URL.encodeToString(digest) + "&code_challenge_method=S256");
    }

    /** The SDK's flow, its pending state kept by nobody. */
    @Benchmark
    public URI connections() {
        return flow.begin(redirectUri).uri();
    }

    /** The same through the front door: the pending flow is sealed and stored. */
    @Benchmark
    public URI connectionsStored() {
        return connection.authorize().begin(redirectUri).uri();
    }

    /** Nimbus. */
    @Benchmark
    public URI nimbus() {
        return new AuthorizationRequest.Builder(ResponseType.CODE, Peers.nimbusId())
                .endpointURI(OAuthService.AUTHORIZATION_ENDPOINT)
                .redirectionURI(OAuthService.REDIRECT_URI)
                .scope(Scope.parse(OAuthService.SCOPES))
                .state(new State())
                .codeChallenge(new CodeVerifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** ScribeJava. */
    @Benchmark
    public String scribe() {
        return scribe.createAuthorizationUrlBuilder()
                .state(BareContext.random())
                .initPKCE()
                .build();
    }

    @TearDown
    public void close() {
        owner.close();
    }
}
