package dev.connections.oauth.internal.oauth1;

import dev.connections.Secret;
import dev.connections.oauth.OAuth1;
import dev.connections.oauth.OAuth1.NeedsAccessToken;
import dev.connections.oauth.OAuth1.NeedsAuthorize;
import dev.connections.oauth.OAuth1.NeedsClient;
import dev.connections.oauth.OAuth1.NeedsRequestToken;
import dev.connections.oauth.internal.definition.Document;

/** The stages of {@link OAuth1}: each adds its member to the document and checks it at once. */
public final class OAuth1Stages {
    static final String PLAIN_HTTP = "plain_http_for_loopback_tests_only";

    private OAuth1Stages() {}

    /** Begins a definition. */
    public static NeedsRequestToken begin() {
        return new RequestTokenStage(Document.EMPTY);
    }

    private static Document with(Document document, String member, String value) {
        return OAuth1Definition.checked(document.with(member, value), member);
    }

    private record RequestTokenStage(Document document) implements NeedsRequestToken {
        @Override
        public NeedsAuthorize requestTokenEndpoint(String uri) {
            return new AuthorizeStage(with(document, "request_token_endpoint", uri));
        }

        @Override
        public NeedsRequestToken withPlainHttpForLoopbackTestsOnly() {
            return new RequestTokenStage(document.with(PLAIN_HTTP, true));
        }
    }

    private record AuthorizeStage(Document document) implements NeedsAuthorize {
        @Override
        public NeedsAccessToken authorizationEndpoint(String uri) {
            return new AccessTokenStage(with(document, "authorization_endpoint", uri));
        }
    }

    private record AccessTokenStage(Document document) implements NeedsAccessToken {
        @Override
        public NeedsClient tokenEndpoint(String uri) {
            return new ClientStage(with(document, "token_endpoint", uri));
        }
    }

    private record ClientStage(Document document) implements NeedsClient {
        @Override
        public OAuth1.Strategy client(String key, Secret secret) {
            Document complete = document.with("client_id", key)
                    .with("client_secret", Document.EMPTY.with("secret", "client_secret"));
            return new SigningStrategy(new OAuth1Definition(complete, secret));
        }
    }
}
