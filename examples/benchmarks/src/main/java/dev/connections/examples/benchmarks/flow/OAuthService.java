package dev.connections.examples.benchmarks.flow;

import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import java.net.URI;

/** The client that every contender is, at one authorization server. */
final class OAuthService {
    static final String CLIENT_ID = "1000.ABCDEFGHIJKLMNOP";
    static final String CLIENT_SECRET = "client-secret-of-a-benchmark";
    static final URI AUTHORIZATION_ENDPOINT = URI.create("https://accounts.example/oauth/v2/auth");
    static final URI REDIRECT_URI = URI.create("https://app.example/callback");
    static final String SCOPES = "leads.read users.read";
    static final String REFRESH_TOKEN = "1000.dd7exxxxxxxxxxxxxxxxxxxxxxxx9bb8.b6c0xxxxxxxxxxxxxxxxxxx";

    private OAuthService() {}

    static OAuth2Strategy<RedirectFlow> strategy(URI tokenEndpoint) {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(AUTHORIZATION_ENDPOINT.toString())
                .tokenEndpoint(tokenEndpoint.toString())
                .client(CLIENT_ID, Secret.of(CLIENT_SECRET));
    }

    static Service<RedirectFlow> at(URI tokenEndpoint) {
        return Service.custom("Benchmark")
                .resourceServers("https://www.api.example")
                .authentication(strategy(tokenEndpoint));
    }
}
