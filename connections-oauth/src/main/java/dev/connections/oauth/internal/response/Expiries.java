package dev.connections.oauth.internal.response;

import dev.connections.oauth.TokenResponseFormat.ExpiryFormat;
import dev.connections.oauth.internal.json.Values.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what servers write for an expiry into an instant between half a minute and ten years from now. Never throws. */
public final class Expiries {
    /** A lifetime of zero or less means "use it once": long enough to be used, and no refresh at every call. */
    public static final Duration SHORTEST = Duration.ofSeconds(30);

    /** Nobody means more, and arithmetic stays safe. */
    public static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(?:\\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,9})?");
    private static final int MOST_PLAIN_DIGITS = 9;
    private static final double MILLIS = 1000;

    private Expiries() {}

    /** Returns when a token expires; empty if the text does not say it. */
    public static Optional<Instant> read(Kind kind, String text, ExpiryFormat format, Instant now) {
        if (kind != Kind.NUMBER && kind != Kind.TEXT) {
            return Optional.empty();
        }
        double seconds = format == ExpiryFormat.ISO_DATE_TIME
                ? secondsUntil(text.strip(), now)
                : seconds(number(text.strip()), format, now);
        return Double.isNaN(seconds) ? Optional.empty() : Optional.of(now.plusSeconds(clamp(seconds)));
    }

    /** Returns the expiry of a lifetime that the definition states. */
    public static Instant after(Duration lifetime, Instant now) {
        return now.plusSeconds(clamp((double) lifetime.toSeconds()));
    }

    /** Returns a number, infinity for one too long to be read, and NaN for what is none. */
    private static double number(String text) {
        boolean digits = isDigits(text);
        if (digits && text.length() <= MOST_PLAIN_DIGITS) {
            return Integer.parseInt(text);
        }
        if (NUMBER.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        return digits ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static double seconds(double number, ExpiryFormat format, Instant now) {
        return switch (format) {
            case SECONDS -> number;
            case MILLISECONDS -> number / MILLIS;
            case EPOCH_SECONDS -> number - now.getEpochSecond();
            case EPOCH_MILLISECONDS -> (number - now.toEpochMilli()) / MILLIS;
            case ISO_DATE_TIME -> throw new IllegalStateException("no number");
        };
    }

    private static double secondsUntil(String dateTime, Instant now) {
        try {
            return (double)
                    Duration.between(now, OffsetDateTime.parse(dateTime)).toSeconds();
        } catch (DateTimeException notOne) {
            return Double.NaN;
        }
    }

    private static long clamp(double seconds) {
        if (seconds < 1) {
            return SHORTEST.toSeconds();
        }
        return (long) Math.min(seconds, (double) LONGEST.toSeconds());
    }
}
