package dev.connections.examples.benchmarks.start;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The floor: OkHttp, and Jackson's parser for the one member that is needed. */
public final class WithOkHttp {
    private WithOkHttp() {}

    public static void main(String... arguments) throws IOException {
        FirstRequest first = FirstRequest.of(arguments);
        var http = new OkHttpClient();
        Request request = new Request.Builder()
                .url(first.resource().toString())
                .header("Authorization", "Bearer " + token(http, first))
                .build();
        try (Response response = http.newCall(request).execute()) {
            FirstRequest.require(response.isSuccessful());
        }
    }

    private static String token(OkHttpClient http, FirstRequest first) throws IOException {
        Request request = new Request.Builder()
                .url(first.tokenEndpoint().toString())
                .header("Authorization", Credentials.basic(FirstRequest.CLIENT_ID, FirstRequest.CLIENT_SECRET))
                .post(new FormBody.Builder()
                        .add("grant_type", "client_credentials")
                        .add("scope", FirstRequest.SCOPE)
                        .build())
                .build();
        try (Response response = http.newCall(request).execute();
                JsonParser json = new JsonFactory().createParser(response.body().bytes())) {
            while (json.nextToken() != null) {
                if ("access_token".equals(json.currentName())
                        && json.currentToken().isScalarValue()) {
                    return json.getText();
                }
            }
        }
        throw new IOException("no token");
    }
}
