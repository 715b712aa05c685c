package dev.connections.oauth;

import dev.connections.DeviceFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;

/** Definitions to vary. */
public final class Strategies {
    public static final String AUTHORIZE = "https://acme.example/oauth/authorize";
    public static final String TOKEN = "https://acme.example/oauth/token";
    public static final String DEVICE = "https://acme.example/oauth/device";
    public static final String REVOKE = "https://acme.example/oauth/revoke";
    public static final String CALLBACK = "https://app.example.com/callback";
    public static final Secret CLIENT_SECRET = Secret.of("client-s3cr3t");

    private Strategies() {}

    public static OAuth2Strategy<RedirectFlow> acme() {
        return OAuth2.authorizationCode()
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .client("client-id", CLIENT_SECRET);
    }

    public static OAuth2Strategy<RedirectFlow> acmeForPublicClients() {
        return OAuth2.authorizationCode()
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .publicClient("client-id");
    }

    public static OAuth2Strategy<DeviceFlow> television() {
        return OAuth2.device()
                .deviceAuthorizationEndpoint(DEVICE)
                .tokenEndpoint(TOKEN)
                .publicClient("client-id");
    }

    public static OAuth2Strategy<UnattendedFlow> robot() {
        return OAuth2.clientCredentials().tokenEndpoint(TOKEN).client("client-id", CLIENT_SECRET);
    }
}
