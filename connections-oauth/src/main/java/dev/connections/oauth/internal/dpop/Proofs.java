package dev.connections.oauth.internal.dpop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.connections.Secret;
import dev.connections.oauth.internal.wire.HttpDate;
import dev.connections.oauth.internal.wire.JwtId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes proofs, and keeps what servers say about the next one: their nonce, and how far their clock is from ours. One of these
 * serves token endpoints, another one resource servers, whose nonces are theirs alone. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-8">RFC 9449, sections 4, 8 and 9</a>
 */
public final class Proofs {
    /** The header of proofs. */
    public static final String HEADER = "DPoP";

    private static final Pattern NONCE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,1024}"); // section 8.1
    private static final Duration FARTHEST = Duration.ofDays(1); // a clock that is wrong by more says nothing

    private final Origins origins = new Origins();

    /** Makes a proof: a new one for every request, also where the request is repeated. */
    public String of(ProofKey key, Proving request) {
        Origins.Known known = origins.asked(Proving.origin(request.target()), request.now());
        var claims = new JWTClaimsSet.Builder()
                .jwtID(JwtId.next())
                .claim("htm", request.method())
                .claim("htu", request.htu())
                .issueTime(Date.from(request.now().plus(known.ahead())));
        request.accessToken().ifPresent(token -> claims.claim("ath", hash(token)));
        known.nonce().ifPresent(nonce -> claims.claim("nonce", nonce));
        return key.sign(claims.build());
    }

    /**
     * Keeps what an answer says about the next proof.
     *
     * @return whether the request was refused for its proof alone, and a new one would be a better one
     */
    public boolean hear(Hearing answer) {
        String origin = Proving.origin(answer.target());
        Optional<String> nonce =
                only(answer.nonces()).filter(text -> NONCE.matcher(text).matches());
        nonce.ifPresent(value -> origins.nonce(origin, value));
        return switch (answer.error()) {
            case Hearing.NONCE_WANTED -> nonce.isPresent();
            case Hearing.PROOF_REFUSED -> {
                only(answer.dates()).flatMap(HttpDate::read).ifPresent(date -> correct(origin, date));
                yield true; // what sent it twice, such as an HTTP library, used its id up
            }
            default -> false;
        };
    }

    /** Returns the error of a challenge that is about proofs, empty if there is none. */
    public static String errorIn(List<String> challenges) {
        return Challenge.error(challenges, HEADER);
    }

    private void correct(String origin, Instant theirs) {
        origins.askedAt(origin)
                .map(ours -> Duration.between(ours, theirs))
                .filter(ahead -> ahead.abs().compareTo(FARTHEST) <= 0)
                .ifPresent(ahead -> origins.ahead(origin, ahead));
    }

    private static Optional<String> only(List<String> values) {
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Section 4.2: the token is ASCII by its grammar. */
    private static String hash(Secret token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(token.reveal().getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String toString() {
        return "Proofs";
    }
}
