package dev.connections.testing;

import dev.connections.Connection;
import dev.connections.http.CredentialInterceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The kind of code that users test: it takes a {@link Connection} and calls an API. */
final class LeadSync {
    private final OkHttpClient http;

    LeadSync(Connection connection) {
        http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
    }

    int run(URI leads) {
        Request request = new Request.Builder().url(HttpUrl.get(leads)).build();
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
