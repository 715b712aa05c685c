package dev.connections.examples.benchmarks.stampede;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** google-auth-library's credentials of a user. */
final class GoogleClient implements Client {
    private final URI tokenEndpoint;
    private final List<UserCredentials> credentials = new CopyOnWriteArrayList<>();

    GoogleClient(URI tokenEndpoint, int grants) {
        this.tokenEndpoint = tokenEndpoint;
        for (int grant = 0; grant < grants; grant++) {
            credentials.add(expired(RotatingServer.firstRefreshToken(grant)));
        }
    }

    @SuppressWarnings("JavaUtilDate") // the library's own type
    private UserCredentials expired(String refreshToken) {
        return UserCredentials.newBuilder()
                .setClientId("client")
                .setClientSecret("secret")
                .setTokenServerUri(tokenEndpoint)
                .setRefreshToken(refreshToken)
                .setAccessToken(new AccessToken("expired", new Date(0)))
                .build();
    }

    @Override
    public String token(int grant) throws IOException {
        credentials.get(grant).refreshIfExpired();
        return credentials.get(grant).getAccessToken().getTokenValue();
    }

    /** Makes them anew with the refresh token that they hold. */
    @Override
    public void expire() {
        credentials.replaceAll(each -> expired(each.getRefreshToken()));
    }
}
