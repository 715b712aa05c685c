package dev.connections.examples.benchmarks.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import dev.connections.RequestCredentials;
import dev.connections.Secret;
import dev.connections.examples.benchmarks.Row;
import dev.connections.internal.http.BoundedHttp;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One refresh: write the request, send it over loopback, read the answer. */
@Row(number = "5", work = "token endpoint round trip on loopback", timesFloor = 1.15)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class TokenRoundTrip {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoopbackServer server = LoopbackServer.start(request -> {});
    private final URI endpoint = server.at("/oauth/v2/token");
    private final OkHttpClient okHttp = new OkHttpClient();

    private final Refresher<OAuth2Token> refresher =
            OAuthService.strategy(endpoint).refresher().orElseThrow();
    private final BoundedHttp boundedHttp = BoundedHttp.of(Optional.of(new OkHttpClient()), Set.of());
    private final BareContext context =
            new BareContext(OAuthService.at(endpoint).connection("Round trip"), boundedHttp);
    private final OAuth2Token token = new StoredToken(
            "default",
            Optional.of(Secret.of("expired")),
            Optional.of(Secret.of(OAuthService.REFRESH_TOKEN)),
            "Bearer",
            Instant.EPOCH,
            Optional.of(Instant.EPOCH),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private final ExpiringConnection connection = ExpiringConnection.at(endpoint);

    private final ClientAuthentication nimbusClient = Peers.nimbus();
    private final OAuth20Service scribe = Peers.scribe(endpoint);

    /** OkHttp and a Jackson tree. */
    @Benchmark
    public JsonNode floor() throws IOException {
        Request request = new Request.Builder()
                .url(endpoint.toString())
                .header("Authorization", Credentials.basic(OAuthService.CLIENT_ID, OAuthService.CLIENT_SECRET))
                .header("Accept", "application/json")
                .post(new FormBody.Builder()
                        .add("grant_type", "refresh_token")
                        .add("refresh_token", OAuthService.REFRESH_TOKEN)
                        .build())
                .build();
        try (Response response = okHttp.newCall(request).execute()) {
            return JSON.readTree(response.body().bytes());
        }
    }

    /** The SDK's refresher on its bounded client. */
    @Benchmark
    public Refresher.Outcome<OAuth2Token> connections() {
        return refresher.refresh(token, context);
    }

    /** A whole refresh by {@code credentialsFor}: lease, intent, round trip, durable write, new header. */
    @Benchmark
    public RequestCredentials connectionsDurably() {
        return connection.expireAndAsk();
    }

    /** Nimbus, on {@link java.net.HttpURLConnection}. */
    @Benchmark
    public TokenResponse nimbus() throws IOException, ParseException {
        var grant = new RefreshTokenGrant(new RefreshToken(OAuthService.REFRESH_TOKEN));
        return TokenResponse.parse(new TokenRequest.Builder(endpoint, nimbusClient, grant)
                .build()
                .toHTTPRequest()
                .send());
    }

    /** ScribeJava, on {@link java.net.HttpURLConnection}. */
    @Benchmark
    public OAuth2AccessToken scribe() throws IOException, InterruptedException, ExecutionException {
        return scribe.refreshAccessToken(OAuthService.REFRESH_TOKEN);
    }

    @TearDown
    public void close() {
        connection.close();
        boundedHttp.close();
        server.close();
    }
}
