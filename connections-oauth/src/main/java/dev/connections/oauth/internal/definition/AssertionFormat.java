package dev.connections.oauth.internal.definition;

import dev.connections.Secret;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.internal.key.SigningKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is signed, as its document says, and the key. */
public final class AssertionFormat implements JwtAssertion {
    private static final String KEY = "private_key";
    private static final Duration LIFETIME = Duration.ofSeconds(60); // house rule: no longer than it has to be
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Set<String> OURS = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "scope");

    private final Document document;
    private final Secret key;
    private final SigningKey signingKey;
    private final Duration lifetime;

    AssertionFormat(Document document, Secret key) {
        this.document = document;
        this.key = key;
        signingKey = SigningKey.of(key, document.text("algorithm"));
        lifetime = document.duration("lifetime").orElse(LIFETIME);
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(LONGEST) > 0) {
            throw Wrong.definition(
                    "duration_malformed",
                    "an assertion cannot live " + lifetime + "; write a time up to an hour, such as PT1M");
        }
        document.requireTexts("key_id", "issuer", "subject", "audience");
        document.requireFlags("scope_claim");
        claims().keySet().forEach(AssertionFormat::requireFree);
    }

    /** Returns an assertion signed with a key. */
    public static AssertionFormat signedWith(String keyId, Secret key) {
        return new AssertionFormat(keyId.isEmpty() ? Document.EMPTY : Document.EMPTY.with("key_id", keyId), key);
    }

    static AssertionFormat of(Document document, SecretNames names) {
        return new AssertionFormat(document, names.of(document, KEY));
    }

    /** Returns the document, which calls the key by a name. */
    Document named(String secretName) {
        return document.with(KEY, Document.EMPTY.with("secret", secretName));
    }

    Secret key() {
        return key;
    }

    /** Returns what signs it. */
    public SigningKey signingKey() {
        return signingKey;
    }

    /** Returns the key's id, empty for the key's own. */
    public String keyId() {
        return document.text("key_id").orElse("");
    }

    /** Returns the issuer, where it is not the client. */
    public Optional<String> issuer() {
        return document.text("issuer");
    }

    /** Returns the subject, where it is not the client. */
    public Optional<String> subject() {
        return document.text("subject");
    }

    /** Returns the audience, where it is not the server. */
    public Optional<String> audience() {
        return document.text("audience");
    }

    /** Returns further claims. */
    public Map<String, String> claims() {
        return document.texts("claims");
    }

    /** Tells whether the scopes are a claim. */
    public boolean hasScopeClaim() {
        return document.flag("scope_claim");
    }

    /** Returns how long it is good. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Returns what signs with the same key and says nothing of its own. */
    AssertionFormat keyAlone() {
        Document alone = Document.EMPTY;
        for (String member : List.of("key_id", "algorithm")) {
            alone = document.has(member) ? alone.with(member, document.requiredText(member)) : alone;
        }
        return new AssertionFormat(alone, key);
    }

    /** Returns a copy whose RSA key signs with PS256, unless an algorithm is stated. */
    AssertionFormat preferringPss() {
        boolean changes = !document.has("algorithm") && signingKey.algorithm().equals("RS256");
        return changes ? new AssertionFormat(document.with("algorithm", "PS256"), key) : this;
    }

    @Override
    public JwtAssertion withAlgorithm(String algorithm) {
        return with("algorithm", algorithm);
    }

    @Override
    public JwtAssertion withIssuer(String issuer) {
        return with("issuer", issuer);
    }

    @Override
    public JwtAssertion withSubject(String subject) {
        return with("subject", subject);
    }

    @Override
    public JwtAssertion withAudience(String audience) {
        return with("audience", audience);
    }

    @Override
    public JwtAssertion withClaim(String name, String value) {
        return new AssertionFormat(document.withEntry("claims", name, value), key);
    }

    @Override
    public JwtAssertion withScopeClaim() {
        return with("scope_claim", true);
    }

    @Override
    public JwtAssertion withLifetime(Duration duration) {
        return with("lifetime", duration.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssertionFormat format && document.equals(format.document) && key.equals(format.key);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    @Override
    public String toString() {
        return "JwtAssertion" + document;
    }

    private JwtAssertion with(String member, Object value) {
        return new AssertionFormat(document.with(member, value), key);
    }

    private static void requireFree(String claim) {
        if (claim.isBlank() || OURS.contains(claim)) {
            throw Wrong.definition(
                    "parameter_reserved",
                    "the claim \"" + claim + "\" cannot be given a fixed value here; use the option of its name");
        }
    }
}
