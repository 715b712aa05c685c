package dev.connections.examples.benchmarks.start;

import dev.connections.Connections;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.http.CredentialInterceptor;
import dev.connections.oauth.OAuth2;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The SDK, as its documentation shows it. */
public final class WithConnections {
    private WithConnections() {}

    public static void main(String... arguments) throws IOException {
        FirstRequest first = FirstRequest.of(arguments);
        var http = new OkHttpClient();
        try (Connections connections = Connections.builder().httpClient(http).build()) {
            var connection =
                    connections.shared(service(first).connection("Cold start").withScopes(FirstRequest.SCOPE));
            var unused = connection.authorize().grant();
            OkHttpClient authorized = http.newBuilder()
                    .addInterceptor(CredentialInterceptor.of(connection))
                    .build();
            Request request =
                    new Request.Builder().url(first.resource().toString()).build();
            try (Response response = authorized.newCall(request).execute()) {
                FirstRequest.require(response.isSuccessful());
            }
        }
    }

    private static Service<UnattendedFlow> service(FirstRequest first) {
        return Service.custom("Cold")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(first.resource().resolve("/").toString())
                .authentication(OAuth2.clientCredentials()
                        .withPlainHttpForLoopbackTestsOnly()
                        .tokenEndpoint(first.tokenEndpoint().toString())
                        .client(FirstRequest.CLIENT_ID, Secret.of(FirstRequest.CLIENT_SECRET)));
    }
}
