package dev.connections.oauth.internal.definition;

import dev.connections.oauth.AuthorizationRequestFormat;
import dev.connections.oauth.internal.wire.FormEncoding;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The format of authorization requests and callbacks, as its document says. */
public final class RequestNames implements AuthorizationRequestFormat {
    /** The standard. */
    public static final RequestNames STANDARD = new RequestNames(Document.EMPTY);

    /** The member of a definition that holds it. */
    static final String MEMBER = "authorization_request";

    private static final String SIGNATURE = "callback_signature";
    private static final Set<String> STANDARD_NAMES = Set.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
            "nonce");
    private static final Set<String> DISPENSABLE = Set.of("response_type", "scope", "redirect_uri");
    private static final Set<String> OF_CALLBACKS = Set.of("code", "state", "error", "error_description");
    private static final Pattern FRAGMENT = Pattern.compile("[A-Za-z0-9_/-]{1,64}");

    private final Document document;
    private final Map<String, String> renames;
    private final List<String> omitted;
    private final boolean rawScopes;
    private final Optional<String> fragment;
    private final Map<String, String> received;

    RequestNames(Document document) {
        this.document = document;
        renames = document.texts("rename");
        omitted = document.textList("omit");
        rawScopes = document.flag("raw_scopes");
        fragment = document.text("fragment");
        received = document.texts("callback");
        renames.forEach((standard, actual) -> requireRename(STANDARD_NAMES, standard, actual));
        signature().ifPresent(RequestNames::requireParameter);
        received.forEach((standard, actual) -> requireRename(OF_CALLBACKS, standard, actual));
        omitted.forEach(RequestNames::requireDispensable);
        fragment.ifPresent(RequestNames::requireFragment);
    }

    Document document() {
        return document;
    }

    /** Returns the parameters as they are sent. */
    public Map<String, String> applyTo(Map<String, String> standard) {
        var sent = new LinkedHashMap<String, String>();
        standard.forEach((name, value) -> {
            if (!omitted.contains(name)) {
                sent.put(renames.getOrDefault(name, name), value);
            }
        });
        return sent;
    }

    /** Tells whether a standard parameter is sent. */
    public boolean sends(String standard) {
        return !omitted.contains(standard);
    }

    /** Returns the name under which a standard parameter is sent. */
    public String name(String standard) {
        return renames.getOrDefault(standard, standard);
    }

    /** Tells whether a standard parameter is sent under this name in place of its own. */
    boolean renamesTo(String actual) {
        return renames.containsValue(actual);
    }

    /** Returns scopes as they stand in a query. */
    public String scopes(String joined) {
        return rawScopes ? FormEncoding.encodeForQueryKeeping(joined, "+,:/") : FormEncoding.encodeForQuery(joined);
    }

    /** Returns what a request begins with, up to its first parameter. */
    public String begin(URI endpoint) {
        String path =
                fragment.filter(RequestNames::isPath).map(text -> "#" + text).orElse("");
        boolean first = !path.isEmpty() || endpoint.getRawQuery() == null;
        return endpoint + path + (first ? '?' : '&');
    }

    /** Returns what a request ends in: nothing, or a fragment with its sign. */
    public String end() {
        return fragment.filter(text -> !isPath(text)).map(text -> "#" + text).orElse("");
    }

    /** A page's own router reads a path there, and parameters behind it. */
    private static boolean isPath(String fragment) {
        return fragment.startsWith("/");
    }

    /** Returns the callback parameter that signs the others, empty where none does. */
    public Optional<String> signature() {
        return document.text(SIGNATURE);
    }

    /** Returns the standard names of callback parameters that have others, by those. */
    public Map<String, String> received() {
        var standard = new LinkedHashMap<String, String>();
        received.forEach((name, actual) -> standard.put(actual, name));
        return standard;
    }

    @Override
    public AuthorizationRequestFormat renaming(String standard, String actual) {
        return new RequestNames(document.withEntry("rename", standard, actual));
    }

    @Override
    public AuthorizationRequestFormat omitting(String... standard) {
        Document copy = document;
        for (String each : standard) {
            copy = copy.withLast("omit", each);
        }
        return new RequestNames(copy);
    }

    @Override
    public AuthorizationRequestFormat withRawScopes() {
        return new RequestNames(document.with("raw_scopes", true));
    }

    @Override
    public AuthorizationRequestFormat withFragment(String text) {
        return new RequestNames(document.with("fragment", text));
    }

    @Override
    public AuthorizationRequestFormat receiving(String standard, String actual) {
        return new RequestNames(document.withEntry("callback", standard, actual));
    }

    @Override
    public AuthorizationRequestFormat receivingSignedIn(String parameter) {
        return new RequestNames(document.with(SIGNATURE, parameter));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RequestNames names && document.equals(names.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    @Override
    public String toString() {
        return "AuthorizationRequestFormat" + document;
    }

    private static void requireParameter(String name) {
        if (name.isBlank() || OF_CALLBACKS.contains(name)) {
            throw Wrong.definition(
                    "parameter_unknown", "\"" + name + "\" cannot sign a callback; name its parameter, such as hmac");
        }
    }

    private static void requireRename(Set<String> known, String standard, String actual) {
        if (!known.contains(standard) || actual.isBlank()) {
            throw Wrong.definition(
                    "parameter_unknown",
                    "\"" + standard + "\" cannot be named \"" + actual + "\"; rename one of "
                            + known.stream().sorted().toList() + " to the name the server knows");
        }
    }

    private static void requireDispensable(String standard) {
        if (!DISPENSABLE.contains(standard)) {
            throw Wrong.definition(
                    "parameter_reserved",
                    "an authorization request without \"" + standard
                            + "\" is not safe or means nothing; leave out one of "
                            + DISPENSABLE.stream().sorted().toList() + " only");
        }
    }

    private static void requireFragment(String fragment) {
        if (!FRAGMENT.matcher(fragment).matches()) {
            throw Wrong.definition(
                    "endpoint_malformed",
                    "the fragment \"" + fragment + "\" cannot be sent; use letters, digits, _, / and -, without #");
        }
    }
}
