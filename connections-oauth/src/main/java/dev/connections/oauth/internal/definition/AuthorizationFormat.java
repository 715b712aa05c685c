package dev.connections.oauth.internal.definition;

import dev.connections.oauth.internal.computed.Formula;
import dev.connections.oauth.internal.computed.Formula.Place;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a definition says about authorization requests and scopes.
 *
 * @param names how requests are written and callbacks are read
 * @param parameters fixed parameters
 * @param computed parameters that are computed for each request
 * @param scopeDelimiter what stands between two scopes
 * @param addedScopes scopes that are always asked for
 * @param resources the resource servers that tokens are for
 * @param pkce how codes are bound
 * @param incremental whether what a user consents to comes on top of what they consented to before
 */
public record AuthorizationFormat(
        RequestNames names,
        Map<String, String> parameters,
        Map<String, Formula> computed,
        String scopeDelimiter,
        List<String> addedScopes,
        List<String> resources,
        PkceMode pkce,
        boolean incremental) {
    /** The member that says so. */
    static final String INCREMENTAL = "incremental_consent";

    static final String COMPUTED = "computed_authorization_parameters";

    private static final Set<String> OURS = Set.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
            "dpop_jkt",
            "request_uri");
    private static final String MAX_AGE = "max_age";
    private static final Pattern DELIMITER = Pattern.compile("[^a-zA-Z0-9\\p{Cntrl}]{1,3}");
    private static final Pattern RESOURCE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[\\x21\\x22\\x24-\\x7E]{1,1024}"); // no "#"
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,512}"); // RFC 6749, A.4

    public AuthorizationFormat {
        parameters.keySet().forEach(AuthorizationFormat::requireFree);
        computed.keySet().forEach(AuthorizationFormat::requireFree);
        requireOnce(computed.keySet(), parameters.keySet(), names);
        requireSeconds(parameters.getOrDefault(MAX_AGE, "0"));
        addedScopes.forEach(AuthorizationFormat::requireScope);
        resources.forEach(AuthorizationFormat::requireResource);
        if (!DELIMITER.matcher(scopeDelimiter).matches()) {
            throw Wrong.definition(
                    "scope_delimiter_malformed",
                    "the scope delimiter \"" + scopeDelimiter
                            + "\" cannot be used; use a space, a comma or another sign");
        }
    }

    static AuthorizationFormat of(Document document) {
        return new AuthorizationFormat(
                new RequestNames(document.object(RequestNames.MEMBER)),
                document.texts("authorization_parameters"),
                Formulas.of(document, COMPUTED, Place.AUTHORIZATION),
                document.text("scope_delimiter").orElse(" "),
                document.textList("added_scopes"),
                document.textList("resources"),
                PkceMode.of(document.object("pkce")),
                document.flag(INCREMENTAL));
    }

    /** Returns the scopes to ask for: the connection's, then those always added, none twice. */
    public List<String> scopes(List<String> requested) {
        return Stream.concat(requested.stream(), addedScopes.stream())
                .distinct()
                .toList();
    }

    /** Returns which of a connection's scopes to ask for where an account has some already; all where none is missing. */
    public List<String> missing(List<String> requested, Set<String> granted) {
        List<String> missing =
                requested.stream().filter(scope -> !granted.contains(scope)).toList();
        return missing.isEmpty() ? requested : missing;
    }

    /** Returns how long ago a user may have signed in: OpenID Connect Core, section 3.1.2.1. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(parameters.get(MAX_AGE)).map(Long::parseLong).map(Duration::ofSeconds);
    }

    /** Refuses an endpoint whose own query says what the SDK says. */
    public void requireFreeQuery(URI authorizationEndpoint) {
        String query = authorizationEndpoint.getRawQuery();
        if (query != null) {
            Stream.of(query.split("&"))
                    .map(pair -> pair.replaceFirst("=.*", ""))
                    .forEach(this::requireOnce);
        }
    }

    private void requireOnce(String name) {
        requireFree(name);
        if (parameters.containsKey(name) || computed.containsKey(name)) {
            throw reserved(name, "stands in the authorization endpoint's query and is given as a fixed parameter");
        }
    }

    private static void requireOnce(Set<String> computed, Set<String> fixed, RequestNames names) {
        computed.stream()
                .filter(name -> fixed.contains(name) || names.renamesTo(name))
                .findFirst()
                .ifPresent(name -> {
                    throw reserved(name, "is computed, and the request holds it already");
                });
    }

    private static void requireFree(String name) {
        if (name.isBlank() || OURS.contains(name)) {
            throw reserved(name, "is sent by the SDK and may not be sent twice");
        }
    }

    /** Refuses a parameter of a server's own whose name a signed request needs. */
    void requireFreeForRequestObject() {
        if (parameters.containsKey("request") || computed.containsKey("request")) {
            throw reserved("request", "carries the signed request");
        }
    }

    private static RuntimeException reserved(String name, String problem) {
        return Wrong.definition(
                "parameter_reserved",
                "the authorization parameter \"" + name + "\" " + problem + "; leave it out (RFC 6749, section 3.1)");
    }

    private static void requireSeconds(String maxAge) {
        if (!maxAge.matches("[0-9]{1,9}")) {
            throw Wrong.definition(
                    "parameter_malformed",
                    "the authorization parameter \"max_age\" is no number of seconds; write one such as 3600 (OpenID"
                            + " Connect Core, section 3.1.2.1)");
        }
    }

    static void requireResource(String resource) {
        if (!RESOURCE.matcher(resource).matches()) {
            throw Wrong.definition(
                    "resource_malformed",
                    "the resource \"" + resource + "\" cannot be sent; write an absolute URI without fragment, such as"
                            + " https://api.example.com");
        }
    }

    static void requireScope(String scope) {
        if (!SCOPE.matcher(scope).matches()) {
            throw Wrong.definition(
                    "scope_malformed",
                    "the scope \"" + scope
                            + "\" cannot be sent; use visible ASCII without spaces, quotes or backslashes");
        }
    }
}
