package dev.connections.examples.backend.page;

import dev.connections.AuthorizationFlow;
import dev.connections.DeviceFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import java.util.List;
import java.util.Map;

/** Zoho's OAuth 2 parameters. */
final class OAuth2Form implements ServiceForm {
    private static final String CLIENT_CREDENTIALS = "client_credentials";
    private static final String DEVICE_CODE = "device_code";

    /** Comma first, as in Zoho's form; the space is what the standard says. */
    private static final Map<String, String> DELIMITERS = Options.pairs(",", "Comma", " ", "Space", "+", "Plus");

    /** The third one is not Zoho's: for services whose users have no browser at hand. */
    private static final Map<String, String> GRANTS = Options.pairs(
            "authorization_code",
            "Authorization Code",
            CLIENT_CREDENTIALS,
            "Client Credentials",
            DEVICE_CODE,
            "Device Code");

    private static final Map<String, String> AUTHENTICATIONS =
            Options.pairs("header", "In the header (client_secret_basic)", "body", "In the body (client_secret_post)");

    @Override
    public List<Html> fields(Parameters sent) {
        return List.of(
                Input.choice("grant", "Grant Type", GRANTS, sent.text("grant")),
                Input.text("client_id", "Client Id", sent.text("client_id")).required(),
                Input.secret("client_secret", "Client Secret").hint("Left empty for a public client."),
                Input.choice(
                        "client_authentication",
                        "Client Secret travels",
                        AUTHENTICATIONS,
                        sent.text("client_authentication")),
                Input.text("authorize_url", "Authorize URL", sent.text("authorize_url"))
                        .hint("Not for Client Credentials; for Device Code the device authorization URL."),
                Input.text("token_url", "Access Token URL", sent.text("token_url"))
                        .required(),
                Input.text("revoke_url", "Revoke URL", sent.text("revoke_url")).hint("May stay empty."),
                Input.choice("delimiter", "Scope Delimiter", DELIMITERS, sent.exact("delimiter")));
    }

    @Override
    public Service<?> service(Start start, Parameters sent) {
        return switch (sent.text("grant")) {
            case CLIENT_CREDENTIALS -> start.service().authentication(finished(clientCredentials(start, sent), sent));
            case DEVICE_CODE -> start.service().authentication(finished(device(start, sent), sent));
            default -> start.service().authentication(finished(authorizationCode(start, sent), sent));
        };
    }

    private static OAuth2Strategy<DeviceFlow> device(Start start, Parameters sent) {
        var device = OAuth2.device();
        return client(
                (start.plainHttp() ? device.withPlainHttpForLoopbackTestsOnly() : device)
                        .deviceAuthorizationEndpoint(sent.text("authorize_url"))
                        .tokenEndpoint(sent.text("token_url")),
                sent);
    }

    private static OAuth2Strategy<RedirectFlow> authorizationCode(Start start, Parameters sent) {
        var code = OAuth2.authorizationCode();
        return client(
                (start.plainHttp() ? code.withPlainHttpForLoopbackTestsOnly() : code)
                        .authorizationEndpoint(sent.text("authorize_url"))
                        .tokenEndpoint(sent.text("token_url")),
                sent);
    }

    private static OAuth2Strategy<UnattendedFlow> clientCredentials(Start start, Parameters sent) {
        var grant = OAuth2.clientCredentials();
        return client(
                (start.plainHttp() ? grant.withPlainHttpForLoopbackTestsOnly() : grant)
                        .tokenEndpoint(sent.text("token_url")),
                sent);
    }

    private static <F extends AuthorizationFlow> OAuth2Strategy<F> client(
            OAuth2.NeedsClient<F> stage, Parameters sent) {
        String id = sent.text("client_id");
        if (!sent.ticked("client_secret")) {
            return stage.publicClient(id);
        }
        OAuth2Strategy<F> client = stage.client(id, Secret.of(sent.exact("client_secret")));
        return sent.text("client_authentication").equals("body")
                ? client.withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)
                : client;
    }

    private static <F extends AuthorizationFlow> OAuth2Strategy<F> finished(
            OAuth2Strategy<F> strategy, Parameters sent) {
        String delimiter = sent.exact("delimiter");
        OAuth2Strategy<F> delimited = delimiter.isBlank() ? strategy : strategy.withScopeDelimiter(delimiter);
        return sent.ticked("revoke_url") ? delimited.withRevocationEndpoint(sent.text("revoke_url")) : delimited;
    }
}
