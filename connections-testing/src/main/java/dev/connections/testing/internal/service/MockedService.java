package dev.connections.testing.internal.service;

import dev.connections.ApiKeyCredential;
import dev.connections.Authorization;
import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizedConnection;
import dev.connections.BasicCredential;
import dev.connections.ConnectionException;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.SubjectToken;
import dev.connections.testing.MockOpenIdProvider;
import dev.connections.testing.MockService;
import dev.connections.testing.internal.provider.Personality;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The face of the mock service: settings that stay, and a {@link Site} that comes and goes.
 *
 * @param <F> the flow that authorizes it
 */
public class MockedService<F extends AuthorizationFlow> implements MockService<F> {
    private final Kind<F> kind;
    private final Terms terms = new Terms();
    private final Map<String, String> served = new ConcurrentHashMap<>();

    /** Guarded by the monitor, which is held while the server starts or stops. */
    private @Nullable Site running;

    MockedService(Kind<F> kind) {
        this.kind = kind;
    }

    /** {@return a service with the authorization code grant} */
    public static MockService<RedirectFlow> authorizationCode() {
        return new MockedService<>(new AuthorizationCodeKind());
    }

    /** {@return an OpenID Provider} */
    public static MockOpenIdProvider openIdConnect() {
        return new MockedOpenIdProvider(new OpenIdKind());
    }

    /** {@return a service with the client credentials grant} */
    public static MockService<UnattendedFlow> clientCredentials() {
        return new MockedService<>(new ClientCredentialsKind());
    }

    /** {@return a service with user name and password} */
    public static MockService<DirectFlow<BasicCredential>> basic() {
        return new MockedService<>(new BasicKind());
    }

    /** {@return a service with OAuth 1} */
    public static MockService<RedirectFlow> oauth1() {
        return new MockedService<>(new OAuth1Kind());
    }

    /** {@return a service with the device grant} */
    public static MockService<DeviceFlow> device() {
        return new MockedService<>(new DeviceKind());
    }

    /** {@return a service with the JWT bearer grant} */
    public static MockService<UnattendedFlow> jwtBearer() {
        return new MockedService<>(new JwtBearerKind());
    }

    /** {@return a service with token exchange} */
    public static MockService<DirectFlow<SubjectToken>> tokenExchange() {
        return new MockedService<>(new TokenExchangeKind());
    }

    /** {@return a service with the password grant} */
    public static MockService<DirectFlow<BasicCredential>> passwordGrant() {
        return new MockedService<>(new PasswordGrantKind());
    }

    /** {@return a service with a key} */
    public static MockService<DirectFlow<ApiKeyCredential>> apiKey() {
        return new MockedService<>(new ApiKeyKind());
    }

    /**
     * Returns a provider.
     *
     * @param who the provider
     * @return the service, with the provider's terms
     */
    public static MockService<RedirectFlow> like(Personality who) {
        var service = new MockedService<>(new ProviderKind(who));
        who.lifetime().ifPresentOrElse(service.terms::lifetime, service.terms::neverEnding);
        if (!who.statesLifetime()) {
            service.terms.hideLifetime();
        }
        who.grace().ifPresent(service.terms::rotate);
        return service;
    }

    final synchronized Site site() {
        if (running == null) {
            running = new Site(kind, terms, served);
        }
        return running;
    }

    @Override
    public final synchronized void close() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public final MockService<F> rotatingRefreshTokens(Duration grace) {
        terms.rotate(grace);
        kind.personality().flatMap(Personality::rotatingLifetime).ifPresent(terms::lifetime);
        return this;
    }

    @Override
    public final MockService<F> issuingNoRefreshTokens() {
        terms.withholdRefreshTokens();
        return this;
    }

    @Override
    public final MockService<F> tokensLiving(Duration lifetime) {
        terms.lifetime(lifetime);
        return this;
    }

    @Override
    public final MockService<F> hidingTokenLifetimes() {
        terms.hideLifetime();
        return this;
    }

    @Override
    public final MockService<F> timedBy(Clock clock) {
        terms.clock(clock);
        return this;
    }

    @Override
    public final MockService<F> serving(String path, String json) {
        served.put(kind.resourcePath(path), json);
        return this;
    }

    @Override
    public final Service<F> service() {
        return kind.service(site());
    }

    @Override
    public final URI resource(String path) {
        return kind.resource(site(), path);
    }

    @Override
    public final URI issuer() {
        require(Endpoint.TOKEN);
        return URI.create(site().origin());
    }

    @Override
    public final URI endpoint(Endpoint endpoint) {
        require(endpoint);
        return kind.at(site(), endpoint);
    }

    private void require(Endpoint endpoint) {
        if (!kind.has(endpoint)) {
            throw new IllegalStateException("this mock service has no " + endpoint
                    + " endpoint; MockService.authorizationCode() has all of them");
        }
    }

    @Override
    public final String clientId() {
        return Clients.CONFIDENTIAL;
    }

    @Override
    public final Secret clientSecret() {
        return site().clients().secret();
    }

    @Override
    public final Secret clientKey() {
        return ClientKey.privateKey();
    }

    @Override
    public final String publicClientId() {
        return Clients.PUBLIC;
    }

    @Override
    public final Secret secretOf(String account) {
        return kind.secretOf(site(), account);
    }

    @Override
    public final Authorization approve(AuthorizedConnection<F> connection, String account) {
        return approve(connection.authorize(), account);
    }

    @Override
    public final Authorization approve(F flow, String account) {
        return kind.approve(flow, site(), account);
    }

    @Override
    public final ConnectionException deny(AuthorizedConnection<F> connection) {
        try {
            kind.deny(connection.authorize(), site());
        } catch (ConnectionException refused) {
            return refused;
        }
        throw new IllegalStateException("the connection was authorized although the service refused");
    }

    @Override
    public final URI consent(URI authorizationRequest, String account) {
        return site().browser().approve(authorizationRequest, account);
    }

    @Override
    public final URI refusal(URI authorizationRequest) {
        return site().browser().deny(authorizationRequest);
    }

    @Override
    public final void failNext(Fault fault) {
        failNext(kind.mainEndpoint(), fault);
    }

    @Override
    public final void failNext(Endpoint endpoint, Fault fault) {
        require(endpoint);
        site().faults().add(endpoint, fault);
    }

    @Override
    public final Hold holdNext(Endpoint endpoint) {
        require(endpoint);
        return site().holds().add(endpoint);
    }

    @Override
    public final void expireTokens() {
        site().expireTokens();
    }

    @Override
    public final void revokeAtService(String account) {
        site().revokeAccount(account);
    }

    @Override
    public final List<TokenRequest> tokenRequests() {
        return site().journal().tokenRequests();
    }

    @Override
    public final List<ReceivedRequest> requests() {
        return site().journal().all();
    }

    @Override
    public final List<ReceivedRequest> resourceRequests() {
        return site().journal().requests(Endpoint.RESOURCE);
    }

    @Override
    public final List<ReceivedRequest> revocationRequests() {
        return site().journal().requests(Endpoint.REVOCATION);
    }

    @Override
    public final String toString() {
        return "MockService[" + kind.getClass().getSimpleName() + "]";
    }
}
