package dev.connections.oauth.internal.definition;

import dev.connections.oauth.TokenResponseFormat;
import dev.connections.spi.StrategyContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The format of token responses, as its document says. */
public final class ResponseFormat implements TokenResponseFormat {
    /** The standard. */
    public static final ResponseFormat STANDARD = new ResponseFormat(Document.EMPTY);

    private static final String JWT_EXPIRY = "expiry_from_jwt";
    private static final Set<String> MEMBERS = Set.of("refresh_token", "scope", "token_type");

    private final Document document;
    private final Map<String, List<String>> tokens;
    private final Map<String, String> renames;
    private final List<Expiry> expiries;
    private final Optional<Duration> defaultLifetime;
    private final Set<String> tokenTypes;
    private final Optional<List<String>> error;
    private final Optional<Success> success;
    private final Map<String, ErrorMeaning> meanings;
    private final Optional<List<String>> accountId;
    private final Optional<List<String>> accountName;

    ResponseFormat(Document document) {
        this.document = document;
        tokens = tokens(document.texts("tokens"));
        renames = document.texts("rename");
        expiries = expiries(document.objects("expiry"));
        defaultLifetime = document.duration("default_lifetime");
        tokenTypes = lowerCase(document.textList("token_types"));
        error = document.text("error_at").map(Pointer::parse);
        success = document.has("success") ? Optional.of(Success.of(document.object("success"))) : Optional.empty();
        meanings = meanings(document.texts("error_meanings"));
        accountId = document.text("account_id").map(Pointer::parse);
        accountName = document.text("account_name").map(Pointer::parse);
        renames.keySet().forEach(ResponseFormat::requireMember);
        if (readsExpiryFromToken()) {
            var unused = Deviation.explained(document.object(JWT_EXPIRY));
        }
        defaultLifetime.ifPresent(ResponseFormat::requirePositive);
    }

    Document document() {
        return document;
    }

    /** Returns the path to each access token by its name; the default token is among them, and first. */
    public Map<String, List<String>> tokens() {
        return tokens;
    }

    /** Returns the name of a standard member beside the access token. */
    public String member(String standard) {
        return renames.getOrDefault(standard, standard);
    }

    /** Returns where to look for the expiry, in order; the standard place is the last. */
    public List<Expiry> expiries() {
        return expiries;
    }

    /** Tells whether the expiry may be read out of the access token. */
    public boolean readsExpiryFromToken() {
        return document.has(JWT_EXPIRY);
    }

    /** Returns how long tokens live where the server does not say it. */
    public Optional<Duration> defaultLifetime() {
        return defaultLifetime;
    }

    /** Tells whether a token of this type can be sent as a bearer token. */
    public boolean isBearer(String type) {
        return type.isEmpty() || type.equalsIgnoreCase("bearer") || tokenTypes.contains(type.toLowerCase(Locale.ROOT));
    }

    /** Returns the path to the error code, where it is not the standard one. */
    public Optional<List<String>> error() {
        return error;
    }

    /** Returns the mark of success, if there is one. */
    public Optional<Success> success() {
        return success;
    }

    /** Returns what the definition says an error code means. */
    public Optional<ErrorMeaning> meaning(String error) {
        return Optional.ofNullable(meanings.get(error));
    }

    /** Returns the path to the account's id. */
    public Optional<List<String>> accountId() {
        return accountId;
    }

    /** Returns the path to the account's name. */
    public Optional<List<String>> accountName() {
        return accountName;
    }

    @Override
    public TokenResponseFormat withToken(String name, String pointer) {
        return new ResponseFormat(document.withEntry("tokens", name, pointer));
    }

    @Override
    public TokenResponseFormat renaming(String standard, String actual) {
        return new ResponseFormat(document.withEntry("rename", standard, actual));
    }

    @Override
    public TokenResponseFormat withExpiry(String member, ExpiryFormat format) {
        return new ResponseFormat(document.withFirst("expiry", new Expiry(member, format).document()));
    }

    @Override
    public TokenResponseFormat withDefaultLifetime(Duration lifetime) {
        return new ResponseFormat(document.with("default_lifetime", lifetime.toString()));
    }

    @Override
    public TokenResponseFormat withDeviationExpiryFromJwt(String reason, String source) {
        return new ResponseFormat(document.with(JWT_EXPIRY, Deviation.document(reason, source)));
    }

    @Override
    public TokenResponseFormat withTokenTypes(String... types) {
        Document copy = document;
        for (String each : types) {
            copy = copy.withLast("token_types", each);
        }
        return new ResponseFormat(copy);
    }

    @Override
    public TokenResponseFormat withErrorAt(String pointer) {
        return new ResponseFormat(document.with("error_at", pointer));
    }

    @Override
    public TokenResponseFormat withSuccessAt(String pointer, String value) {
        return new ResponseFormat(
                document.with("success", Document.EMPTY.with("pointer", pointer).with("value", value)));
    }

    @Override
    public TokenResponseFormat withErrorMeaning(String actual, String standard) {
        return new ResponseFormat(document.withEntry("error_meanings", actual, standard));
    }

    @Override
    public TokenResponseFormat withAccountId(String pointer) {
        return new ResponseFormat(document.with("account_id", pointer));
    }

    @Override
    public TokenResponseFormat withAccountName(String pointer) {
        return new ResponseFormat(document.with("account_name", pointer));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResponseFormat format && document.equals(format.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    @Override
    public String toString() {
        return "TokenResponseFormat" + document;
    }

    private static Map<String, List<String>> tokens(Map<String, String> pointers) {
        var tokens = new LinkedHashMap<String, List<String>>();
        tokens.put(StrategyContext.Grant.DEFAULT_TOKEN, List.of("access_token"));
        pointers.forEach((name, pointer) -> tokens.put(requireName(name), Pointer.parse(pointer)));
        return tokens;
    }

    private static List<Expiry> expiries(List<Document> documents) {
        var expiries = new ArrayList<Expiry>();
        documents.forEach(each -> expiries.add(Expiry.of(each)));
        expiries.add(Expiry.STANDARD);
        return List.copyOf(expiries);
    }

    private static Set<String> lowerCase(List<String> types) {
        return types.stream().map(type -> type.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, ErrorMeaning> meanings(Map<String, String> standardByActual) {
        var meanings = new LinkedHashMap<String, ErrorMeaning>();
        standardByActual.forEach((actual, standard) -> meanings.put(
                actual,
                ErrorMeaning.ofStandard(standard)
                        .orElseThrow(() -> Wrong.definition(
                                "error_unknown",
                                "the error code \"" + actual + "\" cannot mean \"" + standard
                                        + "\"; use a code of RFC 6749, such as invalid_grant"))));
        return meanings;
    }

    private static String requireName(String name) {
        if (name.isBlank()) {
            throw Wrong.definition("token_name_malformed", "a token's name is blank; name it, for example user");
        }
        return name;
    }

    private static void requireMember(String standard) {
        if (!MEMBERS.contains(standard)) {
            throw Wrong.definition(
                    "parameter_unknown",
                    "\"" + standard + "\" cannot be renamed; use refresh_token, scope or token_type, withToken for the"
                            + " access token, withExpiry for its expiry");
        }
    }

    private static void requirePositive(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw Wrong.definition(
                    "duration_malformed",
                    "the default lifetime " + lifetime + " is not positive; write one such as PT2H");
        }
    }

    /** A member that tells when a token expires. */
    public record Expiry(String member, ExpiryFormat format) {
        static final Expiry STANDARD = new Expiry("expires_in", ExpiryFormat.SECONDS);

        static Expiry of(Document document) {
            String name = document.requiredText("format").toUpperCase(Locale.ROOT);
            for (ExpiryFormat each : ExpiryFormat.values()) {
                if (each.name().equals(name)) {
                    return new Expiry(document.requiredText("member"), each);
                }
            }
            throw Wrong.definition(
                    "service_malformed",
                    "the expiry format \"" + name.toLowerCase(Locale.ROOT)
                            + "\" is not known; use seconds or another of"
                            + " TokenResponseFormat.ExpiryFormat in lower case");
        }

        Document document() {
            return Document.EMPTY
                    .with("member", member)
                    .with("format", format.name().toLowerCase(Locale.ROOT));
        }
    }

    /** A mark that a response bears if it is one of success. */
    public record Success(List<String> path, String value) {
        static Success of(Document document) {
            return new Success(Pointer.parse(document.requiredText("pointer")), document.requiredText("value"));
        }
    }
}
