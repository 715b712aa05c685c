package dev.connections.oauth.internal.computed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times and counts of formulas, which are checked when these are read. */
final class Times {
    private static final int MOST = 128;
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern PATTERN = Pattern.compile("[yuMdHhmsSnaEXxZ'T:/., -]{1,40}");

    private Times() {}

    /** Returns a count of characters. */
    static int count(Octets text) {
        return count(text.text());
    }

    /** Returns a count of characters; refuses what is none. */
    static int count(String text) {
        if (!COUNT.matcher(text).matches() || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException("a count is 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    /** Returns a time from now in the format asked for: seconds since 1970 unless another. */
    static String written(List<Octets> given, Instant now) {
        String offset = given.isEmpty() ? "PT0S" : given.get(0).text();
        return written(offset, given.size() < 2 ? "seconds" : given.get(1).text(), now);
    }

    /** Returns a time in a format; refuses an offset or a format that is none. */
    static String written(String offset, String format, Instant now) {
        try {
            Instant at = now.plus(Duration.parse(offset));
            return switch (format) {
                case "seconds" -> Long.toString(at.getEpochSecond());
                case "millis" -> Long.toString(at.toEpochMilli());
                case "iso" -> DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(at.getEpochSecond()));
                default -> pattern(format).format(at);
            };
        } catch (DateTimeException | ArithmeticException none) {
            throw new IllegalArgumentException("a time from now is written like now('PT5M', 'seconds')", none);
        }
    }

    private static DateTimeFormatter pattern(String format) {
        if (!PATTERN.matcher(format).matches()) {
            throw new IllegalArgumentException("a format is seconds, millis, iso or a pattern like yyyyMMddHHmmss");
        }
        return DateTimeFormatter.ofPattern(format, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
