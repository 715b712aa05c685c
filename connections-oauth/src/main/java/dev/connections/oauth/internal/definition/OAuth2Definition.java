package dev.connections.oauth.internal.definition;

import dev.connections.Secret;
import dev.connections.oauth.internal.computed.Formula;
import dev.connections.oauth.internal.computed.Formula.Place;
import dev.connections.spi.Endpoints;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.StrategyProvider.Settings;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole OAuth 2 definition: the document that says it, and what each member means. Immutable, thread-safe.
 *
 * <p>Making one checks everything, so a definition that exists can be used.
 */
public final class OAuth2Definition {
    /** The version of the document's format that this release writes. */
    public static final int VERSION = 1;

    private final Document document;
    private final GrantType grant;
    private final ServerFormat server;
    private final String clientId;
    private final KnownClient client;
    private final Optional<AssertionFormat> assertion;
    private final Optional<AssertionFormat> requestObject;
    private final Map<String, Secret> secrets;
    private final AuthorizationFormat authorization;
    private final RequestFormat tokenRequest;
    private final RequestFormat refreshRequest;
    private final Optional<RequestFormat> tokenUpgrade;
    private final ResponseFormat response;
    private final HeaderFormat header;
    private final Optional<String> proofAlgorithm;
    private final Optional<Duration> margin;
    private final List<CaptureRule> captures;
    private final Map<String, DerivedToken> derivedTokens;
    private final Map<String, Formula> computedHeaders;
    private final RequestFormat revocationRequest;
    private final RenewalRule renewal;
    private final Optional<ChoiceRule> choice;
    private final List<ExpiredTest> expiredTests;
    private final Optional<TokenQuery> tokenQuery;

    OAuth2Definition(Document document, Map<String, Secret> given) {
        this.document = document;
        grant = GrantType.of(document.requiredText("grant"));
        server = ServerFormat.of(document);
        clientId = ClientId.require(document.requiredText("client_id"));
        var names = new SecretNames(given);
        client = Fapi2.client(document, KnownClient.of(document, clientId, names));
        assertion = document.has("assertion")
                ? Optional.of(Fapi2.assertion(document, AssertionFormat.of(document.object("assertion"), names)))
                : Optional.empty();
        requestObject = RequestObjectFormat.of(document, client, names).map(it -> Fapi2.assertion(document, it));
        secrets = names.used();
        authorization = AuthorizationFormat.of(document);
        tokenRequest = new RequestFormat(document.object("token_request"));
        refreshRequest =
                document.has("refresh_request") ? new RequestFormat(document.object("refresh_request")) : tokenRequest;
        tokenUpgrade = document.has(Options.TOKEN_UPGRADE)
                ? Optional.of(new RequestFormat(document.object(Options.TOKEN_UPGRADE)))
                : Optional.empty();
        response = new ResponseFormat(document.object("token_response"));
        header = HeaderFormat.of(document);
        proofAlgorithm = ProofFormat.algorithm(document).or(() -> Fapi2.proofAlgorithm(document));
        margin = document.duration("refresh_margin");
        margin.ifPresent(OAuth2Definition::requireNotNegative);
        captures = document.objects("captures").stream().map(CaptureRule::new).toList();
        derivedTokens = DerivedToken.all(document);
        computedHeaders = Formulas.of(document, Formulas.HEADERS, Place.API);
        computedHeaders.keySet().forEach(HeaderText::requireFreeName);
        HeaderText.requireOnce(List.of(header.name()), computedHeaders.keySet());
        renewal = new RenewalRule(document.object(RenewalRule.MEMBER));
        expiredTests = document.objects(ExpiredTest.MEMBER).stream()
                .map(ExpiredTest::of)
                .toList();
        tokenQuery = TokenQuery.of(document);
        choice = ChoiceRule.of(document);
        revocationRequest = new RequestFormat(document.object(Options.REVOCATION_REQUEST));
        console().ifPresent(page -> Endpoints.https(page, "developer console"));
        Applicability.check(this);
        Fapi2.check(this);
    }

    /** Reads a definition from its settings. */
    public static OAuth2Definition of(Settings settings) {
        if (settings.version() > VERSION) {
            throw Wrong.definition(
                    "newer_format",
                    "the oauth2 service was written in format " + settings.version() + ", this release knows " + VERSION
                            + "; update the SDK");
        }
        return new OAuth2Definition(Document.parse(settings.json()), settings.secrets());
    }

    /** Returns what makes this definition again. */
    public Settings settings() {
        return Settings.of(VERSION, document.toJson(), secrets);
    }

    /** Returns a copy with a stand-in in place of the client's secret; keys stay, for nothing of them is in a signature. */
    public OAuth2Definition rehearsed() {
        var standIns = new LinkedHashMap<>(secrets);
        client.secret()
                .ifPresent(secret -> standIns.replaceAll(
                        (name, value) -> value.equals(secret) ? Rehearsal.standIn("client_secret") : value));
        return new OAuth2Definition(document, standIns);
    }

    /** Returns a copy whose document has another value for a member. */
    public OAuth2Definition with(String member, Object value) {
        return new OAuth2Definition(document.with(member, value), secrets);
    }

    /** Returns a copy whose document was changed. */
    public OAuth2Definition with(Change change) {
        return with(change, Map.of());
    }

    /** Returns a copy whose document was changed and names more secrets. */
    OAuth2Definition with(Change change, Map<String, Secret> more) {
        var all = new LinkedHashMap<>(secrets);
        all.putAll(more);
        return new OAuth2Definition(change.of(document), all);
    }

    public GrantType grant() {
        return grant;
    }

    public ServerFormat server() {
        return server;
    }

    public String clientId() {
        return clientId;
    }

    public KnownClient client() {
        return client;
    }

    /** Returns the tokens that are made of an account's main one, by name. */
    public Map<String, DerivedToken> derivedTokens() {
        return derivedTokens;
    }

    /** Returns where the client is registered, for messages. */
    public Optional<String> console() {
        return document.text("console");
    }

    /** Returns what is signed to ask for a token, for the JWT bearer grant. */
    public Optional<AssertionFormat> assertion() {
        return assertion;
    }

    /** Returns what signs authorization requests, empty where nothing does. */
    public Optional<AssertionFormat> requestObject() {
        return requestObject;
    }

    /** Returns every secret of the definition, for what must not be echoed. */
    public Collection<Secret> secrets() {
        return secrets.values();
    }

    public AuthorizationFormat authorization() {
        return authorization;
    }

    public RequestFormat tokenRequest() {
        return tokenRequest;
    }

    public RequestFormat refreshRequest() {
        return refreshRequest;
    }

    /** Returns how a token that a code gave is exchanged for one that lives longer. */
    public Optional<RequestFormat> tokenUpgrade() {
        return tokenUpgrade;
    }

    public ResponseFormat response() {
        return response;
    }

    public HeaderFormat header() {
        return header;
    }

    /** Returns the headers that are computed for each request to the API. */
    public Map<String, Formula> computedHeaders() {
        return computedHeaders;
    }

    /** Returns what a person chooses of an account. */
    public Optional<ChoiceRule> choice() {
        return choice;
    }

    /** Returns how tokens are renewed. */
    public RenewalRule renewal() {
        return renewal;
    }

    /** Returns the responses, beside 401, that say that a token has expired. */
    public List<ExpiredTest> expiredTests() {
        return expiredTests;
    }

    /** Returns the query parameter that carries the token in place of a header. */
    public Optional<TokenQuery> tokenQuery() {
        return tokenQuery;
    }

    /** Returns how the requests that end tokens are written. */
    public RequestFormat revocationRequest() {
        return revocationRequest;
    }

    /** Returns what proofs of possession are signed with, empty for bearer tokens. */
    public Optional<String> proofAlgorithm() {
        return proofAlgorithm;
    }

    public Optional<Duration> margin() {
        return margin;
    }

    public List<CaptureRule> captures() {
        return captures;
    }

    Document document() {
        return document;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OAuth2Definition definition
                && document.equals(definition.document)
                && secrets.equals(definition.secrets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(document);
    }

    /** Returns the document, which holds no secret. */
    @Override
    public String toString() {
        return document.toString();
    }

    private static void requireNotNegative(Duration margin) {
        if (margin.isNegative()) {
            throw Wrong.definition(
                    "duration_malformed", "the refresh margin " + margin + " is negative; write one such as PT1M");
        }
    }

    /** A change of a document. */
    @FunctionalInterface
    public interface Change {
        /** Returns the changed copy. */
        Document of(Document document);
    }
}
