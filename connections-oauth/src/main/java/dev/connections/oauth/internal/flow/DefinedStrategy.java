package dev.connections.oauth.internal.flow;

import dev.connections.AuthorizationFlow;
import dev.connections.BasicCredential;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.AccountChoice;
import dev.connections.oauth.AuthorizationRequestFormat;
import dev.connections.oauth.Capture;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.TokenRenewal;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.definition.Options;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.metadata.ServerDirectory;
import dev.connections.oauth.internal.token.StoredTokenCodec;
import dev.connections.spi.AuthClient.Identity;
import dev.connections.spi.IncomingResponse;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.Refresher;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyProvider;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2 for one definition.
 *
 * @param <F> the flow
 */
public final class DefinedStrategy<F extends AuthorizationFlow> implements OAuth2Strategy<F> {
    /** The authentication type of all strategies here. */
    public static final String AUTHENTICATION_TYPE = "oauth2";

    private static final StoredTokenCodec CODEC = new StoredTokenCodec();

    private final OAuth2Definition definition;
    private final BiFunction<Machinery, StrategyContext<OAuth2Token>, F> flow;
    private final Machinery machinery;

    private DefinedStrategy(OAuth2Definition definition, BiFunction<Machinery, StrategyContext<OAuth2Token>, F> flow) {
        this(Machinery.of(definition), flow);
    }

    private DefinedStrategy(Machinery machinery, BiFunction<Machinery, StrategyContext<OAuth2Token>, F> flow) {
        definition = machinery.definition();
        this.flow = flow;
        this.machinery = machinery;
    }

    /** Returns the strategy of an authorization code definition. */
    public static OAuth2Strategy<RedirectFlow> authorizationCode(OAuth2Definition definition) {
        return new DefinedStrategy<>(definition, CodeFlow::new);
    }

    /** Returns the strategy of a client credentials definition. */
    public static OAuth2Strategy<UnattendedFlow> clientCredentials(OAuth2Definition definition) {
        return new DefinedStrategy<>(definition, MintFlow::new);
    }

    /** Returns the strategy of a device definition. */
    public static OAuth2Strategy<DeviceFlow> device(OAuth2Definition definition) {
        return new DefinedStrategy<>(definition, DeviceCodeFlow::new);
    }

    /** Returns the strategy of a JWT bearer definition. */
    public static OAuth2Strategy<UnattendedFlow> jwtBearer(OAuth2Definition definition) {
        return new DefinedStrategy<>(definition, MintFlow::new);
    }

    /** Returns the strategy of a token exchange definition. */
    public static OAuth2Strategy<DirectFlow<SubjectToken>> tokenExchange(OAuth2Definition definition) {
        return new DefinedStrategy<>(
                definition, (machinery, context) -> new AskingFlow<>(machinery, context, Question.SUBJECT_TOKEN));
    }

    /** Returns the strategy of a password definition. */
    public static OAuth2Strategy<DirectFlow<BasicCredential>> password(OAuth2Definition definition) {
        return new DefinedStrategy<>(
                definition, (machinery, context) -> new AskingFlow<>(machinery, context, Question.PASSWORD));
    }

    /** Returns the strategy of any definition. */
    public static OAuth2Strategy<?> of(OAuth2Definition definition) {
        return switch (definition.grant()) {
            case AUTHORIZATION_CODE -> authorizationCode(definition);
            case CLIENT_CREDENTIALS -> clientCredentials(definition);
            case DEVICE_CODE -> device(definition);
            case JWT_BEARER -> jwtBearer(definition);
            case TOKEN_EXCHANGE -> tokenExchange(definition);
            case PASSWORD -> password(definition);
        };
    }

    @Override
    public String authenticationType() {
        return AUTHENTICATION_TYPE;
    }

    @Override
    public F flow(StrategyContext<OAuth2Token> context) {
        return flow.apply(machinery, context);
    }

    @Override
    public void apply(OAuth2Token credential, OutgoingRequest request) {
        machinery.tokenUse().apply(StoredTokenCodec.of(credential), request);
    }

    @Override
    public Verdict inspect(OAuth2Token credential, IncomingResponse response) {
        return machinery.tokenUse().inspect(StoredTokenCodec.of(credential), response);
    }

    @Override
    public Optional<Identity> identity(OAuth2Token credential) {
        return machinery.tokenUse().identity();
    }

    @Override
    public CredentialCodec<OAuth2Token> codec() {
        return CODEC;
    }

    @Override
    public StrategyProvider.Settings settings() {
        return definition.settings();
    }

    @Override
    public Optional<Refresher<OAuth2Token>> refresher() {
        return Optional.of(new TokenRefresher(machinery));
    }

    @Override
    public Optional<Revoker<OAuth2Token>> revoker() {
        boolean possible = definition.server().isDiscovered()
                || definition.server().revocation().isPresent();
        return possible ? Optional.of(new TokenRevoker(machinery)) : Optional.empty();
    }

    @Override
    public Optional<Introspector<OAuth2Token>> introspector() {
        boolean possible = definition.server().isDiscovered()
                || definition.server().introspection().isPresent();
        return possible ? Optional.of(new TokenIntrospector(machinery)) : Optional.empty();
    }

    @Override
    public Rehearsal<OAuth2Token, F> rehearsal() {
        ServerDirectory known = ServerDirectory.rehearsed(machinery.directory(), definition.server());
        Machinery rehearsed = Machinery.of(definition.rehearsed(), known);
        return new OAuth2Rehearsal<>(new DefinedStrategy<>(rehearsed, flow), rehearsed);
    }

    @Override
    public Map<String, String> facts() {
        return Facts.of(definition, machinery.directory());
    }

    @Override
    public OAuth2Strategy<F> withRevocationEndpoint(String uri) {
        return with(Options.revocation(uri, false));
    }

    @Override
    public OAuth2Strategy<F> withIntrospectionEndpoint(String uri) {
        return with(Options.introspection(uri));
    }

    @Override
    public OAuth2Strategy<F> withRevocationByAccessToken(String uri) {
        return with(Options.revocation(uri, true));
    }

    @Override
    public OAuth2Strategy<F> withClientAuthentication(ClientAuthentication.Method method) {
        return with(Options.clientAuthentication(method));
    }

    @Override
    public OAuth2Strategy<F> withConsole(String uri) {
        return with(Options.console(uri));
    }

    @Override
    public OAuth2Strategy<F> withScopeDelimiter(String delimiter) {
        return with(Options.scopeDelimiter(delimiter));
    }

    @Override
    public OAuth2Strategy<F> withAddedScopes(String... scopes) {
        return with(Options.addedScopes(scopes));
    }

    @Override
    public OAuth2Strategy<F> withIncrementalConsent() {
        return with(Options.incrementalConsent());
    }

    @Override
    public OAuth2Strategy<F> withPushedAuthorizationRequests(String uri) {
        return with(Options.pushedRequests(uri));
    }

    @Override
    public OAuth2Strategy<F> withRequestObject() {
        return with(Options.requestObject());
    }

    @Override
    public OAuth2Strategy<F> withRequestObject(JwtAssertion assertion) {
        return new DefinedStrategy<>(Options.requestObject(definition, assertion), flow);
    }

    @Override
    public OAuth2Strategy<F> withAuthorizationParameter(String name, String value) {
        return with(Options.authorizationParameter(name, value));
    }

    @Override
    public OAuth2Strategy<F> withComputedAuthorizationParameter(String name, String formula) {
        return with(Options.computedAuthorizationParameter(name, formula));
    }

    @Override
    public OAuth2Strategy<F> withComputedHeader(String name, String formula) {
        return with(Options.computedHeader(name, formula));
    }

    @Override
    public Optional<Chooser<OAuth2Token>> chooser() {
        return definition.choice().map(rule -> new AccountChooser(machinery, rule));
    }

    @Override
    public OAuth2Strategy<F> withChoice(AccountChoice choice) {
        return with(Options.choice(choice));
    }

    @Override
    public OAuth2Strategy<F> withRenewal(TokenRenewal renewal) {
        return with(Options.renewal(renewal));
    }

    @Override
    public OAuth2Strategy<F> withExpiredTest(int status, String... texts) {
        return with(Options.expiredTest(status, texts));
    }

    @Override
    public OAuth2Strategy<F> withDeviationTokenInQuery(String parameter, String reason, String source) {
        return with(Options.tokenInQuery(parameter, reason, source));
    }

    @Override
    public OAuth2Strategy<F> withRevocationRequest(TokenRequestFormat format) {
        return with(Options.revocationRequest(format));
    }

    @Override
    public OAuth2Strategy<F> withResources(String... resources) {
        return with(Options.resources(resources));
    }

    @Override
    public OAuth2Strategy<F> withResourceToken(String name, String resource, String... scopes) {
        return with(Options.derivedToken(name, resource, scopes));
    }

    @Override
    public OAuth2Strategy<F> withScopeToken(String name, String scope, String... more) {
        return with(Options.derivedToken(
                name, "", Stream.concat(Stream.of(scope), Stream.of(more)).toArray(String[]::new)));
    }

    @Override
    public OAuth2Strategy<F> withTokenRequest(TokenRequestFormat format) {
        return with(Options.tokenRequest(format));
    }

    @Override
    public OAuth2Strategy<F> withRefreshRequest(TokenRequestFormat format) {
        return with(Options.refreshRequest(format));
    }

    @Override
    public OAuth2Strategy<F> withTokenUpgrade(TokenRequestFormat format) {
        return with(Options.tokenUpgrade(format));
    }

    @Override
    public OAuth2Strategy<F> withTokenResponse(TokenResponseFormat format) {
        return with(Options.tokenResponse(format));
    }

    @Override
    public OAuth2Strategy<F> withRefreshMargin(Duration margin) {
        return with(Options.refreshMargin(margin));
    }

    @Override
    public OAuth2Strategy<F> withAuthorizationRequest(AuthorizationRequestFormat format) {
        return with(Options.authorizationRequest(format));
    }

    @Override
    public OAuth2Strategy<F> withTokenHeader(String name, String format) {
        return with(Options.tokenHeader(name, format));
    }

    @Override
    public OAuth2Strategy<F> withAuthorizationHeader(String format) {
        return with(Options.authorizationHeader(format));
    }

    @Override
    public OAuth2Strategy<F> withDpop() {
        return withDpop(ProofKey.DEFAULT_ALGORITHM);
    }

    @Override
    public OAuth2Strategy<F> withDpop(String algorithm) {
        return with(Options.dpop(algorithm));
    }

    @Override
    public OAuth2Strategy<F> withFapi2() {
        return with(Options.fapi2());
    }

    @Override
    public OAuth2Strategy<F> withIssuer(String issuer) {
        return with(Options.issuer(issuer));
    }

    @Override
    public OAuth2Strategy<F> withOpenIdConnect() {
        return with(Options.openIdConnect(Optional.empty()));
    }

    @Override
    public OAuth2Strategy<F> withOpenIdConnect(String jwksUri) {
        return with(Options.openIdConnect(Optional.of(jwksUri)));
    }

    @Override
    public OAuth2Strategy<F> withUserInfoEndpoint(String uri) {
        return with(Options.userInfo(uri));
    }

    @Override
    public OAuth2Strategy<F> withCapture(Capture capture) {
        return with(Options.capture(capture));
    }

    @Override
    public OAuth2Strategy<F> withDeviationNoPkce(String reason, String source) {
        return with(Options.noPkce(reason, source));
    }

    @Override
    public OAuth2Strategy<F> withDeviationPlainPkce(String reason, String source) {
        return with(Options.plainPkce(reason, source));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DefinedStrategy<?> strategy && definition.equals(strategy.definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    /** Prints the definition, which holds no secret. */
    @Override
    public String toString() {
        return "OAuth2Strategy" + definition;
    }

    private OAuth2Strategy<F> with(OAuth2Definition.Change change) {
        return new DefinedStrategy<>(definition.with(change), flow);
    }
}
