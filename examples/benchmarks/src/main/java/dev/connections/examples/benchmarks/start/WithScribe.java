package dev.connections.examples.benchmarks.start;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** ScribeJava, on {@link java.net.HttpURLConnection}. */
public final class WithScribe {
    private WithScribe() {}

    public static void main(String... arguments) throws IOException, InterruptedException, ExecutionException {
        FirstRequest first = FirstRequest.of(arguments);
        try (var service = new ServiceBuilder(FirstRequest.CLIENT_ID)
                .apiSecret(FirstRequest.CLIENT_SECRET)
                .defaultScope(FirstRequest.SCOPE)
                .build(new Api(first))) {
            var request = new OAuthRequest(Verb.GET, first.resource().toString());
            service.signRequest(service.getAccessTokenClientCredentialsGrant(), request);
            try (Response response = service.execute(request)) {
                FirstRequest.require(response.isSuccessful());
            }
        }
    }

    private static final class Api extends DefaultApi20 {
        private final FirstRequest first;

        Api(FirstRequest first) {
            this.first = first;
        }

        @Override
        public String getAccessTokenEndpoint() {
            return first.tokenEndpoint().toString();
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            return "https://accounts.example/authorize";
        }
    }
}
