package dev.connections.examples.benchmarks.flow;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;

/** The same client in other libraries. */
final class Peers {
    private Peers() {}

    static OAuth20Service scribe(URI tokenEndpoint) {
        return new ServiceBuilder(OAuthService.CLIENT_ID)
                .apiSecret(OAuthService.CLIENT_SECRET)
                .callback(OAuthService.REDIRECT_URI.toString())
                .defaultScope(OAuthService.SCOPES)
                .build(new ScribeApi(tokenEndpoint.toString()));
    }

    private static final class ScribeApi extends DefaultApi20 {
        private final String tokenEndpoint;

        ScribeApi(String tokenEndpoint) {
            this.tokenEndpoint = tokenEndpoint;
        }

        @Override
        public String getAccessTokenEndpoint() {
            return tokenEndpoint;
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            return OAuthService.AUTHORIZATION_ENDPOINT.toString();
        }
    }

    static ClientAuthentication nimbus() {
        return new ClientSecretBasic(nimbusId(), new Secret(OAuthService.CLIENT_SECRET));
    }

    static ClientID nimbusId() {
        return new ClientID(OAuthService.CLIENT_ID);
    }
}
