package dev.connections.oauth.internal.definition;

import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.internal.computed.Formula;
import dev.connections.oauth.internal.computed.Formula.Place;
import dev.connections.spi.Endpoints;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The format of token requests, as its document says. */
public final class RequestFormat implements TokenRequestFormat {
    /** The standard. */
    public static final RequestFormat FORM = new RequestFormat(Document.EMPTY);

    /** A JSON object. */
    public static final RequestFormat JSON = new RequestFormat(Document.EMPTY.with("format", "json"));

    static final String ENDPOINT = "endpoint";
    static final String NO_SECRET = "none";
    private static final String GET = "get";
    private static final String COMPUTED = "computed_parameters";
    private static final String COMPUTED_HEADERS = Formulas.HEADERS;
    private static final Set<String> STANDARD = Set.of(
            "grant_type",
            "code",
            "redirect_uri",
            "client_id",
            "client_secret",
            "code_verifier",
            "refresh_token",
            "device_code",
            "assertion",
            "client_assertion",
            "client_assertion_type",
            "username",
            "password",
            "subject_token",
            "subject_token_type",
            "actor_token",
            "actor_token_type",
            "scope",
            "token",
            "token_type_hint");
    private static final Set<String> INDISPENSABLE = Set.of(
            "code",
            "code_verifier",
            "refresh_token",
            "device_code",
            "password",
            "subject_token",
            "actor_token",
            "assertion",
            "client_assertion",
            "token");

    /** Of the standard ones, those whose value a definition may give. */
    private static final Set<String> FREE = Set.of("grant_type", "scope", "token", "token_type_hint");

    /** Of those, what the SDK sends to end a token. */
    private static final Set<String> ENDING = Set.of("token", "token_type_hint");

    private final Document document;
    private final boolean json;
    private final Map<String, String> parameters;
    private final Map<String, String> renames;
    private final List<String> omitted;
    private final Map<String, String> headers;
    private final Optional<URI> endpoint;
    private final Optional<String> get;
    private final Map<String, Formula> computed;
    private final Map<String, Formula> computedHeaders;

    RequestFormat(Document document) {
        this.document = document;
        json = isJson(document.text("format").orElse("form"));
        parameters = document.texts("parameters");
        renames = document.texts("rename");
        omitted = document.textList("omit");
        headers = document.texts("headers");
        endpoint = document.text(ENDPOINT).map(uri -> Endpoints.httpsOrLoopback(uri, "refresh endpoint"));
        get = document.has(GET) ? Optional.of(Deviation.explained(document.object(GET))) : Optional.empty();
        computed = Formulas.of(document, COMPUTED, Place.TOKEN);
        computedHeaders = Formulas.of(document, COMPUTED_HEADERS, isGet() ? Place.TOKEN : Place.TOKEN_HEADER);
        parameters.keySet().forEach(RequestFormat::requireFree);
        computed.keySet().forEach(RequestFormat::requireFree);
        computedHeaders.keySet().forEach(HeaderText::requireFreeName);
        computed.keySet().forEach(this::requireOnce);
        HeaderText.requireOnce(headers.keySet(), computedHeaders.keySet());
        clientAuthentication().ifPresent(RequestFormat::requireMethod);
        renames.forEach(RequestFormat::requireRename);
        omitted.forEach(RequestFormat::requireDispensable);
        headers.forEach(RequestFormat::requireHeader);
    }

    Document document() {
        return document;
    }

    /** Refuses what a request that ends a token says itself. */
    void requireEnding() {
        Stream.concat(parameters.keySet().stream(), computed.keySet().stream())
                .filter(ENDING::contains)
                .forEach(RequestFormat::refuseOurs);
    }

    /** Tells whether the body is JSON rather than a form. */
    public boolean isJson() {
        return json;
    }

    /** Returns where the request goes, if not to the token endpoint. */
    public Optional<URI> endpoint() {
        return endpoint;
    }

    /** Tells whether the parameters go into the query. */
    public boolean isGet() {
        return get.isPresent();
    }

    /** Tells whether a parameter has a fixed value. */
    boolean fixes(String parameter) {
        return parameters.containsKey(parameter);
    }

    /** Returns the headers to add. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the parameters that are computed for each request. */
    public Map<String, Formula> computed() {
        return computed;
    }

    /** Returns the headers that are computed for each request. */
    public Map<String, Formula> computedHeaders() {
        return computedHeaders;
    }

    /** Returns how this request alone shows who the client is; empty for the way of the others. */
    public Optional<String> clientAuthentication() {
        return document.text(ClientSecret.METHOD);
    }

    /** Tells whether this request says the client's id and sends no secret. */
    public boolean sendsNoSecret() {
        return clientAuthentication().equals(Optional.of(NO_SECRET));
    }

    /** Returns what is sent for the parameters of the standard. */
    public Map<String, String> applyTo(Map<String, String> standard) {
        var sent = new LinkedHashMap<String, String>();
        standard.forEach((name, value) -> {
            if (!omitted.contains(name) && !parameters.containsKey(name)) {
                sent.put(renames.getOrDefault(name, name), value);
            }
        });
        sent.putAll(parameters);
        return sent;
    }

    @Override
    public TokenRequestFormat withParameter(String name, String value) {
        return new RequestFormat(document.withEntry("parameters", name, value));
    }

    @Override
    public TokenRequestFormat renaming(String standard, String actual) {
        return new RequestFormat(document.withEntry("rename", standard, actual));
    }

    @Override
    public TokenRequestFormat omitting(String... standard) {
        Document copy = document;
        for (String each : standard) {
            copy = copy.withLast("omit", each);
        }
        return new RequestFormat(copy);
    }

    @Override
    public TokenRequestFormat withEndpoint(String uri) {
        return new RequestFormat(document.with(ENDPOINT, uri));
    }

    @Override
    public TokenRequestFormat withDeviationGet(String reason, String source) {
        return new RequestFormat(document.with(GET, Deviation.document(reason, source)));
    }

    @Override
    public TokenRequestFormat withComputedParameter(String name, String formula) {
        return new RequestFormat(document.withEntry(COMPUTED, name, formula));
    }

    @Override
    public TokenRequestFormat withComputedHeader(String name, String formula) {
        return new RequestFormat(document.withEntry(COMPUTED_HEADERS, name, formula));
    }

    @Override
    public TokenRequestFormat withClientAuthentication(ClientAuthentication.Method method) {
        return new RequestFormat(document.with(ClientSecret.METHOD, method.registeredName()));
    }

    @Override
    public TokenRequestFormat withoutClientSecret() {
        return new RequestFormat(document.with(ClientSecret.METHOD, NO_SECRET));
    }

    @Override
    public TokenRequestFormat withHeader(String name, String value) {
        return new RequestFormat(document.withEntry("headers", name, value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RequestFormat format && document.equals(format.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    @Override
    public String toString() {
        return "TokenRequestFormat" + document;
    }

    private static boolean isJson(String format) {
        return switch (format) {
            case "form" -> false;
            case "json" -> true;
            default ->
                throw Wrong.definition(
                        "service_malformed",
                        "the token request format \"" + format + "\" is not known; use form or json");
        };
    }

    private static void requireFree(String name) {
        if (name.isBlank() || (STANDARD.contains(name) && !FREE.contains(name))) {
            refuseOurs(name);
        }
    }

    private static void refuseOurs(String name) {
        throw Wrong.definition(
                "parameter_reserved",
                "the parameter \"" + name + "\" cannot be given a fixed value, the SDK sends it; leave it out");
    }

    /** A computed value has a name of its own: it would replace the other one, or stand beside it. */
    private void requireOnce(String name) {
        if (parameters.containsKey(name) || renames.containsValue(name)) {
            throw Wrong.definition(
                    "parameter_reserved",
                    "the parameter \"" + name
                            + "\" is computed, and the request holds it already; leave one of them out");
        }
    }

    private static void requireRename(String standard, String actual) {
        requireStandard(standard);
        if (actual.isBlank()) {
            throw Wrong.definition(
                    "parameter_unknown", "\"" + standard + "\" has a blank new name; give one, or use omitting");
        }
    }

    private static void requireDispensable(String standard) {
        requireStandard(standard);
        if (INDISPENSABLE.contains(standard)) {
            throw Wrong.definition(
                    "parameter_reserved", "a token request without \"" + standard + "\" means nothing; leave it in");
        }
    }

    private static void requireStandard(String name) {
        if (!STANDARD.contains(name)) {
            throw Wrong.definition(
                    "parameter_unknown",
                    "\"" + name + "\" is no standard parameter of a token request; use one of " + sorted(STANDARD));
        }
    }

    private static void requireMethod(String name) {
        if (!name.equals(NO_SECRET)) {
            var unused = ClientSecret.method(name);
        }
    }

    private static void requireHeader(String name, String value) {
        HeaderText.requireFreeName(name);
        HeaderText.requireValue("the header " + name, value);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
