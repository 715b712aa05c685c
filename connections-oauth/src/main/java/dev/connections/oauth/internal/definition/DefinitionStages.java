package dev.connections.oauth.internal.definition;

import dev.connections.AuthorizationFlow;
import dev.connections.BasicCredential;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.OAuth2.NeedsAuthorizationEndpoint;
import dev.connections.oauth.OAuth2.NeedsClient;
import dev.connections.oauth.OAuth2.NeedsDeviceAuthorizationEndpoint;
import dev.connections.oauth.OAuth2.NeedsTokenEndpoint;
import dev.connections.oauth.OAuth2.NeedsTokenServer;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.internal.flow.DefinedStrategy;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Begins a JWT bearer definition. */
    public static NeedsTokenServer<UnattendedFlow> jwtBearer(JwtAssertion assertion) {
        AssertionFormat format = Wrong.own(AssertionFormat.class, assertion);
        return new TokenStage<>(
                new Draft(
                        grant(GrantType.JWT_BEARER).document().with("assertion", format.named("assertion_key")),
                        Map.of("assertion_key", format.key())),
                DefinedStrategy::jwtBearer);
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

    private static Draft grant(GrantType grant) {
        return new Draft(Document.EMPTY.with("grant", grant.code()), Map.of());
    }

    /** What has been said so far, and the secrets it names. */
    private record Draft(Document document, Map<String, Secret> secrets) {
        Draft with(String member, Object value) {
            return new Draft(document.with(member, value), secrets);
        }

        /** Adds a member and checks the endpoints, so that a wrong one fails at its own call. */
        Draft checked(String member, Object value) {
            Draft changed = with(member, value);
            ServerFormat.of(changed.document)
                    .authorizationEndpoint()
                    .ifPresent(AuthorizationFormat.of(changed.document)::requireFreeQuery);
            return changed;
        }

        OAuth2Definition of(KnownClient client) {
            var all = new LinkedHashMap<>(secrets);
            all.putAll(client.secrets());
            return new OAuth2Definition(client.into(document), all);
        }

        @Override
        public String toString() {
            return document.toString();
        }
    }

    private record AuthorizationStage(Draft draft) implements NeedsAuthorizationEndpoint {
        @Override
        public NeedsTokenEndpoint<RedirectFlow> authorizationEndpoint(String uri) {
            return new TokenStage<>(draft.checked("authorization_endpoint", uri), DefinedStrategy::authorizationCode);
        }

        @Override
        public NeedsClient<RedirectFlow> issuer(String issuer) {
            return new ClientStage<>(draft.checked("issuer", issuer), DefinedStrategy::authorizationCode);
        }

        @Override
        public NeedsAuthorizationEndpoint withPlainHttpForLoopbackTestsOnly() {
            return new AuthorizationStage(draft.with(PLAIN_HTTP, true));
        }
    }

    private record DeviceStage(Draft draft) implements NeedsDeviceAuthorizationEndpoint {
        @Override
        public NeedsTokenEndpoint<DeviceFlow> deviceAuthorizationEndpoint(String uri) {
            return new TokenStage<>(draft.checked("device_authorization_endpoint", uri), DefinedStrategy::device);
        }

        @Override
        public NeedsClient<DeviceFlow> issuer(String issuer) {
            return new ClientStage<>(draft.checked("issuer", issuer), DefinedStrategy::device);
        }

        @Override
        public NeedsDeviceAuthorizationEndpoint withPlainHttpForLoopbackTestsOnly() {
            return new DeviceStage(draft.with(PLAIN_HTTP, true));
        }
    }

    private record TokenStage<F extends AuthorizationFlow>(
            Draft draft, Function<OAuth2Definition, OAuth2Strategy<F>> end) implements NeedsTokenServer<F> {
        @Override
        public NeedsClient<F> tokenEndpoint(String uri) {
            return new ClientStage<>(draft.checked("token_endpoint", uri), end);
        }

        @Override
        public NeedsClient<F> issuer(String issuer) {
            return new ClientStage<>(draft.checked("issuer", issuer), end);
        }

        @Override
        public NeedsTokenServer<F> withPlainHttpForLoopbackTestsOnly() {
            return new TokenStage<>(draft.with(PLAIN_HTTP, true), end);
        }
    }

    private record ClientStage<F extends AuthorizationFlow>(
            Draft draft, Function<OAuth2Definition, OAuth2Strategy<F>> end) implements NeedsClient<F> {
        @Override
        public OAuth2Strategy<F> client(String id, Secret secret) {
            return client(id, ClientSecret.of(Optional.empty(), secret));
        }

        @Override
        public OAuth2Strategy<F> client(String id, ClientAuthentication authentication) {
            KnownClient known = Wrong.own(KnownClient.class, authentication);
            return end.apply(draft.with("client_id", id).of(known));
        }

        @Override
        public OAuth2Strategy<F> publicClient(String id) {
            return client(id, ClientAuthentication.none());
        }
    }
}
