package dev.connections.oauth.internal.openid;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.connections.oauth.internal.json.JsonDocument;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import dev.connections.oauth.internal.json.Values.Kind;
import dev.connections.oauth.internal.openid.Expected.Before;
import dev.connections.oauth.internal.openid.IdTokenCheck.User;
import dev.connections.oauth.internal.wire.ForeignText;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The claims of an ID token, or of user info. A claim of another type than the standard's is a wrong one, never an
 * absent one.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core, section
 *     3.1.3.7</a>
 */
final class Claims {
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofMinutes(10); // made for this answer: as long as a flow may take
    private static final int LONGEST_NAME = 50; // of an account
    private static final int LONGEST_SUBJECT = 255; // section 2

    private static final Places PLACES = new Places();
    private static final int ISS = PLACES.want("iss");
    private static final int SUB = PLACES.want("sub");
    private static final int AUD = PLACES.want("aud");
    private static final int AZP = PLACES.want("azp");
    private static final int EXP = PLACES.want("exp");
    private static final int IAT = PLACES.want("iat");
    private static final int AUTH_TIME = PLACES.want("auth_time");
    private static final int NONCE = PLACES.want("nonce");
    private static final int AT_HASH = PLACES.want("at_hash");
    private static final int USERNAME = PLACES.want("preferred_username");
    private static final int EMAIL = PLACES.want("email");
    private static final int NAME = PLACES.want("name");

    private final Values values;
    private final Paper paper;

    private Claims(Values values, Paper paper) {
        this.values = values;
        this.paper = paper;
    }

    static Claims read(byte[] payload, Paper paper) {
        return claims(payload, paper)
                .orElseThrow(() -> paper.claims("the claims are no JSON object within the limits"));
    }

    /** Reads user info that is not signed; empty if it is none, such as the page of a captive portal. */
    static Optional<Claims> readable(byte[] body) {
        return claims(body, Paper.USER_INFO);
    }

    private static Optional<Claims> claims(byte[] document, Paper paper) {
        Values values = PLACES.newValues();
        try {
            JsonDocument.read(document, 0, PLACES, values);
            return Optional.of(new Claims(values, paper));
        } catch (IOException broken) { // its message quotes the document
            return Optional.empty();
        }
    }

    String subject() {
        return values.text(SUB);
    }

    /** What to call the account, empty where the server does not say. */
    Optional<String> name() {
        return text(values, USERNAME).or(() -> text(values, EMAIL)).or(() -> text(values, NAME));
    }

    /** Foreign, so cleaned and cut. */
    private static Optional<String> text(Values values, int slot) {
        String clean = values.kind(slot) == Kind.TEXT
                ? ForeignText.clean(values.text(slot), List.of()).strip()
                : "";
        int end = Math.min(clean.codePointCount(0, clean.length()), LONGEST_NAME);
        return Optional.of(clean.substring(0, clean.offsetByCodePoints(0, end))).filter(it -> !it.isEmpty());
    }

    /** Section 5.3.2: user info that is signed says who signed it for whom. */
    void requireSigner(User user) {
        require(text(ISS).equals(user.issuer()), "iss is another issuer than the ID token's");
        requireAudience(user.clientId());
        requireSubject(user.subject());
    }

    /** Section 5.3.2: what is said of another user must not be used. */
    void requireSubject(String subject) {
        if (!text(SUB).equals(subject)) {
            throw paper.anotherUser();
        }
    }

    Instant issuedAt() {
        return Instant.ofEpochSecond(seconds(IAT));
    }

    /** Throws unless every claim is as it must be. */
    void require(Expected expected, String hash) {
        require(text(ISS).equals(expected.issuer()), "iss is another issuer than the one that was asked");
        requireAudience(expected.clientId());
        require(isOurs(expected), "nonce is not the one of this authorization");
        requireGoodSubject();
        require(seconds(IAT) > 0, "iat is missing");
        if (expected.before().isPresent()) {
            requireSame(expected.before().get());
        } else {
            requireTimes(expected);
        }
        if (values.kind(AT_HASH) != Kind.ABSENT) {
            require(text(AT_HASH).equals(half(hash, expected.accessToken())), "at_hash is of another access token");
        }
    }

    /** Section 12.2: the ID token of a refresh may leave it out. */
    private boolean isOurs(Expected expected) {
        boolean none = values.kind(NONCE) == Kind.ABSENT && expected.before().isPresent();
        return none || text(NONCE).equals(expected.nonce());
    }

    private void requireGoodSubject() {
        String subject = text(SUB);
        require(
                !subject.isEmpty()
                        && subject.length() <= LONGEST_SUBJECT
                        && subject.chars().allMatch(c -> c >= ' ' && c <= '~'),
                "sub is missing, or longer than 255 characters of ASCII");
    }

    /** Section 12.2. The clock of this machine has no say: one that went wrong would lock every account. */
    private void requireSame(Before before) {
        requireSubject(before.subject());
        require(seconds(IAT) >= before.issuedAt().getEpochSecond(), "iat is before the first ID token's");
        require(seconds(EXP) > seconds(IAT), "exp is missing, or before iat");
    }

    private void requireAudience(String clientId) {
        Kind kind = values.kind(AUD);
        List<String> audience = List.of(values.text(AUD).split(" ", -1));
        boolean alone =
                (kind == Kind.TEXT || kind == Kind.ARRAY) && values.text(AUD).equals(clientId);
        boolean amongOthers =
                kind == Kind.ARRAY && audience.contains(clientId) && text(AZP).equals(clientId);
        require(!values.repeated(AUD) && (alone || amongOthers), "aud is not this client alone");
        boolean azp = values.kind(AZP) == Kind.ABSENT || text(AZP).equals(clientId);
        require(azp, "azp is another client");
    }

    private void requireTimes(Expected expected) {
        long now = expected.now().getEpochSecond();
        require(seconds(EXP) > now - SKEW.toSeconds(), "exp is missing or over");
        require(seconds(IAT) <= now + SKEW.toSeconds(), "iat is in the future; check this machine's clock");
        require(seconds(IAT) >= now - OLDEST.toSeconds(), "iat is too long ago; check this machine's clock");
        expected.maxAge().ifPresent(age -> {
            long oldest = now - age.toSeconds() - SKEW.toSeconds();
            require(seconds(AUTH_TIME) >= oldest, "auth_time is missing, or longer ago than max_age");
        });
    }

    /** Returns a whole number of seconds, zero where there is none. */
    private long seconds(int slot) {
        String digits = values.text(slot);
        boolean number = values.kind(slot) == Kind.NUMBER && !values.repeated(slot);
        return number && digits.matches("[0-9]{1,12}(\\.[0-9]{1,12})?") ? Long.parseLong(digits.split("\\.", 2)[0]) : 0;
    }

    /** Returns a text that stands there once, empty for anything else. */
    private String text(int slot) {
        return values.kind(slot) == Kind.TEXT && !values.repeated(slot) ? values.text(slot) : "";
    }

    /** Section 3.1.3.6: the left half of the hash that the signature uses. */
    private static String half(String hash, String accessToken) {
        try {
            byte[] whole = MessageDigest.getInstance(hash).digest(accessToken.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, whole.length / 2));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw paper.claims(problem);
        }
    }
}
