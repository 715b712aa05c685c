package dev.connections.oauth.internal.definition;

import dev.connections.oauth.TokenRenewal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How tokens are renewed, as its document says. */
public final class RenewalRule implements TokenRenewal {
    /** The standard. */
    public static final RenewalRule STANDARD = new RenewalRule(Document.EMPTY);

    /** The member of a definition that holds it. */
    static final String MEMBER = "renewal";

    private static final String MODE = "mode";
    private static final String EXTENDED_BY = "extended_by";
    private static final String ROTATION = "rotation";
    private static final String EARLIEST_AGE = "earliest_age";
    private static final String REFRESH_TOKEN_LIFETIME = "refresh_token_lifetime";
    private static final String CONSENT_LIFETIME = "consent_lifetime";

    private final Document document;
    private final Mode mode;
    private final Rotation rotation;
    private final Duration earliestAge;
    private final Optional<Duration> refreshTokenLifetime;
    private final Optional<Duration> consentLifetime;

    RenewalRule(Document document) {
        this.document = document;
        mode = one(Mode.values(), document.text(MODE).orElse("refresh_token"), "mode of renewal");
        rotation = one(Rotation.values(), document.text(ROTATION).orElse("maybe"), ROTATION);
        earliestAge = document.duration(EARLIEST_AGE).orElse(Duration.ZERO);
        refreshTokenLifetime = document.duration(REFRESH_TOKEN_LIFETIME);
        consentLifetime = document.duration(CONSENT_LIFETIME);
        require(!earliestAge.isNegative(), "earliest age", earliestAge);
        Stream.of(refreshTokenLifetime, consentLifetime, extendedBy())
                .flatMap(Optional::stream)
                .forEach(lifetime -> require(!lifetime.isNegative() && !lifetime.isZero(), "lifetime", lifetime));
    }

    /** Returns the rule of a mode. */
    public static RenewalRule of(Mode mode) {
        return new RenewalRule(Document.EMPTY.with(MODE, lower(mode)));
    }

    Document document() {
        return document;
    }

    /** Returns the rule of tokens that live on. */
    public static RenewalRule extendingBy(Duration lifetime) {
        return new RenewalRule(of(Mode.EXTEND, lifetime));
    }

    private static Document of(Mode mode, Duration lifetime) {
        return Document.EMPTY.with(MODE, lower(mode)).with(EXTENDED_BY, lifetime.toString());
    }

    /** Returns how long tokens live that are extended, where responses do not say it. */
    public Optional<Duration> extendedBy() {
        return document.duration(EXTENDED_BY);
    }

    /** Returns what renews tokens. */
    public Mode mode() {
        return mode;
    }

    /** Returns what becomes of a refresh token that was used. */
    public Rotation rotation() {
        return rotation;
    }

    /** Returns how old a token must be before it is renewed. */
    public Duration earliestAge() {
        return earliestAge;
    }

    /** Returns how long refresh tokens live where responses do not say it. */
    public Optional<Duration> refreshTokenLifetime() {
        return refreshTokenLifetime.or(() -> consentLifetime);
    }

    /** Tells whether new refresh tokens end with the first one. */
    public boolean endsWithConsent() {
        return consentLifetime.isPresent();
    }

    @Override
    public TokenRenewal withEarliestAge(Duration age) {
        return new RenewalRule(document.with(EARLIEST_AGE, age.toString()));
    }

    @Override
    public TokenRenewal withRotation(Rotation stated) {
        return new RenewalRule(document.with(ROTATION, lower(stated)));
    }

    @Override
    public TokenRenewal withRefreshTokenLifetime(Duration lifetime) {
        return new RenewalRule(document.with(REFRESH_TOKEN_LIFETIME, lifetime.toString()));
    }

    @Override
    public TokenRenewal withConsentLifetime(Duration lifetime) {
        return new RenewalRule(document.with(CONSENT_LIFETIME, lifetime.toString()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RenewalRule rule && document.equals(rule.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    @Override
    public String toString() {
        return "TokenRenewal" + document;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E one(E[] values, String text, String what) {
        return Stream.of(values)
                .filter(each -> lower(each).equals(text))
                .findFirst()
                .orElseThrow(() -> Wrong.definition(
                        "service_malformed",
                        "the " + what + " \"" + text + "\" is not known; use one of "
                                + Stream.of(values).map(RenewalRule::lower).toList()));
    }

    private static void require(boolean usable, String what, Duration stated) {
        if (!usable) {
            throw Wrong.definition(
                    "duration_malformed", "the " + what + " " + stated + " cannot be; write one such as PT24H");
        }
    }

    /** What renews tokens. */
    public enum Mode {
        /** The refresh token. */
        REFRESH_TOKEN,
        /** The access token itself. */
        ACCESS_TOKEN,
        /** The refresh token, but the answer holds no new token. */
        EXTEND,
        /** Nothing. */
        NONE
    }
}
