package dev.connections.testing.internal.canary;

import dev.connections.testing.internal.CanarySecret;
import dev.connections.testing.internal.SecretForms;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds secrets in a text, however they are written, and never repeats one. Immutable. */
final class Sieve {
    /** Shorter texts would be found everywhere. */
    static final int SHORTEST = 8;

    private static final int CONTEXT = 60;
    private static final String MASK = "[secret]";

    /** A marked secret in clear, also when it is cut; the marker alone is no secret. */
    private static final String IN_CLEAR = CanarySecret.MARKER + "(?:[a-z]+-)+[A-Za-z0-9]{4,}";

    private static final List<String> MARKERS = SecretForms.of(CanarySecret.MARKER).stream()
            .filter(form -> !form.contains(CanarySecret.MARKER))
            .toList();

    private final List<String> forms;

    Sieve(Collection<String> planted) {
        this.forms = planted.stream()
                .flatMap(secret -> SecretForms.of(secret).stream())
                .toList();
    }

    /** One line for each place that holds a secret: a leak is repeated a thousand times as easily as once. */
    List<String> sift(String where, String text) {
        List<String> found = Stream.concat(forms.stream(), MARKERS.stream())
                .filter(text::contains)
                .toList();
        Matcher masked = Pattern.compile(pattern(found)).matcher(text);
        return masked.find() ? List.of(leak(where, masked.replaceAll(Matcher.quoteReplacement(MASK)))) : List.of();
    }

    /** A derived marker takes the digits behind it along. */
    private static String pattern(List<String> found) {
        return Stream.concat(Stream.of(IN_CLEAR), found.stream().map(form -> Pattern.quote(form) + digitsBehind(form)))
                .collect(Collectors.joining("|"));
    }

    private static String digitsBehind(String form) {
        return MARKERS.contains(form) ? "[A-Za-z0-9+/_=-]*" : "";
    }

    private static String leak(String where, String masked) {
        int at = masked.indexOf(MASK);
        String excerpt =
                masked.substring(Math.max(0, at - CONTEXT), Math.min(masked.length(), at + MASK.length() + CONTEXT));
        return "a secret is in " + where + ": …"
                + excerpt.replaceAll("\\R", " ⏎ ").strip() + "…";
    }
}
