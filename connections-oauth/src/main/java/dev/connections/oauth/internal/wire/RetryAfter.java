package dev.connections.oauth.internal.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads {@code Retry-After}, seconds or date, as a wait between zero and one hour.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
 */
public final class RetryAfter {
    /** The longest wait a server may ask for: a mistyped header must not stop a connection for a day. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST_DIGITS = 18;

    private RetryAfter() {}

    /**
     * Returns the wait asked for, zero if the headers ask for none or cannot be understood.
     *
     * @param retryAfter values of {@code Retry-After}; more than one contradict each other and count as none
     * @param date values of {@code Date}: a date in {@code Retry-After} is the server's, so it is measured on its clock
     * @param now our time, used where the server sends no date
     */
    public static Duration of(List<String> retryAfter, List<String> date, Instant now) {
        if (retryAfter.size() != 1) {
            return Duration.ZERO;
        }
        String value = retryAfter.get(0).strip();
        return clamp(isDigits(value) ? seconds(value) : until(value, date, now));
    }

    private static Duration seconds(String digits) {
        return digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Duration until(String value, List<String> date, Instant now) {
        Instant serverNow = date.stream().findFirst().flatMap(HttpDate::read).orElse(now);
        return HttpDate.read(value)
                .map(then -> Duration.between(serverNow, then))
                .orElse(Duration.ZERO);
    }

    private static boolean isDigits(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration clamp(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
