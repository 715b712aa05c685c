package dev.connections.testing.internal.service;

import static dev.connections.testing.OpenIdVariant.KEYS_ROTATED;
import static dev.connections.testing.OpenIdVariant.KEY_OF_SOMEBODY_ELSE;
import static dev.connections.testing.OpenIdVariant.METADATA_OF_ANOTHER_ISSUER;
import static dev.connections.testing.OpenIdVariant.NO_ID_TOKEN;
import static dev.connections.testing.OpenIdVariant.TOKEN_TYPE_IN_OTHER_CASE;
import static dev.connections.testing.OpenIdVariant.USER_INFO_OF_ANOTHER;
import static dev.connections.testing.OpenIdVariant.USER_INFO_OF_NOBODY;
import static dev.connections.testing.OpenIdVariant.USER_INFO_SIGNED_BY_SOMEBODY_ELSE;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import dev.connections.testing.OpenIdVariant;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What an OpenID Provider adds to an authorization server. Thread-safe. */
final class OpenId {
    private static final Clock REAL_TIME = Clock.systemUTC();
    private static final String SCOPE = "openid";
    private static final Set<OpenIdVariant> OF_USER_INFO =
            EnumSet.of(USER_INFO_OF_ANOTHER, USER_INFO_OF_NOBODY, USER_INFO_SIGNED_BY_SOMEBODY_ELSE);
    private static final Set<OpenIdVariant> OF_METADATA = EnumSet.of(METADATA_OF_ANOTHER_ISSUER);
    private static final Set<OpenIdVariant> OF_TOKEN_RESPONSES = EnumSet.of(TOKEN_TYPE_IN_OTHER_CASE);
    private static final Set<OpenIdVariant> OF_ID_TOKENS = ofIdTokens();

    private final OpenIdTerms how;
    private final Terms terms;
    private final Clients clients;
    private final String origin;
    private final OpenIdKeys keys = new OpenIdKeys();
    private final Queue<OpenIdVariant> next = new ConcurrentLinkedQueue<>();

    OpenId(OpenIdTerms how, Terms terms, Clients clients, String origin) {
        this.how = how;
        this.terms = terms;
        this.clients = clients;
        this.origin = origin;
    }

    private static Set<OpenIdVariant> ofIdTokens() {
        Set<OpenIdVariant> all = EnumSet.allOf(OpenIdVariant.class);
        all.removeAll(OF_USER_INFO);
        all.removeAll(OF_METADATA);
        all.removeAll(OF_TOKEN_RESPONSES);
        return all;
    }

    static String subjectOf(String account) {
        return "subject-" + Integer.toHexString(account.hashCode());
    }

    void answerNext(OpenIdVariant variant) {
        next.add(variant);
    }

    void rotateKeys() {
        keys.rotate();
    }

    String keys() {
        return keys.published(algorithm(), how.severalKeys());
    }

    String issuer() {
        return variant(OF_METADATA).isPresent() ? "https://another.example" : origin;
    }

    String tokenType() {
        return variant(OF_TOKEN_RESPONSES).isPresent() ? "bEARER" : "Bearer";
    }

    /** Returns an ID token if one was asked for. */
    Optional<String> idToken(Issued issued) {
        Optional<OpenIdVariant> variant = issued.scopes().contains(SCOPE) ? variant(OF_ID_TOKENS) : Optional.empty();
        if (!issued.scopes().contains(SCOPE) || variant.equals(Optional.of(NO_ID_TOKEN))) {
            return Optional.empty();
        }
        if (variant.equals(Optional.of(KEYS_ROTATED))) {
            keys.rotate();
        }
        var claims = new IdTokenClaims(issued, origin, now());
        if (!how.namesInUserInfoOnly()) {
            claims.name(issued.account());
        }
        variant.ifPresent(claims::vary);
        return Optional.of(
                variant.map(it -> forge().make(claims.claims(), it)).orElseGet(() -> forge().sign(claims.claims())));
    }

    /** OpenID Connect Core, section 5.3. */
    Answer userInfo(Incoming request, Guard guard) {
        try {
            return guard.accountOf(request).map(this::userInfo).orElseGet(guard::challenge);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer userInfo(String account) {
        Optional<OpenIdVariant> variant = variant(OF_USER_INFO);
        var claims = new LinkedHashMap<String, @Nullable Object>();
        if (!variant.equals(Optional.of(USER_INFO_OF_NOBODY))) {
            boolean wrong = variant.equals(Optional.of(USER_INFO_OF_ANOTHER));
            claims.put("sub", wrong ? "subject-of-somebody-else" : subjectOf(account));
        }
        claims.put("preferred_username", account);
        if (!how.signsUserInfo()) {
            return Answer.json(200, new Payload(claims).toString());
        }
        claims.put("iss", origin);
        claims.put("aud", Clients.CONFIDENTIAL);
        boolean forged = variant.equals(Optional.of(USER_INFO_SIGNED_BY_SOMEBODY_ELSE));
        OpenIdVariant signature = forged ? KEY_OF_SOMEBODY_ELSE : USER_INFO_OF_ANOTHER;
        return Answer.of(200, "application/jwt", forge().make(claims, signature));
    }

    private IdTokenForge forge() {
        return new IdTokenForge(keys, algorithm(), clients.secret());
    }

    private JWSAlgorithm algorithm() {
        return JWSAlgorithm.parse(how.algorithm());
    }

    private Instant now() {
        return terms.timed() ? terms.now() : REAL_TIME.instant();
    }

    /** Takes the first of some variants that waits. */
    private Optional<OpenIdVariant> variant(Set<OpenIdVariant> those) {
        Optional<OpenIdVariant> found = next.stream().filter(those::contains).findFirst();
        found.ifPresent(next::remove);
        return found;
    }
}
