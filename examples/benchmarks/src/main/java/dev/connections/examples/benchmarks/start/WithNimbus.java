package dev.connections.examples.benchmarks.start;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;

/** Nimbus, on {@link java.net.HttpURLConnection}. */
public final class WithNimbus {
    private WithNimbus() {}

    public static void main(String... arguments) throws IOException, ParseException {
        FirstRequest first = FirstRequest.of(arguments);
        var client =
                new ClientSecretBasic(new ClientID(FirstRequest.CLIENT_ID), new Secret(FirstRequest.CLIENT_SECRET));
        var ask = new TokenRequest.Builder(first.tokenEndpoint(), client, new ClientCredentialsGrant())
                .scope(new Scope(FirstRequest.SCOPE))
                .build();
        var answer = AccessTokenResponse.parse(ask.toHTTPRequest().send());
        var request = new HTTPRequest(HTTPRequest.Method.GET, first.resource());
        request.setAuthorization(answer.getTokens().getAccessToken().toAuthorizationHeader());
        FirstRequest.require(request.send().indicatesSuccess());
    }
}
