package dev.connections.oauth.internal.definition;

import dev.connections.AuthorizationFlow;
import dev.connections.BasicCredential;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.OAuth2.NeedsAuthorizationEndpoint;
import dev.connections.oauth.OAuth2.NeedsClient;
import dev.connections.oauth.OAuth2.NeedsDeviceAuthorizationEndpoint;
import dev.connections.oauth.OAuth2.NeedsTokenEndpoint;
import dev.connections.oauth.OAuth2.NeedsTokenServer;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.internal.flow.DefinedStrategy;
import java.util.Optional;
import java.util.function.Function;

/** The stages of {@link dev.connections.oauth.OAuth2}: each adds its members to the document and checks them at once. */
public final class DefinitionStages {
    private static final String PLAIN_HTTP = "plain_http_for_loopback_tests_only";

    private DefinitionStages() {}

    /** Begins an authorization code definition. */
    public static NeedsAuthorizationEndpoint authorizationCode() {
        return new AuthorizationStage(grant(GrantType.AUTHORIZATION_CODE));
    }

    /** Begins a client credentials definition. */
    public static NeedsTokenServer<UnattendedFlow> clientCredentials() {
        return new TokenStage<>(grant(GrantType.CLIENT_CREDENTIALS), DefinedStrategy::clientCredentials);
    }

    /** Begins a token exchange definition. */
    public static NeedsTokenServer<DirectFlow<SubjectToken>> tokenExchange() {
        return new TokenStage<>(grant(GrantType.TOKEN_EXCHANGE), DefinedStrategy::tokenExchange);
    }

    /** Begins a password definition. */
    public static NeedsTokenServer<DirectFlow<BasicCredential>> password() {
        return new TokenStage<>(grant(GrantType.PASSWORD), DefinedStrategy::password);
    }

    /** Begins a device definition. */
    public static NeedsDeviceAuthorizationEndpoint device() {
        return new DeviceStage(grant(GrantType.DEVICE_CODE));
    }

    private static Document grant(GrantType grant) {
        return Document.EMPTY.with("grant", grant.code());
    }

    /** Adds a member and checks the endpoints, so that a wrong one fails at its own call. */
    private static Document checked(Document document, String member, Object value) {
        Document changed = document.with(member, value);
        ServerFormat.of(changed).authorizationEndpoint().ifPresent(AuthorizationFormat.of(changed)::requireFreeQuery);
        return changed;
    }

    private record AuthorizationStage(Document document) implements NeedsAuthorizationEndpoint {
        @Override
        public NeedsTokenEndpoint<RedirectFlow> authorizationEndpoint(String uri) {
            return new TokenStage<>(
                    checked(document, "authorization_endpoint", uri), DefinedStrategy::authorizationCode);
        }

        @Override
        public NeedsClient<RedirectFlow> issuer(String issuer) {
            return new ClientStage<>(checked(document, "issuer", issuer), DefinedStrategy::authorizationCode);
        }

        @Override
        public NeedsAuthorizationEndpoint withPlainHttpForLoopbackTestsOnly() {
            return new AuthorizationStage(document.with(PLAIN_HTTP, true));
        }
    }

    private record DeviceStage(Document document) implements NeedsDeviceAuthorizationEndpoint {
        @Override
        public NeedsTokenEndpoint<DeviceFlow> deviceAuthorizationEndpoint(String uri) {
            return new TokenStage<>(checked(document, "device_authorization_endpoint", uri), DefinedStrategy::device);
        }

        @Override
        public NeedsClient<DeviceFlow> issuer(String issuer) {
            return new ClientStage<>(checked(document, "issuer", issuer), DefinedStrategy::device);
        }

        @Override
        public NeedsDeviceAuthorizationEndpoint withPlainHttpForLoopbackTestsOnly() {
            return new DeviceStage(document.with(PLAIN_HTTP, true));
        }
    }

    private record TokenStage<F extends AuthorizationFlow>(
            Document document, Function<OAuth2Definition, OAuth2Strategy<F>> end) implements NeedsTokenServer<F> {
        @Override
        public NeedsClient<F> tokenEndpoint(String uri) {
            return new ClientStage<>(checked(document, "token_endpoint", uri), end);
        }

        @Override
        public NeedsClient<F> issuer(String issuer) {
            return new ClientStage<>(checked(document, "issuer", issuer), end);
        }

        @Override
        public NeedsTokenServer<F> withPlainHttpForLoopbackTestsOnly() {
            return new TokenStage<>(document.with(PLAIN_HTTP, true), end);
        }
    }

    private record ClientStage<F extends AuthorizationFlow>(
            Document document, Function<OAuth2Definition, OAuth2Strategy<F>> end) implements NeedsClient<F> {
        @Override
        public OAuth2Strategy<F> client(String id, Secret secret) {
            return client(id, ClientSecret.of(Optional.empty(), secret));
        }

        @Override
        public OAuth2Strategy<F> client(String id, ClientAuthentication authentication) {
            Document complete = document.with("client_id", id);
            if (authentication.secret().isPresent()) {
                complete = complete.with("client_secret", Document.EMPTY.with("secret", "client_secret"));
            }
            if (authentication.method().isPresent()) {
                complete = complete.with(
                        "client_authentication", authentication.method().get().registeredName());
            }
            return end.apply(new OAuth2Definition(complete, authentication.secret()));
        }

        @Override
        public OAuth2Strategy<F> publicClient(String id) {
            return client(id, ClientAuthentication.none());
        }
    }
}
